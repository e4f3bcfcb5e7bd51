package dev.backproof.verify.check;

/** What a numerical witness says. */
public enum Verdict {
  /** The two sides are within the stated bound of each other. */
  AGREES,
  /** They are not. */
  DISAGREES,
  /**
   * The witness cannot be asked here: a kink inside its stencil, or a bound too wide to say
   * anything.
   */
  NOT_CHECKABLE;

  /** The graver of two: a disagreement outweighs all, and what was checked what could not be. */
  public Verdict and(Verdict other) {
    if (this == DISAGREES || other == DISAGREES) {
      return DISAGREES;
    }
    return this == AGREES || other == AGREES ? AGREES : NOT_CHECKABLE;
  }
}
