package dev.backproof.verify.cli;

/** How a graph is written. */
enum GraphFormat {
  /** Two tables for people. */
  TEXT("text"),
  /** The language of Graphviz. */
  DOT("dot");

  private final String word;

  GraphFormat(String word) {
    this.word = word;
  }

  /** What is typed for it. */
  @Override
  public String toString() {
    return word;
  }
}
