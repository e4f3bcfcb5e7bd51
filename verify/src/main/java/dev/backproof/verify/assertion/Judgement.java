package dev.backproof.verify.assertion;

import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.prover.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides a claim, entry by entry, and says what is wrong with the first that is not proved.
 *
 * @param setting what the claim is about, and how it is decided
 * @param wording what its sides are called
 */
record Judgement(Setting setting, Wording wording) {
  /**
   * What to call where a proof that leaves out the kinks is enough; else a proof must hold there.
   */
  private static final String WEAKER = "isProvedOffTheKinksFor";

  /**
   * The proof.
   *
   * @param kinksMatter whether a proof off the kinks only is none
   * @throws AssertionError if it is not proved; the message begins with the verdict
   */
  Proof proof(SymbolicClaim claim, boolean kinksMatter) {
    List<Decision.Proved> proofs = new ArrayList<>();
    for (SymbolicClaim.Entry entry : claim.entries()) {
      proofs.add(proof(claim, entry, kinksMatter));
    }
    return new Proof(wording.subject() + forAll(claim), proofs);
  }

  private Decision.Proved proof(
      SymbolicClaim claim, SymbolicClaim.Entry entry, boolean kinksMatter) {
    requireWellFormed(entry);
    Decision decision = setting.decider().decide(entry.statement());
    if (decision instanceof Decision.Proved proved) {
      if (proved.offKinks() && kinksMatter) {
        throw failure(offTheKinks(claim, entry, proved));
      }
      return proved;
    }
    if (decision instanceof Decision.Refuted refuted) {
      throw failure(refuted(claim, entry, refuted));
    }
    if (decision instanceof Decision.Undecided undecided) {
      throw failure(undecided(claim, undecided));
    }
    throw malformed(((Decision.Malformed) decision).message(), "");
  }

  /** The prover would leave a statement open that is none. */
  private void requireWellFormed(SymbolicClaim.Entry entry) {
    try {
      Kernel asked = new Kernel(entry.statement());
      asked.assumptions();
    } catch (Refusal refusal) {
      throw malformed(String.valueOf(refusal.getMessage()), "");
    }
  }

  private static AssertionError failure(Lines lines) {
    return new AssertionError(lines.toString());
  }

  /** The failure of a claim that says nothing; an empty remedy is left out. */
  AssertionError malformed(String message, String remedy) {
    Lines lines = new Lines("MALFORMED: " + wording.subject()).row("because", message);
    return failure(remedy.isEmpty() ? lines : lines.row("remedy", remedy));
  }

  private Lines refuted(SymbolicClaim claim, SymbolicClaim.Entry entry, Decision.Refuted refuted) {
    Lines lines =
        counterexample(
            new Lines("REFUTED: " + wording.subject()), claim, entry, refuted.counterexample());
    refuted
        .difference()
        .ifPresent(
            term ->
                lines.row(
                    "difference",
                    wording.left() + " − " + wording.right() + " = " + Shown.term(term)));
    return lines;
  }

  private Lines counterexample(
      Lines lines, SymbolicClaim claim, SymbolicClaim.Entry entry, Refutation refutation) {
    PointText at = new PointText(claim, setting.firstLabels(), refutation.point());
    if (!at.sizes().isEmpty()) {
      lines.row("sizes", at.sizes());
    }
    lines.row("inputs", at.inputs());
    if (claim.shape().rank() > 0) {
      lines.row("entry", at.entry(entry));
    }
    return lines
        .row(wording.left(), refutation.left().toString())
        .row(wording.right(), refutation.right().toString());
  }

  private Lines offTheKinks(
      SymbolicClaim claim, SymbolicClaim.Entry entry, Decision.Proved proved) {
    Lines lines =
        new Lines("PROVED off the kinks only: " + wording.subject() + forAll(claim))
            .row(
                "proved where",
                proved.conditions().stream()
                    .map(Shown::condition)
                    .collect(Collectors.joining("\n")));
    proved.kinks().ifPresent(kink -> counterexample(lines, claim, entry, kink));
    return lines.row(
        "instead",
        WEAKER
            + "(…) accepts this; everywhere it is right only with the values of the kink table"
            + "\n(rect′(0) = 0, abs′(0) = 0, maximum and minimum ½ at a tie)");
  }

  private Lines undecided(SymbolicClaim claim, Decision.Undecided undecided) {
    Lines lines =
        new Lines("UNDECIDED: " + wording.subject() + forAll(claim))
            .row("because", undecided.reason());
    undecided.resisted().ifPresent(term -> lines.row("resisted", Shown.term(term)));
    return lines
        .row("evaluated", "at " + undecided.trials() + " points, where both sides agree")
        .row("instead", "at(…) asks the numerical witnesses at a point");
  }

  private static String forAll(SymbolicClaim claim) {
    List<String> sizes = claim.entries().get(0).statement().declarations().sizes();
    return sizes.isEmpty() ? "" : ", for all " + String.join(", ", sizes) + " ≥ 1";
  }
}
