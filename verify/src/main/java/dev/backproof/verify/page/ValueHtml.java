package dev.backproof.verify.page;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.verify.markup.Html;
import dev.backproof.verify.report.ValueText;

/**
 * A value on a page: a number, a small array as a table, a large one by its least and greatest
 * entry and a strip of colours.
 *
 * <p>Every number says which it is, {@code data-v="v3:0"} for entry 0 of the value of node 3.
 */
final class ValueHtml {
  private static final int MOST_ENTRIES = 72;
  private static final int MOST_COLUMNS = 12;

  private ValueHtml() {}

  /** Whether it is shown entry by entry. */
  static boolean isTable(Shape shape) {
    return shape.rank() <= 2
        && shape.count() <= MOST_ENTRIES
        && (shape.rank() == 0 || shape.last().number() <= MOST_COLUMNS);
  }

  /** The value, to be read. */
  static String of(DenseTensor value, String binding, String name) {
    return of(value, binding, name, "array");
  }

  /** The value, to be changed where there is a script. */
  static String editable(DenseTensor value, String binding, String name) {
    return of(value, binding, name, "array editable");
  }

  private static String of(DenseTensor value, String binding, String name, String style) {
    Shape shape = value.shape();
    if (!isTable(shape)) {
      return "<span class=\"large\"><span data-t=\""
          + binding
          + "\">"
          + Html.escape(ValueText.of(value))
          + "</span> "
          + HeatStrip.of(value, binding)
          + "</span>";
    }
    int columns = shape.rank() == 0 ? 1 : shape.last().number();
    int rows = columns == 0 ? 0 : value.count() / columns;
    StringBuilder html = new StringBuilder("<table class=\"").append(style).append("\"");
    html.append(" aria-label=\"").append(Html.escape(name)).append("\"><tbody>");
    for (int i = 0; i < rows; i++) {
      html.append("<tr>");
      for (int j = 0; j < columns; j++) {
        int at = i * columns + j;
        html.append("<td data-v=\"").append(binding).append(':').append(at).append('"');
        if (style.endsWith("editable")) {
          html.append(" data-name=\"").append(Html.escape(entryName(name, shape, i, j)));
          html.append('"');
        }
        html.append('>').append(Html.escape(ValueText.of(value.at(at)))).append("</td>");
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  private static String entryName(String name, Shape shape, int row, int column) {
    return switch (shape.rank()) {
      case 0 -> name;
      case 1 -> name + "[" + column + "]";
      default -> name + "[" + row + ", " + column + "]";
    };
  }
}
