package dev.backproof.verify.cli;

/** How a program of the tour is shown. */
enum TourFormat {
  /** Its lines and what they print. */
  TEXT("text"),
  /** Its lines alone, as jshell takes them. */
  JSHELL("jshell");

  private final String word;

  TourFormat(String word) {
    this.word = word;
  }

  /** What is typed for it. */
  @Override
  public String toString() {
    return word;
  }
}
