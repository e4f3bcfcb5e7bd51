package dev.backproof.verify.derivation;

import java.util.ArrayList;
import java.util.List;

/** A derivation as text. */
final class TextPage {
  /** Lines longer than this have their reason below. */
  private static final int WIDEST = 76;

  /** The columns of a terminal. */
  private static final int COLUMNS = 100;

  private static final String GAP = "   ";

  private TextPage() {}

  static String of(ProvedLecture proved) {
    Lecture lecture = proved.lecture();
    List<String> lines = new ArrayList<>();
    lines.add((lecture.id() + GAP.substring(1) + title(lecture)).strip());
    List<Symbol> where = lecture.where();
    for (int i = 0; i < where.size(); i++) {
      if (i == 0) {
        lines.add("");
      }
      lines.add((i == 0 ? "where " : "      ") + where.get(i).text());
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

  private static String title(Lecture lecture) {
    List<String> results = lecture.results().stream().map(Symbol::text).toList();
    String line = String.join(", ", results);
    String indent = " ".repeat(lecture.id().length() + GAP.length() - 1);
    return indent.length() + width(line) <= COLUMNS ? line : String.join(",\n" + indent, results);
  }

  static void chain(MathText writer, Chain chain, List<String> lines) {
    List<String> written = chain.written(writer).stream().map(Symbol::text).toList();
    String left = written.get(0);
    int column = width(left) + GAP.length();
    for (int i = 1; i < written.size(); i++) {
      int width = width(left) + 3 + width(written.get(i));
      column = width <= WIDEST ? Math.max(column, width) : column;
    }
    for (int i = 1; i < written.size(); i++) {
      String begin = i == 1 ? left : " ".repeat(width(left));
      String line = begin + " = " + written.get(i);
      String reason = chain.lines().get(i).reason().text();
      if (reason.isEmpty()) {
        lines.add(line);
      } else if (width(line) <= column && column + GAP.length() + width(reason) <= COLUMNS) {
        lines.add(line + " ".repeat(column - width(line)) + GAP + reason);
      } else {
        lines.add(line);
        int start = Math.min(column + GAP.length(), COLUMNS - width(reason));
        lines.add(" ".repeat(Math.max(start, width(left) + GAP.length())) + reason);
      }
    }
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
