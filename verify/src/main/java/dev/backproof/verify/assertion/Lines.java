package dev.backproof.verify.assertion;

import java.util.ArrayList;
import java.util.List;

/** A message: a headline, and below it rows with a word in front, in two columns. */
final class Lines {
  private static final String MARGIN = "  ";

  private record Row(String word, String text) {}

  private final String headline;
  private final List<Row> rows = new ArrayList<>();

  Lines(String headline) {
    this.headline = headline;
  }

  /** Adds a row; a text of several lines keeps its column. */
  Lines row(String word, String text) {
    rows.add(new Row(word, text));
    return this;
  }

  @Override
  public String toString() {
    int width = rows.stream().mapToInt(row -> row.word.length()).max().orElse(0);
    StringBuilder all = new StringBuilder(headline);
    for (Row row : rows) {
      String word = row.word;
      for (String line : row.text.split("\n", -1)) {
        String front = MARGIN + word + " ".repeat(width - word.length()) + MARGIN;
        all.append('\n').append((front + line).stripTrailing());
        word = "";
      }
    }
    return all.toString();
  }
}
