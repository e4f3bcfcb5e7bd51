package dev.backproof.verify.check;

import dev.backproof.core.Custom;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.Optional;

/** Twice its operand, as an operation of the user's own that may or may not name its formula. */
record Opaque(boolean named) implements Custom {
  @Override
  public String name() {
    return "opaque";
  }

  @Override
  public int arity() {
    return 1;
  }

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.get(0);
  }

  @Override
  public DenseTensor value(List<DenseTensor> operands) {
    return operands.get(0).plus(operands.get(0));
  }

  @Override
  public <T extends Tensor<T>> Optional<T> formula(List<T> operands) {
    return named ? Optional.of(operands.get(0).plus(operands.get(0))) : Optional.empty();
  }

  @Override
  public <T extends Tensor<T>> T vjp(int which, List<T> operands, T y, T yBar) {
    return yBar.plus(yBar);
  }

  @Override
  public <T extends Tensor<T>> T jvp(int which, List<T> operands, T y, T dot) {
    return dot.plus(dot);
  }
}
