package dev.backproof.verify.cli;

import java.util.Locale;

/** The formats in which proofs are shown. */
enum ProofFormat {
  /** Tables for people. */
  TEXT,
  /** Every number. */
  JSON,
  /** A derivation to be typeset. */
  LATEX,
  /** A derivation as a page. */
  HTML;

  /** What is typed for it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
