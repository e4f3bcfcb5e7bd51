package dev.backproof.verify.kernel;

/** A term has no value at a point, or none that intervals can tell: 1/0, log of −1, e^1000. */
public final class Undefined extends Refusal {
  private static final long serialVersionUID = 1;

  Undefined(String reason) {
    super(reason);
  }

  static void unless(boolean defined, String reason) {
    if (!defined) {
      throw new Undefined(reason);
    }
  }
}
