package dev.backproof.verify.derivation;

/** A line of a chain does not follow from the one before, as far as is seen: nothing is shown. */
public final class UnprovedLink extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  UnprovedLink(Chain chain, int line, String reason) {
    super(
        "derivation: line "
            + (line + 1)
            + " is not proved equal to line "
            + line
            + ": "
            + MathText.of(chain.declarations()).text(chain.lines().get(line - 1).term())
            + " = "
            + MathText.of(chain.declarations()).text(chain.lines().get(line).term())
            + "; "
            + reason);
    this.line = line;
  }

  /** The number of the line, from 0, that does not follow from the one before. */
  public int line() {
    return line;
  }
}
