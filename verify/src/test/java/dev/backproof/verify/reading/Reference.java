package dev.backproof.verify.reading;

import dev.backproof.core.Constant;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.ShapeRules;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The meaning of every primitive, one entry of the result at a time, by indices and nothing else:
 * slow, and independent of the kernels.
 */
final class Reference {
  private Reference() {}

  static DenseTensor value(OpCase c) {
    Shape shape = ShapeRules.infer(c.op(), c.shapes());
    if (c.op().primitive() == Primitive.CUSTOM) {
      return c.op().custom().value(c.operands());
    }
    return DenseTensor.of(
        shape,
        indices(shape).stream().mapToDouble(index -> entry(c.op(), c.operands(), index)).toArray());
  }

  /** All indices of a shape, the last axis fastest. */
  static List<int[]> indices(Shape shape) {
    List<int[]> all = new ArrayList<>();
    walk(shape.extents(), 0, new int[shape.rank()], all);
    return all;
  }

  private static void walk(int[] extents, int axis, int[] index, List<int[]> all) {
    if (axis == extents.length) {
      all.add(index.clone());
      return;
    }
    for (int i = 0; i < extents[axis]; i++) {
      index[axis] = i;
      walk(extents, axis + 1, index, all);
    }
  }

  private static double entry(Op op, List<DenseTensor> in, int[] index) {
    DenseTensor a = in.get(0);
    return switch (op.primitive()) {
      case MAP -> op.elementary().value(a.get(index));
      case PLUS -> at(a, index) + at(in.get(1), index);
      case MINUS -> at(a, index) - at(in.get(1), index);
      case TIMES -> at(a, index) * at(in.get(1), index);
      case STRONG_TIMES -> strong(at(a, index), at(in.get(1), index));
      case DIV -> at(a, index) / at(in.get(1), index);
      case POW -> Math.pow(at(a, index), at(in.get(1), index));
      case MAXIMUM -> larger(at(a, index), at(in.get(1), index));
      case MINIMUM -> -larger(-at(a, index), -at(in.get(1), index));
      case MATMUL -> {
        double sum = 0;
        for (int k = 0; k < a.shape().size(1).number(); k++) {
          sum += a.get(index[0], k) * in.get(1).get(k, index[1]);
        }
        yield sum;
      }
      case SUM -> sum(a, from -> same(without(from, op.axis()), index));
      case MAX -> {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < a.shape().size(op.axis()).number(); k++) {
          largest = larger(largest, a.get(with(index, op.axis(), k)));
        }
        yield largest;
      }
      case EXPAND -> a.get(without(index, op.axis()));
      case BROADCAST_TO -> at(a, index);
      case SUM_TO -> sum(a, from -> same(aligned(op.target(), from), index));
      case PERMUTE -> {
        int[] from = new int[index.length];
        for (int i = 0; i < from.length; i++) {
          from[op.permutation().axes().get(i)] = index[i];
        }
        yield a.get(from);
      }
      case RESHAPE -> {
        List<int[]> order = indices(op.target());
        int position = 0;
        while (!same(order.get(position), index)) {
          position++;
        }
        yield a.get(indices(a.shape()).get(position));
      }
      case SLICE -> a.get(shifted(index, op.axis(), op.window().start()));
      case PAD -> {
        int[] from = shifted(index, op.axis(), -op.window().start());
        int k = from[op.axis()];
        yield k < 0 || k >= a.shape().size(op.axis()).number() ? 0 : a.get(from);
      }
      case WHERE -> at(a, index) != 0 ? at(in.get(1), index) : at(in.get(2), index);
      case EQUAL -> at(a, index) == at(in.get(1), index) ? 1 : 0;
      case GREATER -> at(a, index) > at(in.get(1), index) ? 1 : 0;
      case ONE_HOT -> a.get(without(index, index.length - 1)) == index[index.length - 1] ? 1 : 0;
      case SIZE -> op.size().number();
      case CONSTANT -> constant(op.constant());
      case DETACH -> a.get(index);
      case CUSTOM -> throw new IllegalStateException("has a kernel of its own");
    };
  }

  private static double constant(Constant constant) {
    return constant instanceof Constant.Rational fraction
        ? BigDecimal.valueOf(fraction.numerator())
            .divide(BigDecimal.valueOf(fraction.denominator()), MathContext.DECIMAL128)
            .doubleValue()
        : 3.141592653589793;
  }

  private static double strong(double a, double b) {
    return a == 0 || b == 0 ? 0 : a * b;
  }

  /** NaN wins, and 0 is larger than −0. */
  private static double larger(double a, double b) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Double.NaN;
    }
    return a > b ? a : b > a ? b : a == 0 ? a + b : a;
  }

  private static double sum(DenseTensor a, Predicate<int[]> isTerm) {
    return indices(a.shape()).stream().filter(isTerm).mapToDouble(a::get).reduce(0, Double::sum);
  }

  /** The entry of an operand that broadcasting brings to {@code index}. */
  private static double at(DenseTensor a, int[] index) {
    return a.get(aligned(a.shape(), index));
  }

  private static int[] aligned(Shape part, int[] index) {
    int[] own = new int[part.rank()];
    for (int i = 0; i < own.length; i++) {
      own[i] = part.size(i).isOne() ? 0 : index[i + index.length - own.length];
    }
    return own;
  }

  private static boolean same(int[] a, int[] b) {
    return Arrays.equals(a, b);
  }

  private static int[] without(int[] index, int axis) {
    int[] less = new int[index.length - 1];
    for (int i = 0; i < less.length; i++) {
      less[i] = index[i < axis ? i : i + 1];
    }
    return less;
  }

  private static int[] with(int[] index, int axis, int k) {
    int[] more = new int[index.length + 1];
    for (int i = 0; i < more.length; i++) {
      more[i] = i < axis ? index[i] : i == axis ? k : index[i - 1];
    }
    return more;
  }

  private static int[] shifted(int[] index, int axis, int by) {
    int[] other = index.clone();
    other[axis] += by;
    return other;
  }
}
