package dev.backproof.verify.graph;

import dev.backproof.verify.graph.Diagram.Box;
import dev.backproof.verify.graph.Diagram.Line;
import dev.backproof.verify.graph.Diagram.Style;
import dev.backproof.verify.report.TextTable;

/** How much room text takes: a font of one width for all characters makes that certain. */
final class Measure {
  /** The size of the font in pixels. */
  static final int FONT = 13;

  /** From one line to the next. */
  static final int LINE = 18;

  /** From the edge of a box to its text. */
  static final int PADDING = 9;

  /** A column of a font of one width, which is 0.602 of its size, and a little. */
  private static final double COLUMN = 0.61 * FONT;

  private Measure() {}

  /** The width of a text. */
  static double width(String text) {
    return TextTable.width(text) * COLUMN;
  }

  static double width(Box box) {
    double widest = 0;
    for (Line line : box.lines()) {
      widest = Math.max(widest, Math.max(width(line.whole()), line.room() * COLUMN));
    }
    return Math.ceil(widest + 2 * padding(box));
  }

  static double height(Box box) {
    return box.lines().size() * LINE + 2.0 * padding(box) - (box.style() == Style.LITERAL ? 0 : 4);
  }

  static int padding(Box box) {
    return box.style() == Style.LITERAL ? 3 : PADDING;
  }
}
