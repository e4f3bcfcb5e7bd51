package dev.backproof.verify.report;

import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.derivation.ProvedLecture;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.ClaimResult;
import dev.backproof.verify.notes.TrainingResult;
import dev.backproof.verify.prover.ProofVerdict;
import dev.backproof.verify.theorem.Decided;
import dev.backproof.verify.theorem.WrongVerdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param derivations the derivations of the claims that have one, by the number of the claim
 * @param wrong what became of the wrong versions of the claims
 */
public record NotesReport(
    long seed,
    List<ClaimResult> claims,
    List<Comparison> engine,
    TrainingResult training,
    ProofReport proofs,
    Map<String, ProvedLecture> derivations,
    List<WrongVerdict> wrong) {
  /** Copies what it is given. */
  public NotesReport {
    claims = List.copyOf(claims);
    engine = List.copyOf(engine);
    derivations = Collections.unmodifiableMap(new LinkedHashMap<>(derivations));
    wrong = List.copyOf(wrong);
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

  /** What became of the wrong versions of a claim. */
  public List<WrongVerdict> wrong(Claim claim) {
    return wrong.stream().filter(v -> v.wrong().claim().equals(claim.id())).toList();
  }

  /** The wrong versions that nothing was found against. */
  public List<WrongVerdict> missed() {
    return wrong.stream().filter(verdict -> !verdict.isCaught()).toList();
  }

  /** Whether nothing disagrees, and every wrong version is seen to be wrong. */
  public boolean agrees() {
    return !verdicts().contains(Verdict.DISAGREES) && missed().isEmpty();
  }
}
