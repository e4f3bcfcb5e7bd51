package dev.backproof.verify.cli;

import java.util.Locale;

/** The formats in which a benchmark is reported. */
enum BenchFormat {
  /** Tables. */
  TEXT,
  /** One object. */
  JSON,
  /** One page. */
  HTML;

  /** What is typed for it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
