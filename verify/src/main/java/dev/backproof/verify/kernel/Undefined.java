package dev.backproof.verify.kernel;

import java.util.Locale;

/** A term has no value at a point, or none that intervals can tell: 1/0, log of −1, e^1000. */
public final class Undefined extends Refusal {
  private static final long serialVersionUID = 1;

  Undefined(String reason) {
    super(reason);
  }

  static void unless(boolean defined, String reason, Object... parts) {
    if (!defined) {
      throw new Undefined(String.format(Locale.ROOT, reason, parts));
    }
  }
}
