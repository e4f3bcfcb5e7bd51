package dev.backproof.verify.page.notes;

import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.prover.ProofVerdict;

/** Verdicts as words with a sign and a colour. */
final class Badge {
  private Badge() {}

  /** The verdict on a statement for all sizes. */
  static String of(ProofVerdict verdict) {
    return switch (verdict) {
      case PROVED -> badge("good", "✓ PROVED");
      case REFUTED -> badge("bad", "✗ REFUTED");
      case MALFORMED -> badge("bad", "⚠ MALFORMED");
      case UNDECIDED -> badge("open", "? UNDECIDED");
    };
  }

  /** What the witnesses say. */
  static String of(Verdict verdict) {
    return switch (verdict) {
      case AGREES -> badge("good", "✓ AGREES");
      case DISAGREES -> badge("bad", "✗ DISAGREES");
      case NOT_CHECKABLE -> badge("open", "? NOT_CHECKABLE");
    };
  }

  /** Proved, and wrong at a kink. */
  static String offKinks() {
    return badge("open", "⚠ PROVED off the kinks only");
  }

  private static String badge(String style, String words) {
    return "<span class=\"badge " + style + "\">" + words + "</span>";
  }
}
