package dev.backproof.verify.theorem;

import dev.backproof.core.Formula;
import dev.backproof.core.Op;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.OptionalInt;

/**
 * A formula of one operation.
 *
 * @param op the operation
 */
record OneOperation(Op op) implements Formula {
  @Override
  public <T extends Tensor<T>> T apply(List<T> operands) {
    T first = operands.get(0);
    return switch (operands.size()) {
      case 1 -> first.apply(op);
      case 2 -> first.apply(op, operands.get(1));
      default -> first.apply(op, operands.get(1), operands.get(2));
    };
  }

  @Override
  public OptionalInt arity() {
    return OptionalInt.of(op.arity());
  }
}
