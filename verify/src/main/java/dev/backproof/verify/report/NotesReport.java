package dev.backproof.verify.report;

import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.ClaimResult;
import dev.backproof.verify.notes.TrainingResult;
import dev.backproof.verify.prover.ProofVerdict;
import dev.backproof.verify.theorem.Decided;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the main job has found.
 *
 * @param seed the seed it was started with
 * @param claims one result for each claim of the notes
 * @param engine the laws the rule pages were held against
 * @param training the comparison of both sources of gradients while training
 * @param proofs what was proved
 */
public record NotesReport(
    long seed,
    List<ClaimResult> claims,
    List<Comparison> engine,
    TrainingResult training,
    ProofReport proofs) {
  /** Copies the lists. */
  public NotesReport {
    claims = List.copyOf(claims);
    engine = List.copyOf(engine);
  }

  /** Every verdict: of each claim, each law and the training. */
  public List<Verdict> verdicts() {
    return Stream.of(
            claims.stream().map(ClaimResult::verdict),
            engine.stream().map(Comparison::verdict),
            Stream.of(training.comparison().verdict()))
        .flatMap(verdicts -> verdicts)
        .toList();
  }

  /** The verdict on a claim for all sizes; none for one that is a numerical check. */
  public Optional<ProofVerdict> proof(Claim claim) {
    List<Decided> theorems = proofs.of(claim.id());
    return theorems.isEmpty()
        ? Optional.empty()
        : Optional.of(Decided.gravest(theorems.stream().map(Decided::verdict)));
  }

  /** Whether nothing disagrees. */
  public boolean agrees() {
    return !verdicts().contains(Verdict.DISAGREES);
  }
}
