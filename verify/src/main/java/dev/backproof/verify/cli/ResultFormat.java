package dev.backproof.verify.cli;

import java.util.Locale;

/** The formats in which the result of a training is printed. */
enum ResultFormat {
  /** A few lines. */
  TEXT,
  /** One object. */
  JSON;

  /** What is typed for it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
