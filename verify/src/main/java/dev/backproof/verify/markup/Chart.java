package dev.backproof.verify.markup;

import java.util.Locale;

/**
 * A picture that is being drawn, in SVG.
 *
 * <p>Colours stand in a {@linkplain #style() style sheet}, since they are others in the dark; all
 * of it is about what is inside an element of the class {@code chart}.
 */
public final class Chart {
  private final int width;
  private final int height;
  private final String description;
  private final StringBuilder text = new StringBuilder();

  /**
   * An empty picture.
   *
   * @param description for those who do not see it
   */
  public Chart(int width, int height, String description) {
    this.width = width;
    this.height = height;
    this.description = description;
  }

  /** The style sheet of all charts. */
  public static String style() {
    return Html.resource(Chart.class, "chart.css");
  }

  /** A straight line. */
  public Chart line(String style, double x1, double y1, double x2, double y2) {
    return add(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
        style, x1, y1, x2, y2);
  }

  /** A rectangle, from its upper left corner. */
  public Chart rectangle(String style, double x, double y, double width, double height) {
    return add(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>\n",
        style, x, y, Math.max(width, 0), height);
  }

  /** A circle. */
  public Chart circle(String style, double x, double y, double radius) {
    return add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>\n", style, x, y, radius);
  }

  /** A closed line through points, given as x and y in turn. */
  public Chart polygon(String style, double... coordinates) {
    return through("polygon", style, coordinates);
  }

  /** An open line through points, given as x and y in turn. */
  public Chart polyline(String style, double... coordinates) {
    return through("polyline", style, coordinates);
  }

  private Chart through(String element, String style, double... coordinates) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.append(
          String.format(
              Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "" : " ", coordinates[i], coordinates[i + 1]));
    }
    return add("<%s class=\"%s\" points=\"%s\"/>\n", element, style, points);
  }

  /**
   * Words.
   *
   * @param style also says whether they begin, end or are centred at x
   */
  public Chart words(String style, double x, double y, String said) {
    return add(
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>\n", style, x, y, Html.escape(said));
  }

  private Chart add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
    return this;
  }

  /** A file of its own: light or dark as its surroundings are. */
  public String file() {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + width
        + "\" height=\""
        + height
        + "\""
        + attributes()
        + "<style>\n"
        + style()
        + "</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n"
        + text
        + "</svg>\n";
  }

  private String attributes() {
    return " class=\"chart\" viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\" role=\"img\" aria-label=\""
        + Html.escape(description)
        + "\">\n";
  }

  /** A part of a page, which has the style sheet. */
  @Override
  public String toString() {
    return "<svg" + attributes() + text + "</svg>\n";
  }
}
