package dev.backproof.verify.derivation;

import dev.backproof.verify.prover.Decision;

/** A line of a chain does not follow from the one before, as far as is seen: nothing is shown. */
public final class UnprovedLink extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  UnprovedLink(Chain chain, int line, Decision decision) {
    super(
        "derivation: line "
            + (line + 1)
            + " is not proved equal to line "
            + line
            + ": "
            + text(chain, line - 1)
            + " = "
            + text(chain, line)
            + " is "
            + decision.verdict()
            + (decision instanceof Decision.Undecided open ? "; " + open.reason() : ""));
    this.line = line;
  }

  private static String text(Chain chain, int line) {
    return MathText.of(chain.declarations()).text(chain.lines().get(line).term());
  }

  /** The number of the line, from 0, that does not follow from the one before. */
  public int line() {
    return line;
  }
}
