package dev.backproof.verify.assertion;

import dev.backproof.core.Custom;
import java.util.List;

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
    List<Operand> all = Arity.required("forAll", operands);
    Arity.require("forAll", operation.name(), operation.arity(), all.size());
    return new RulesForAll(operation, Setting.of(all));
  }
}
