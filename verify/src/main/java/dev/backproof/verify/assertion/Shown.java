package dev.backproof.verify.assertion;

import dev.backproof.verify.derivation.MathText;
import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;
import java.util.List;
import java.util.Optional;

/**
 * Terms, conditions and hypotheses as a message shows them: the only place that asks how terms are
 * written.
 *
 * @param declarations what the letters mean
 */
record Shown(Declarations declarations) {
  private MathText writer() {
    return MathText.of(declarations);
  }

  /** A term on one line. */
  String term(Term term) {
    return writer().text(term);
  }

  /** What has to hold, in order. */
  List<String> conditions(List<Condition> conditions) {
    return conditions.stream().map(this::condition).distinct().sorted().toList();
  }

  private String condition(Condition condition) {
    return writer().condition(withoutFactor(condition)).text();
  }

  /** −x ≠ 0 is x ≠ 0. */
  private static Condition withoutFactor(Condition condition) {
    Term term = condition.term();
    boolean scaled =
        condition.signs().equals(Signs.NON_ZERO)
            && term.is(Term.Kind.MULTIPLY)
            && term.argument(0).is(Term.Kind.NUMBER)
            && term.argument(0).number().signum() != 0;
    return scaled
        ? withoutFactor(
            new Condition(
                condition.signs(),
                condition.indices(),
                Term.multiply(term.arguments().subList(1, term.arguments().size()))))
        : condition;
  }

  /** What is taken for granted, in order. */
  List<String> hypotheses(List<Hypothesis> hypotheses) {
    return hypotheses.stream().map(this::hypothesis).distinct().sorted().toList();
  }

  private String hypothesis(Hypothesis hypothesis) {
    Optional<Term> maximum = Ties.maximum(hypothesis);
    if (maximum.isPresent()) {
      Condition other = new Condition(Signs.NON_ZERO, hypothesis.indices(), maximum.get());
      return writer().condition(other).text().replaceFirst(" ≠ 0", " is attained in one place");
    }
    return hypothesis.left().equals(hypothesis.right())
        ? condition(new Condition(hypothesis.signs(), hypothesis.indices(), hypothesis.left()))
        : term(hypothesis.left()) + " = " + term(hypothesis.right());
  }
}
