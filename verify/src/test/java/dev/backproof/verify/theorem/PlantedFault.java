package dev.backproof.verify.theorem;

import dev.backproof.verify.rule.Fault;

/**
 * A fault in one row, and a theorem that it breaks.
 *
 * @param name what is wrong
 * @param fault the fault
 * @param mode the page it is planted in
 * @param pattern what the theorem is about
 * @param which the operand
 * @param atKinksOnly whether the row stays right off the kinks
 */
record PlantedFault(
    String name, Fault fault, Mode mode, RowPattern pattern, int which, boolean atKinksOnly) {
  /** The two pages. */
  enum Mode {
    VJP,
    JVP
  }

  /** The row's theorem, about the page with the fault. */
  Proposition theorem() {
    return switch (mode) {
      case VJP -> RuleTheorems.vjp(fault.inVjp(pattern.op().primitive(), which), pattern, which);
      case JVP -> RuleTheorems.jvp(fault.inJvp(pattern.op().primitive(), which), pattern, which);
    };
  }

  @Override
  public String toString() {
    return theorem().name() + ": " + name;
  }
}
