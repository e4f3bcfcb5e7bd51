package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Refusal;

/** A text is no certificate: where it goes wrong, and what was expected there. */
public final class MalformedCertificate extends Refusal {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  MalformedCertificate(int line, int column, String reason) {
    super(Printable.of(reason));
    this.line = line;
    this.column = column;
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }

  /** The column in characters, from 1. */
  public int column() {
    return column;
  }
}
