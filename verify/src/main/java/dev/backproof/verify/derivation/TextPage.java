package dev.backproof.verify.derivation;

import java.util.ArrayList;
import java.util.List;

/** A derivation as text. */
final class TextPage {
  /** Lines longer than this have their reason below. */
  private static final int WIDEST = 76;

  private static final String GAP = "   ";

  private TextPage() {}

  static String of(ProvedLecture proved) {
    Lecture lecture = proved.lecture();
    List<String> lines = new ArrayList<>();
    lines.add(lecture.id() + GAP.substring(1) + lecture.title().text());
    boolean first = true;
    for (Definition definition : lecture.writer().definitions()) {
      if (lecture.where().contains(definition.name())) {
        if (first) {
          lines.add("");
        }
        lines.add((first ? "where " : "      ") + lecture.writer().equation(definition).text());
        first = false;
      }
    }
    for (Lecture.Part part : lecture.parts()) {
      lines.add("");
      if (!part.heading().text().isEmpty()) {
        lines.add(part.heading().text());
      }
      chain(lecture.writer(), part.chain(), lines);
    }
    return String.join("\n", lines) + "\n";
  }

  static void chain(MathText writer, Chain chain, List<String> lines) {
    List<String> written =
        chain.lines().stream().map(line -> written(writer, chain, line).text()).toList();
    String left = written.get(0);
    int column = width(left) + GAP.length();
    for (int i = 1; i < written.size(); i++) {
      int width = width(left) + 3 + width(written.get(i));
      column = width <= WIDEST ? Math.max(column, width) : column;
    }
    for (int i = 1; i < written.size(); i++) {
      String start = i == 1 ? left : " ".repeat(width(left));
      String line = start + " = " + written.get(i);
      String reason = chain.lines().get(i).reason().text();
      if (reason.isEmpty()) {
        lines.add(line);
      } else if (width(line) <= column) {
        lines.add(line + " ".repeat(column - width(line)) + GAP + reason);
      } else {
        lines.add(line);
        lines.add(" ".repeat(column) + GAP + reason);
      }
    }
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  static Symbol written(MathText writer, Chain chain, Line line) {
    return line.array()
        .map(ArrayTerm::symbol)
        .orElseGet(
            () -> writer.over(chain.declarations()).without(line.spelled()).both(line.term()));
  }
}
