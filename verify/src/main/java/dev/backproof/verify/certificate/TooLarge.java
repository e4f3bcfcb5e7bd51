package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Refusal;

/** Something is beyond {@link Limits}. */
final class TooLarge extends Refusal {
  private static final long serialVersionUID = 1;

  TooLarge(String reason) {
    super(reason);
  }
}
