package dev.backproof.verify.graph;

import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The primitives on arrays whose entries are scalar variables: what each does entry by entry.
 *
 * <p>Where entries only move, the dense reading is asked where to: it is given their positions for
 * numbers.
 */
final class ScalarOperations {
  private ScalarOperations() {}

  /**
   * An array of scalars.
   *
   * @param shape its shape
   * @param entries row by row
   */
  record Scalars(Shape shape, List<Var<DenseTensor>> entries) {
    Scalars {
      entries = List.copyOf(entries);
    }

    Var<DenseTensor> at(int position) {
      return entries.get(position);
    }
  }

  /**
   * The result of an operation.
   *
   * @return empty if the operation is one whose slopes change when it is done in pairs, or one of a
   *     user's own
   */
  static Optional<Scalars> apply(Op op, List<Scalars> x, Shape result) {
    @Nullable List<Var<DenseTensor>> y = entries(op, x, result);
    return y == null ? Optional.empty() : Optional.of(new Scalars(result, y));
  }

  private static @Nullable List<Var<DenseTensor>> entries(Op op, List<Scalars> x, Shape result) {
    return switch (op.primitive()) {
      case MAP, DETACH -> x.get(0).entries().stream().map(v -> v.apply(op)).toList();
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, EQUAL, GREATER -> {
        List<Var<DenseTensor>> a = repeated(x.get(0), result);
        List<Var<DenseTensor>> b = repeated(x.get(1), result);
        yield each(a, i -> a.get(i).apply(op, b.get(i)));
      }
      case WHERE -> {
        List<Var<DenseTensor>> mask = repeated(x.get(0), result);
        List<Var<DenseTensor>> a = repeated(x.get(1), result);
        List<Var<DenseTensor>> b = repeated(x.get(2), result);
        yield each(a, i -> mask.get(i).apply(op, a.get(i), b.get(i)));
      }
      case MATMUL -> product(x.get(0), x.get(1), result);
      case SUM -> joined(x.get(0), along(op, x.get(0), result), result, Tensor::plus);
      case SUM_TO ->
          joined(
              x.get(0), positions(result, 0).broadcastTo(x.get(0).shape()), result, Tensor::plus);
      case MAX ->
          // Ties of three are shared by three, but one pair after the other gives ½, ¼, ¼.
          x.get(0).shape().size(op.axis()).number() > 2
              ? null
              : joined(x.get(0), along(op, x.get(0), result), result, Tensor::maximum);
      case EXPAND, BROADCAST_TO, PERMUTE, RESHAPE, SLICE ->
          moved(x.get(0), positions(x.get(0).shape(), 0).apply(op));
      case PAD -> {
        DenseTensor from = positions(x.get(0).shape(), 1).apply(op);
        Var<DenseTensor> zero = x.get(0).at(0).zero();
        yield Arrays.stream(from.toArray())
            .mapToObj(p -> p == 0 ? zero : x.get(0).at((int) p - 1))
            .toList();
      }
      case ONE_HOT -> {
        List<Var<DenseTensor>> y = new ArrayList<>();
        for (Var<DenseTensor> label : x.get(0).entries()) {
          for (int k = 0; k < op.size().number(); k++) {
            y.add(label.equal(label.constant(k)));
          }
        }
        yield y;
      }
      case SIZE, CONSTANT -> List.of(Var.constant(DenseTensor.scalar(0)).apply(op));
      case CUSTOM -> null;
    };
  }

  /** An entry of a result. */
  private interface Entry {
    Var<DenseTensor> at(int position);
  }

  private static List<Var<DenseTensor>> each(List<Var<DenseTensor>> like, Entry entry) {
    List<Var<DenseTensor>> y = new ArrayList<>();
    for (int i = 0; i < like.size(); i++) {
      y.add(entry.at(i));
    }
    return y;
  }

  private static DenseTensor positions(Shape shape, int first) {
    double[] numbers = new double[shape.count()];
    Arrays.setAll(numbers, i -> first + i);
    return DenseTensor.of(shape, numbers);
  }

  private static List<Var<DenseTensor>> moved(Scalars x, DenseTensor from) {
    return Arrays.stream(from.toArray()).mapToObj(p -> x.at((int) p)).toList();
  }

  private static List<Var<DenseTensor>> repeated(Scalars x, Shape result) {
    return moved(x, positions(x.shape(), 0).broadcastTo(result));
  }

  /** For each entry of x the entry of the result that it belongs to. */
  private static DenseTensor along(Op op, Scalars x, Shape result) {
    return positions(result, 0).expand(op.axis(), x.shape().size(op.axis()));
  }

  private static @Nullable List<Var<DenseTensor>> joined(
      Scalars x, DenseTensor to, Shape result, BinaryOperator<Var<DenseTensor>> join) {
    List<@Nullable Var<DenseTensor>> y = new ArrayList<>();
    for (int i = 0; i < result.count(); i++) {
      y.add(null);
    }
    for (int i = 0; i < x.entries().size(); i++) {
      int at = (int) to.at(i);
      Var<DenseTensor> so = y.get(at);
      y.set(at, so == null ? x.at(i) : join.apply(so, x.at(i)));
    }
    List<Var<DenseTensor>> whole = new ArrayList<>();
    for (Var<DenseTensor> entry : y) {
      if (entry == null) {
        return null;
      }
      whole.add(entry);
    }
    return whole;
  }

  private static @Nullable List<Var<DenseTensor>> product(Scalars a, Scalars b, Shape result) {
    int inner = a.shape().size(1).number();
    int columns = result.size(1).number();
    if (inner == 0) {
      return null;
    }
    List<Var<DenseTensor>> y = new ArrayList<>();
    for (int i = 0; i < result.size(0).number(); i++) {
      for (int j = 0; j < columns; j++) {
        Var<DenseTensor> sum = a.at(i * inner).times(b.at(j));
        for (int k = 1; k < inner; k++) {
          sum = sum.plus(a.at(i * inner + k).times(b.at(k * columns + j)));
        }
        y.add(sum);
      }
    }
    return y;
  }

  /** How many scalar operations it takes, roughly: what decides whether to try. */
  static long cost(Op op, List<Shape> x, Shape result) {
    return op.primitive() == Primitive.MATMUL
        ? 2L * result.count() * x.get(0).size(1).number()
        : Math.max(result.count(), x.stream().mapToInt(Shape::count).max().orElse(1));
  }
}
