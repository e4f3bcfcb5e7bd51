package dev.backproof.verify.report;

import dev.backproof.verify.notes.ClaimResult;
import dev.backproof.verify.prover.ProofVerdict;
import dev.backproof.verify.theorem.Decided;
import dev.backproof.verify.theorem.Proposition;
import java.util.List;

/**
 * What was to be proved, and the numerical evidence beside it.
 *
 * @param theorems everything that was decided
 * @param evidence what the witnesses say of the claims of the notes; empty if they were not asked
 */
public record ProofReport(List<Decided> theorems, List<ClaimResult> evidence) {
  /** Copies the lists. */
  public ProofReport {
    theorems = List.copyOf(theorems);
    evidence = List.copyOf(evidence);
  }

  /** What was decided of a part of the catalogue. */
  public List<Decided> of(Proposition.Part part) {
    return theorems.stream().filter(t -> t.proposition().part() == part).toList();
  }

  /** What was decided of a claim of the notes. */
  public List<Decided> of(String claim) {
    return of(Proposition.Part.NOTES).stream()
        .filter(t -> t.proposition().subject().equals(claim))
        .toList();
  }

  /** How many have a verdict. */
  public long count(ProofVerdict verdict) {
    return theorems.stream().filter(t -> t.verdict() == verdict).count();
  }

  /** The gravest verdict of all. */
  public ProofVerdict verdict() {
    return Decided.gravest(theorems.stream().map(Decided::verdict));
  }
}
