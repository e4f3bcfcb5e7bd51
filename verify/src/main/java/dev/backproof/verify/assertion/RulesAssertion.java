package dev.backproof.verify.assertion;

import dev.backproof.core.Custom;

/** The derivative rules of an operation of the caller's own. */
public final class RulesAssertion {
  private final Custom operation;

  RulesAssertion(Custom operation) {
    this.operation = operation;
  }

  /**
   * For all sizes and all values of the operands.
   *
   * @param operands the operands of the operation
   * @throws IllegalArgumentException if there are too few or too many, or they cannot be declared
   */
  public RulesForAll forAll(Operand... operands) {
    if (operands.length != operation.arity()) {
      throw new IllegalArgumentException(
          "forAll: "
              + operation.name()
              + " takes "
              + Arity.count(operation.arity())
              + ", but "
              + operands.length
              + " given");
    }
    return new RulesForAll(operation, Setting.of(operands));
  }
}
