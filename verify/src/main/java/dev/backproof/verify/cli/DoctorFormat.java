package dev.backproof.verify.cli;

import java.util.Locale;

/** The formats in which the machine is described. */
enum DoctorFormat {
  /** A line for each thing. */
  TEXT,
  /** One object. */
  JSON;

  /** What is typed for it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
