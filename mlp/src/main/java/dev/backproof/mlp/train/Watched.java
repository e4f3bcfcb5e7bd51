package dev.backproof.mlp.train;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * The reading that computes and watches: the first operation that makes ∞ or NaN of numbers is
 * written down.
 */
final class Watched implements Tensor<Watched> {
  /** What has happened so far. */
  static final class Watch {
    private int operations;
    private Optional<Culprit> first = Optional.empty();
    private Optional<Culprit> firstNan = Optional.empty();

    Watched of(DenseTensor value) {
      return new Watched(this, value, operations);
    }

    /** The first operation that gave ∞ or NaN although all it was given was finite. */
    Optional<Culprit> first() {
      return first;
    }

    /** The first that gave NaN although nothing it was given was. */
    Optional<Culprit> firstNan() {
      return firstNan;
    }

    private Watched note(Op op, DenseTensor result, List<DenseTensor> operands) {
      int number = ++operations;
      if (first.isEmpty() && !isFinite(result) && operands.stream().allMatch(Watch::isFinite)) {
        first = Optional.of(Culprit.of(number, op, result, operands));
      }
      if (firstNan.isEmpty() && hasNan(result) && operands.stream().noneMatch(Watch::hasNan)) {
        firstNan = Optional.of(Culprit.of(number, op, result, operands));
      }
      return new Watched(this, result, number);
    }

    private static boolean isFinite(DenseTensor x) {
      for (int i = 0; i < x.count(); i++) {
        if (!Double.isFinite(x.at(i))) {
          return false;
        }
      }
      return true;
    }

    private static boolean hasNan(DenseTensor x) {
      for (int i = 0; i < x.count(); i++) {
        if (Double.isNaN(x.at(i))) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * An operation that made what is no number.
   *
   * @param number the how manieth operation it was
   * @param operation by name
   * @param operands their shapes
   * @param made NaN, ∞ or −∞
   */
  record Culprit(int number, String operation, List<Shape> operands, double made) {
    static Culprit of(int number, Op op, DenseTensor result, List<DenseTensor> operands) {
      double made = 0;
      for (int i = 0; i < result.count() && Double.isFinite(made); i++) {
        made = result.at(i);
      }
      return new Culprit(
          number, op.toString(), operands.stream().map(DenseTensor::shape).toList(), made);
    }

    String text() {
      return operation
          + operands.stream()
              .map(Shape::toString)
              .reduce((a, b) -> a + " and " + b)
              .map(shapes -> " of " + shapes)
              .orElse("");
    }

    String result() {
      return Double.isNaN(made) ? "NaN" : made > 0 ? "+∞" : "−∞";
    }
  }

  private final Watch watch;
  private final DenseTensor value;
  private final int number;

  private Watched(Watch watch, DenseTensor value, int number) {
    this.watch = watch;
    this.value = value;
    this.number = number;
  }

  /** The how manieth operation made this. */
  int number() {
    return number;
  }

  @Override
  public Shape shape() {
    return value.shape();
  }

  @Override
  public Watched self() {
    return this;
  }

  @Override
  public Watched apply(Op op) {
    return watch.note(op, value.apply(op), List.of(value));
  }

  @Override
  public Watched apply(Op op, Watched b) {
    return watch.note(op, value.apply(op, b.value), List.of(value, b.value));
  }

  @Override
  public Watched apply(Op op, Watched b, Watched c) {
    return watch.note(op, value.apply(op, b.value, c.value), List.of(value, b.value, c.value));
  }
}
