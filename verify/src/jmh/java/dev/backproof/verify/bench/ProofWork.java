package dev.backproof.verify.bench;

import dev.backproof.verify.certificate.CertificateText;
import dev.backproof.verify.certificate.Replay;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.prover.Attempt;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.prover.Prover;
import java.util.List;

/**
 * Statements to be proved again and again.
 *
 * @param statements the statements
 * @param certificates the text of a certificate of each
 */
record ProofWork(List<Statement> statements, List<String> certificates) {
  /**
   * Proves the statements once, for their certificates.
   *
   * @throws IllegalArgumentException if one of them is not proved
   */
  ProofWork(List<Statement> statements) {
    this(statements, statements.stream().map(ProofWork::certificate).toList());
  }

  private static String certificate(Statement statement) {
    if (Decider.USUAL.decide(statement) instanceof Decision.Proved proved) {
      return CertificateText.write(proved.certificate());
    }
    throw new IllegalArgumentException("not proved: " + statement);
  }

  List<Attempt> prove() {
    return statements.stream().map(Prover::prove).toList();
  }

  List<Decision> decide() {
    return statements.stream().map(Decider.USUAL::decide).toList();
  }

  int replay() {
    return certificates.stream().mapToInt(text -> Replay.check(text).steps()).sum();
  }
}
