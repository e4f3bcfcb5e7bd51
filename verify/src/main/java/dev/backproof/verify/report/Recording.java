package dev.backproof.verify.report;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.ShapeRules;
import dev.backproof.core.Tensor;
import dev.backproof.verify.report.Calculation.Step;
import java.util.List;
import java.util.Optional;

/** The reading that writes down which primitive operations are done: a {@link Calculation}. */
final class Recording implements Tensor<Recording> {
  private final List<Step> steps;
  private final int place;
  private final Shape shape;

  private Recording(List<Step> steps, Step step) {
    this.steps = steps;
    place = steps.size();
    shape = step.shape();
    steps.add(step);
  }

  /** A value that is given. */
  static Recording given(List<Step> steps, DenseTensor value) {
    return new Recording(steps, Step.given(value));
  }

  /** An operation without operands. */
  static Recording of(List<Step> steps, Op op) {
    return new Recording(steps, Step.of(op, List.of(), Shape.SCALAR));
  }

  /** The number of the place this fills. */
  int place() {
    return place;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public Recording self() {
    return this;
  }

  @Override
  public Recording apply(Op op) {
    return op.arity() == 0
        ? of(steps, op)
        : applied(op, List.of(this), ShapeRules.infer(op, shape));
  }

  @Override
  public Recording apply(Op op, Recording b) {
    return applied(op, List.of(this, b), ShapeRules.infer(op, shape, b.shape));
  }

  @Override
  public Recording apply(Op op, Recording b, Recording c) {
    return applied(op, List.of(this, b, c), ShapeRules.infer(op, shape, b.shape, c.shape));
  }

  /** An operation of a user's own is what its formula does, if it names one. */
  private Recording applied(Op op, List<Recording> operands, Shape result) {
    if (op.primitive() == Primitive.CUSTOM) {
      Optional<Recording> formula = op.custom().formula(operands);
      if (formula.isPresent()) {
        return formula.get();
      }
    }
    return new Recording(
        steps, Step.of(op, operands.stream().map(Recording::place).toList(), result));
  }
}
