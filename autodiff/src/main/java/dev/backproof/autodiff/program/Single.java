package dev.backproof.autodiff.program;

import dev.backproof.core.Op;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One operation of the algebra.
 *
 * @param op which
 */
public record Single(Op op) implements Operation {
  @Override
  public int arity() {
    return op.arity();
  }

  @Override
  public int results() {
    return 1;
  }

  @Override
  public <T extends Tensor<T>> List<T> apply(T lender, List<T> operands) {
    return List.of(
        switch (operands.size()) {
          case 0 -> lender.apply(op);
          case 1 -> operands.get(0).apply(op);
          case 2 -> operands.get(0).apply(op, operands.get(1));
          default -> operands.get(0).apply(op, operands.get(1), operands.get(2));
        });
  }

  @Override
  public Operation mapSizes(UnaryOperator<Size> image) {
    return new Single(op.mapSizes(image));
  }

  @Override
  public String toString() {
    return op.toString();
  }
}
