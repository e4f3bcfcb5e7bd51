package dev.backproof.verify.assertion;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;

/** Terms, conditions and hypotheses as a message shows them. */
final class Shown {
  private Shown() {}

  /** A term on one line: the only place where messages ask how terms are written. */
  static String term(Term term) {
    return term.toString();
  }

  /** What has to hold. */
  static String condition(Condition condition) {
    return term(condition.term()) + " " + sign(condition.signs());
  }

  /** What is taken for granted. */
  static String hypothesis(Hypothesis hypothesis) {
    return hypothesis.left().equals(hypothesis.right())
        ? term(hypothesis.left()) + " " + sign(hypothesis.signs())
        : term(hypothesis.left()) + " = " + term(hypothesis.right());
  }

  private static String sign(Signs signs) {
    if (signs.equals(Signs.POSITIVE)) {
      return "> 0";
    }
    if (signs.equals(Signs.NEGATIVE)) {
      return "< 0";
    }
    if (signs.equals(Signs.NON_ZERO)) {
      return "≠ 0";
    }
    if (signs.equals(Signs.NON_NEGATIVE)) {
      return "≥ 0";
    }
    return signs.equals(Signs.NON_POSITIVE) ? "≤ 0" : "is " + signs;
  }
}
