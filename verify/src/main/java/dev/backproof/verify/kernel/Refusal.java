package dev.backproof.verify.kernel;

import java.util.Locale;

/** The kernel does not accept something: a rule does not fit, a term is ill-typed. */
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A refusal with its reason. */
  public Refusal(String reason) {
    super(reason);
  }

  /** Refuses unless something holds; the reason is written only then, as most hold. */
  static void unless(boolean holds, String reason, Object... parts) {
    if (!holds) {
      // Without parts it is a text, in which a bound index is written %0.
      throw new Refusal(parts.length == 0 ? reason : String.format(Locale.ROOT, reason, parts));
    }
  }
}
