package dev.backproof.verify.report;

import dev.backproof.verify.check.Bound;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.check.Witness;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.ClaimResult;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.notes.StatementResult;
import dev.backproof.verify.notes.TrainingResult;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.theorem.Catalogue;
import dev.backproof.verify.theorem.Decided;
import dev.backproof.verify.theorem.WrongVerdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports of two claims, three laws and a training. */
public final class SampleReport {
  private SampleReport() {}

  /** A report in which the last claim, the last law and the training have these verdicts. */
  public static NotesReport of(Verdict claim, Verdict law, Verdict training) {
    return new NotesReport(
        1,
        List.of(claim(Verdict.AGREES), claim(claim)),
        List.of(
            found(Witness.ADJOINT, Verdict.AGREES),
            found(Witness.ADJOINT, Verdict.AGREES),
            found(Witness.ADJOINT, law)),
        new TrainingResult(1, 1, 0, 1, found(Witness.GRAPH, training)),
        new ProofReport(List.of(proved()), List.of()),
        Map.of(),
        List.of());
  }

  /** A report without a disagreement in which these became of wrong versions. */
  public static NotesReport withWrong(List<WrongVerdict> wrong) {
    NotesReport right = of(Verdict.AGREES, Verdict.AGREES, Verdict.AGREES);
    return new NotesReport(
        right.seed(),
        right.claims(),
        right.engine(),
        right.training(),
        right.proofs(),
        right.derivations(),
        wrong);
  }

  private static Decided proved() {
    Claim sign = NotesClaims.find("1.5").orElseThrow();
    return Decided.of(Catalogue.of(sign).get(0), Decider.USUAL);
  }

  private static ClaimResult claim(Verdict verdict) {
    return new ClaimResult(
        new Claim("0.0", "a claim", List.of()),
        List.of(
            new StatementResult("a form", List.of(), 1, List.of(found(Witness.GRAPH, verdict)))));
  }

  private static Comparison found(Witness witness, Verdict verdict) {
    return new Comparison(witness, verdict, Bound.ROUNDING, 0, 1, Optional.empty());
  }
}
