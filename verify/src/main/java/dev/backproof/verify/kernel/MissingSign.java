package dev.backproof.verify.kernel;

/** A rule needs the sign of a term, and neither analysis nor a fact gives it. */
public final class MissingSign extends Refusal {
  private static final long serialVersionUID = 1;

  private final transient Term term;
  private final transient Signs needed;

  MissingSign(Term term, Signs needed) {
    super("it is not known that this is " + needed + ": " + term);
    this.term = term;
    this.needed = needed;
  }

  /** The term. */
  public Term term() {
    return term;
  }

  /** The signs it would have to be within. */
  public Signs needed() {
    return needed;
  }
}
