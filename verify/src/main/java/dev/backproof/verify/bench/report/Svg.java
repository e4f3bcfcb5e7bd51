package dev.backproof.verify.bench.report;

import com.google.common.html.HtmlEscapers;
import java.util.Locale;

/** A picture that is being drawn. Colours are those of the page: they stand in its style sheet. */
public final class Svg {
  private final StringBuilder text = new StringBuilder();

  /**
   * An empty picture.
   *
   * @param description for those who do not see it
   */
  public Svg(int width, int height, String description) {
    text.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
            width,
            height,
            escape(description)));
  }

  /** Text as it may stand in a page. */
  public static String escape(String said) {
    return HtmlEscapers.htmlEscaper().escape(said);
  }

  /** A straight line. */
  public Svg line(String style, double x1, double y1, double x2, double y2) {
    return add(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
        style, x1, y1, x2, y2);
  }

  /** A rectangle, from its upper left corner. */
  public Svg rectangle(String style, double x, double y, double width, double height) {
    return add(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
        style, x, y, Math.max(width, 0), height);
  }

  /** A circle. */
  public Svg circle(String style, double x, double y, double radius) {
    return add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>%n", style, x, y, radius);
  }

  /** A closed line through points, given as x and y in turn. */
  public Svg polygon(String style, double... coordinates) {
    return through("polygon", style, coordinates);
  }

  /** An open line through points, given as x and y in turn. */
  public Svg polyline(String style, double... coordinates) {
    return through("polyline", style, coordinates);
  }

  private Svg through(String element, String style, double... coordinates) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.append(
          String.format(
              Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "" : " ", coordinates[i], coordinates[i + 1]));
    }
    return add("<%s class=\"%s\" points=\"%s\"/>%n", element, style, points);
  }

  /**
   * Words.
   *
   * @param style also says whether they begin, end or are centred at x
   */
  public Svg words(String style, double x, double y, String said) {
    return add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n", style, x, y, escape(said));
  }

  private Svg add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
    return this;
  }

  @Override
  public String toString() {
    return text + "</svg>\n";
  }
}
