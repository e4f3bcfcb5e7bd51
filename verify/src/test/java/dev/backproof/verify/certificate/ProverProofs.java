package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.prover.Attempt;
import dev.backproof.verify.prover.Prover;
import dev.backproof.verify.theorem.NotesTheorems;
import dev.backproof.verify.theorem.Proposition;
import java.util.ArrayList;
import java.util.List;

/** What the search finds for the notes: gradients of the output layer, and what leads to them. */
final class ProverProofs {
  /** Certificates longer than this take too long to be changed thousands of times. */
  private static final int LONGEST = 150;

  private ProverProofs() {}

  /** The short ones of the notes' theorems. */
  static List<Certificate> all() {
    List<Certificate> all = new ArrayList<>();
    for (Proposition proposition : NotesTheorems.all()) {
      for (Statement statement : proposition.claim().get().statements()) {
        if (Prover.prove(statement) instanceof Attempt.Proved proof
            && proof.steps().size() <= LONGEST) {
          all.add(new Certificate(statement, proof.steps(), List.of(proposition.name())));
        }
      }
    }
    return all;
  }
}
