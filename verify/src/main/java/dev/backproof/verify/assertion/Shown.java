package dev.backproof.verify.assertion;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;
import java.util.List;

/**
 * Terms, conditions and hypotheses as a message shows them: the only place that asks how terms are
 * written.
 *
 * @param declarations what the letters mean
 */
record Shown(Declarations declarations) {
  /** A term on one line. */
  String term(Term term) {
    return term.toString();
  }

  /** What has to hold, in order. */
  List<String> conditions(List<Condition> conditions) {
    return conditions.stream()
        .map(condition -> term(condition.term()) + " " + sign(condition.signs()))
        .distinct()
        .sorted()
        .toList();
  }

  /** What is taken for granted, in order. */
  List<String> hypotheses(List<Hypothesis> hypotheses) {
    return hypotheses.stream().map(this::hypothesis).distinct().sorted().toList();
  }

  private String hypothesis(Hypothesis hypothesis) {
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
