package dev.backproof.verify.report;

import dev.backproof.verify.derivation.MathText;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.theorem.Decided;
import java.util.List;

/** Terms, conditions and hypotheses of statements as reports show them. */
final class TermNotation {
  private TermNotation() {}

  /** A term over the letters of a statement. */
  static String of(Statement statement, Term term) {
    return MathText.of(statement.declarations()).text(term);
  }

  /** The conditions under which a theorem is proved: {@code x > 0}. */
  static List<String> conditions(Decided theorem) {
    return theorem.proofs().stream()
        .flatMap(
            proof ->
                proof.conditions().stream()
                    .map(condition -> writer(proof).condition(condition).text()))
        .distinct()
        .toList();
  }

  /** The hypotheses that its proofs use. */
  static List<String> hypotheses(Decided theorem) {
    return theorem.proofs().stream()
        .flatMap(proof -> proof.hypotheses().stream().map(h -> hypothesis(writer(proof), h)))
        .distinct()
        .toList();
  }

  private static MathText writer(Decision.Proved proof) {
    return MathText.of(proof.certificate().statement().declarations());
  }

  private static String hypothesis(MathText writer, Hypothesis h) {
    return h.left().equals(h.right())
        ? writer.text(h.left()) + " is " + h.signs()
        : writer.text(h.left()) + " = " + writer.text(h.right());
  }
}
