package dev.backproof.verify.program;

import dev.backproof.core.Elementary;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A formula of random steps, the same on every reading: which steps depends on the seed and the
 * shapes only.
 *
 * @param seed where the steps come from
 * @param steps how many
 * @param sizes extents that new axes take
 * @param labelled whether the last operand holds labels
 */
record RandomFormula(long seed, int steps, List<Size> sizes, boolean labelled) {
  private static final List<Elementary> TAME =
      List.of(
          Elementary.NEGATE,
          Elementary.NEGATE,
          Elementary.RECT,
          Elementary.RECT,
          Elementary.STEP,
          Elementary.SIGN,
          Elementary.ABS,
          Elementary.TANH,
          Elementary.SIGMOID,
          Elementary.SOFTPLUS,
          Elementary.SIN,
          Elementary.COS,
          Elementary.SQUARE,
          Elementary.EXP,
          Elementary.ERF,
          Elementary.RECIPROCAL);

  /** Some of the values the steps make, the last one last. */
  <T extends Tensor<T>> List<T> apply(List<T> inputs) {
    Steps<T> made = new Steps<>(this, inputs);
    int done = 0;
    for (int tries = 0; done < steps && tries < 20 * steps; tries++) {
      if (made.step()) {
        done++;
      }
    }
    return made.outputs();
  }

  private static final class Steps<T extends Tensor<T>> {
    private final RandomFormula formula;
    private final RandomTensors random;
    private final List<T> values;
    private final List<T> inputs;

    Steps(RandomFormula formula, List<T> inputs) {
      this.formula = formula;
      this.random = RandomTensors.seeded(formula.seed);
      this.inputs = inputs;
      int plain = inputs.size() - (formula.labelled ? 1 : 0);
      this.values = new ArrayList<>(inputs.subList(0, plain));
    }

    /** Makes one more value; false if what was drawn does not fit. */
    boolean step() {
      T a = any();
      T b = like(a);
      int rank = a.shape().rank();
      try {
        T made =
            switch (random.integer(40)) {
              case 0, 1 -> a.plus(b);
              case 2, 3 -> a.minus(b);
              case 4, 5 -> a.times(b);
              case 6, 7 -> a.strongTimes(b);
              case 8 -> a.div(positive(b));
              case 9 -> a.div(b);
              case 10 -> positive(a).pow(b.map(Elementary.TANH));
              case 11 -> random.integer(2) == 0 ? a.maximum(b) : a.minimum(b);
              case 12, 13, 14, 15 -> a.map(elementary());
              case 16 -> positive(a).map(random.integer(2) == 0 ? Elementary.LOG : Elementary.SQRT);
              case 17, 18, 19, 20 -> product(a, factorOf(a));
              case 21, 22 -> a.sum(random.integer(rank));
              case 23 -> a.max(random.integer(rank));
              case 24 -> a.expand(random.integer(rank + 1), size());
              case 25 -> a.insertAxis(random.integer(rank + 1));
              case 26 -> a.broadcastTo(any().shape());
              case 27 -> a.sumTo(any().shape());
              case 28 -> rank == 2 ? a.transpose() : a.permute(random.permutation(rank));
              case 29 -> reshaped(a);
              case 30 -> window(a, random.integer(rank));
              case 31 -> a.pad(random.integer(rank), random.integer(2), random.integer(2));
              case 32 -> mask(a, b).where(b, like(a));
              case 33 -> mask(a, b);
              case 34 -> oneHot();
              case 35 -> factor(a).times(a);
              case 36 -> random.integer(3) == 0 ? a.detach() : a.plus(factor(a));
              case 37 -> pattern(a, b);
              case 38 -> pattern(a, b);
              default -> a.sumKeepingAxis(random.integer(rank));
            };
        if (!isSmall(made.shape())) {
          return false;
        }
        values.add(made);
        return true;
      } catch (IllegalArgumentException | IllegalStateException misfit) {
        return false;
      }
    }

    private static boolean isSmall(Shape shape) {
      return shape.rank() <= 3 && (!shape.isNumeric() || shape.count() <= 400);
    }

    /** A value, the later ones more often. */
    private T any() {
      int n = values.size();
      int back = random.integer(3) == 0 ? random.integer(n) : random.integer(Math.min(n, 4));
      return values.get(n - 1 - back);
    }

    /** A value of the same shape more often than chance has it. */
    private T like(T a) {
      for (int tries = 0; tries < 4; tries++) {
        T b = any();
        if (b.shape().equals(a.shape()) || random.integer(6) == 0) {
          return b;
        }
      }
      return any();
    }

    private Size size() {
      return formula.sizes.get(random.integer(formula.sizes.size()));
    }

    private Elementary elementary() {
      return TAME.get(random.integer(TAME.size()));
    }

    private T positive(T x) {
      return x.map(Elementary.SQUARE).plus(x.one());
    }

    private T product(T a, T b) {
      if (a.shape().rank() == 0) {
        return a.strongTimes(b);
      }
      T left = a.shape().rank() == 2 && random.integer(3) == 0 ? a.transpose() : a;
      T right = b.shape().rank() == 2 && random.integer(3) == 0 ? b.transpose() : b;
      if (left.shape().rank() == 1 && right.shape().rank() == 1 && random.integer(2) == 0) {
        return left.outer(right);
      }
      return left.matmul(right);
    }

    /** A value that can be multiplied by, if one is drawn. */
    private T factorOf(T a) {
      for (int tries = 0; tries < 6 && a.shape().rank() > 0; tries++) {
        T b = any();
        boolean inner = b.shape().rank() > 0 && b.shape().size(0).equals(a.shape().last());
        if (inner && b.shape().rank() < 3) {
          return b;
        }
      }
      return any();
    }

    private T reshaped(T a) {
      Set<String> others = new TreeSet<>();
      if (a.shape().rank() == 2 && a.shape().last().isOne()) {
        return a.reshape(Shape.of(a.shape().size(0)));
      }
      if (a.shape().isNumeric() && random.integer(2) == 0) {
        return a.reshape(Shape.of(a.shape().count()));
      }
      others.add(a.shape().toString());
      for (T b : values) {
        if (others.add(b.shape().toString()) && b.shape().product().equals(a.shape().product())) {
          return a.reshape(b.shape());
        }
      }
      return a.reshape(Shape.of(a.shape().product()));
    }

    private T window(T a, int axis) {
      int extent = a.shape().size(axis).number();
      int from = random.integer(extent);
      return a.slice(axis, from, from + 1 + random.integer(extent - from));
    }

    private T mask(T a, T b) {
      return switch (random.integer(4)) {
        case 0 -> a.equal(b);
        case 1 -> a.greater(b);
        case 2 -> a.map(Elementary.STEP);
        default -> a.max(a.shape().rank() - 1).insertAxis(a.shape().rank() - 1).equal(a);
      };
    }

    private T oneHot() {
      if (!formula.labelled) {
        throw new IllegalArgumentException("no labels");
      }
      return inputs.get(inputs.size() - 1).oneHot(size());
    }

    /** A number that depends on no input. */
    private T factor(T a) {
      return switch (random.integer(7)) {
        case 0 -> a.size(size());
        case 1 -> a.size(size()).map(Elementary.RECIPROCAL);
        case 2 -> a.constant(1, 3);
        case 3 -> a.constant(-1);
        case 4 -> a.constant(2).div(a.size(size()));
        case 5 -> a.one();
        default -> a.constant(3, 4).negate();
      };
    }

    /** Something the replacements look for, or nearly. */
    private T pattern(T a, T b) {
      int rank = a.shape().rank();
      return switch (random.integer(14)) {
        case 0 -> a.map(Elementary.STEP).strongTimes(b);
        case 1 -> factor(a).times(a).minus(factor(a).times(b));
        case 2 -> a.plus(b.negate());
        case 3 -> a.sum(rank - 1).map(Elementary.RECIPROCAL).expand(1, size()).strongTimes(b);
        case 4 -> scalar().expand(0, size()).strongTimes(b);
        case 5 -> scalar().expand(0, size()).expand(1, size()).strongTimes(b);
        case 6 -> factor(a).negate().times(a);
        case 7 -> a.div(factor(a));
        case 8 -> a.constant(-1).strongTimes(a);
        case 9 -> a.map(Elementary.RECT).plus(a.map(Elementary.STEP));
        case 10 -> scalar().map(Elementary.RECIPROCAL).strongTimes(a);
        case 11 -> a.minus(factor(a).times(b.strongTimes(scalar())));
        case 12 -> a.sumTo(rank == 2 ? Shape.of(a.shape().last()) : Shape.SCALAR);
        default -> factor(a).times(a).strongTimes(b);
      };
    }

    private T scalar() {
      for (int tries = 0; tries < 6; tries++) {
        T x = any();
        if (x.shape().rank() == 0) {
          return x;
        }
      }
      return any().sum();
    }

    /** Several values, seldom an input or a constant among them. */
    List<T> outputs() {
      List<T> outputs = new ArrayList<>();
      int count = random.integer(4);
      for (int i = 0; i < count; i++) {
        outputs.add(random.integer(12) == 0 ? factor(values.get(0)) : any());
      }
      outputs.add(values.get(values.size() - 1));
      return outputs;
    }
  }
}
