package dev.backproof.verify.theorem;

import dev.backproof.core.Custom;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.ShapeRules;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * An operation as a user may write one, with rules of its own and the formula it stands for:
 * a·σ(b), where the gate σ(b) lets a part of a through.
 */
record Gate() implements Custom {
  @Override
  public String name() {
    return "gate";
  }

  @Override
  public int arity() {
    return 2;
  }

  @Override
  public Shape shape(List<Shape> operands) {
    return ShapeRules.infer(RowPatterns.plain(Primitive.TIMES), operands.toArray(Shape[]::new));
  }

  @Override
  public DenseTensor value(List<DenseTensor> operands) {
    return gate(operands);
  }

  @Override
  public <T extends Tensor<T>> Optional<T> formula(List<T> operands) {
    return Optional.of(gate(operands));
  }

  private static <T extends Tensor<T>> T gate(List<T> operands) {
    return operands.get(0).times(operands.get(1).map(Elementary.SIGMOID));
  }

  @Override
  public <T extends Tensor<T>> T vjp(int which, List<T> operands, T y, T yBar) {
    return scaled(which, operands, y, yBar);
  }

  @Override
  public <T extends Tensor<T>> T jvp(int which, List<T> operands, T y, T dot) {
    return scaled(which, operands, y, dot);
  }

  /** ∂y/∂a = σ(b), ∂y/∂b = y·σ(−b). */
  private static <T extends Tensor<T>> T scaled(int which, List<T> operands, T y, T by) {
    T b = operands.get(1);
    return by.times(
        which == 0 ? b.map(Elementary.SIGMOID) : y.times(b.negate().map(Elementary.SIGMOID)));
  }
}
