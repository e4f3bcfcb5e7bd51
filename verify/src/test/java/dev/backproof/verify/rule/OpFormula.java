package dev.backproof.verify.rule;

import dev.backproof.core.Formula;
import dev.backproof.core.Op;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.OptionalInt;

/** One operation as a formula. */
record OpFormula(Op op) implements Formula {
  @Override
  public <T extends Tensor<T>> T apply(List<T> x) {
    return switch (x.size()) {
      case 1 -> x.get(0).apply(op);
      case 2 -> x.get(0).apply(op, x.get(1));
      default -> x.get(0).apply(op, x.get(1), x.get(2));
    };
  }

  @Override
  public OptionalInt arity() {
    return OptionalInt.of(op.arity());
  }

  @Override
  public String toString() {
    return op.toString();
  }
}
