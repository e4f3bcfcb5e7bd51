package dev.backproof.verify.cli;

/** How a program is explained. */
enum ExplainFormat {
  /** A page that goes through the steps. */
  HTML("html"),
  /** The same steps as text. */
  TEXT("text");

  private final String word;

  ExplainFormat(String word) {
    this.word = word;
  }

  /** What is typed for it. */
  @Override
  public String toString() {
    return word;
  }
}
