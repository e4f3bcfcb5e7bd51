package dev.backproof.verify.kernel;

/** The kernel does not accept something: a rule does not fit, a term is ill-typed. */
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A refusal with its reason. */
  public Refusal(String reason) {
    super(reason);
  }

  static void unless(boolean holds, String reason) {
    if (!holds) {
      throw new Refusal(reason);
    }
  }
}
