package dev.backproof.verify.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** How a graph is written. */
enum GraphFormat {
  /** Two tables for people. */
  TEXT("text"),
  /** A picture. */
  SVG("svg"),
  /** A page: the picture, the layers, the tables. */
  HTML("html"),
  /** The language of Graphviz. */
  DOT("dot"),
  /** Everything, for programs. */
  JSON("json");

  private final String word;

  GraphFormat(String word) {
    this.word = word;
  }

  /** The format that the name of a file ends in. */
  static Optional<GraphFormat> ofEnding(Path file) {
    return Arrays.stream(values())
        .filter(format -> file.toString().endsWith("." + format))
        .findFirst();
  }

  /** What is typed for it. */
  @Override
  public String toString() {
    return word;
  }
}
