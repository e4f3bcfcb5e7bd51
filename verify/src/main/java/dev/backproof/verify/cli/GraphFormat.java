package dev.backproof.verify.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
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

  /** The format that the name of a file ends in; text without an ending. */
  static Optional<GraphFormat> ofEnding(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".txt") || !name.contains(".")) {
      return Optional.of(TEXT);
    }
    return Arrays.stream(values()).filter(format -> name.endsWith("." + format)).findFirst();
  }

  /** What is typed for it. */
  @Override
  public String toString() {
    return word;
  }
}
