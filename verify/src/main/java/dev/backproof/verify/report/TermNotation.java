package dev.backproof.verify.report;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;

/** Terms and conditions as reports show them. */
public final class TermNotation {
  private TermNotation() {}

  /** A term. */
  public static String of(Term term) {
    return term.toString();
  }

  /** A condition: {@code x > 0}. */
  public static String of(Condition condition) {
    return of(condition.term()) + relation(condition.signs());
  }

  private static String relation(Signs signs) {
    if (signs.equals(Signs.POSITIVE)) {
      return " > 0";
    }
    if (signs.equals(Signs.NON_NEGATIVE)) {
      return " ≥ 0";
    }
    return signs.equals(Signs.NON_ZERO) ? " ≠ 0" : " is " + signs;
  }
}
