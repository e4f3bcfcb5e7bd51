package dev.backproof.core;

import java.util.List;
import java.util.OptionalInt;

/** A formula that checks the number of its operands. */
abstract class FixedFormula implements Formula {
  private final int arity;

  FixedFormula(int arity) {
    this.arity = arity;
  }

  /** The value, of as many operands as {@link #arity} says. */
  abstract <T extends Tensor<T>> T value(List<T> x);

  @Override
  public final <T extends Tensor<T>> T apply(List<T> operands) {
    if (operands.size() != arity) {
      throw new IllegalArgumentException(
          "formula: takes " + arity + " operands, not " + operands.size());
    }
    return value(operands);
  }

  @Override
  public final OptionalInt arity() {
    return OptionalInt.of(arity);
  }
}
