package dev.backproof.verify.graph;

import dev.backproof.verify.graph.Diagram.Box;
import dev.backproof.verify.graph.Diagram.Line;
import dev.backproof.verify.graph.Diagram.Link;
import dev.backproof.verify.graph.Layout.Area;
import dev.backproof.verify.graph.Layout.Point;
import dev.backproof.verify.markup.Html;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A diagram as SVG.
 *
 * <p>Box {@code n3} is the element {@code g3-n3} if the prefix is {@code g3-}, so that several
 * pictures have room on one page; text that shows a value says which, {@code data-t="v3"}. A box
 * may be a link. Colours are those of a style sheet: of the page, or of the picture itself if it is
 * a file of its own.
 */
public final class GraphSvg {
  private static final double CORNER = 5;

  private final Diagram diagram;
  private final Layout layout;
  private final String prefix;
  private final UnaryOperator<String> targets;
  private final StringBuilder svg = new StringBuilder();

  private GraphSvg(Diagram diagram, Layout layout, String prefix, UnaryOperator<String> targets) {
    this.diagram = diagram;
    this.layout = layout;
    this.prefix = prefix;
    this.targets = targets;
  }

  /** A file of its own: light or dark as its surroundings are. */
  public static String file(Diagram diagram, String title) {
    return file(ElkLayout.of(diagram), diagram, title);
  }

  /** The same in rows, where one would be too wide to read. */
  public static String fileInRows(Diagram diagram, String title) {
    return file(ElkLayout.inRows(diagram), diagram, title);
  }

  private static String file(Layout layout, Diagram diagram, String title) {
    String style =
        "<style>\n" + Html.resource(GraphSvg.class, "graph.css").strip() + "\n</style>\n";
    return new GraphSvg(diagram, layout, "", id -> "").draw(title, style, true);
  }

  /** A part of a page, which has the style sheet. */
  public static String part(Diagram diagram, String title, String prefix) {
    return new GraphSvg(diagram, ElkLayout.of(diagram), prefix, id -> "").draw(title, "", false);
  }

  /**
   * A part of a page, in rows where one would be too wide to read, and with links.
   *
   * @param targets for the id of a box where it leads, empty if nowhere
   */
  public static String partInRows(
      Diagram diagram, String title, String prefix, UnaryOperator<String> targets) {
    return new GraphSvg(diagram, ElkLayout.inRows(diagram), prefix, targets).draw(title, "", false);
  }

  /** The style sheet of the pictures. */
  public static String style() {
    return Html.resource(GraphSvg.class, "graph.css");
  }

  private String draw(String title, String style, boolean file) {
    svg.append("<svg");
    if (file) {
      svg.append(" xmlns=\"http://www.w3.org/2000/svg\"");
    }
    svg.append(" class=\"graph\" width=\"").append(number(layout.width()));
    svg.append("\" height=\"").append(number(layout.height()));
    svg.append("\" viewBox=\"0 0 ").append(number(layout.width())).append(' ');
    svg.append(number(layout.height())).append("\" role=\"img\" aria-label=\"");
    svg.append(Html.escape(title)).append("\">\n").append(style);
    svg.append("<defs>");
    marker("head", "M0 1 L9 5 L0 9 z", "9");
    marker("tail", "M9 1 L0 5 L9 9 z", "0");
    svg.append("</defs>\n");
    diagram.links().forEach(this::link);
    diagram.boxes().forEach(this::box);
    return svg.append("</svg>\n").toString();
  }

  private void marker(String id, String path, String at) {
    svg.append("<marker id=\"").append(prefix).append(id);
    svg.append("\" viewBox=\"0 0 9 10\" refX=\"").append(at);
    svg.append(
        "\" refY=\"5\" markerUnits=\"userSpaceOnUse\" markerWidth=\"9\" markerHeight=\"9\" orient=\"auto\"><path class=\"");
    svg.append(id).append("\" d=\"").append(path).append("\"/></marker>");
  }

  private void link(Link link) {
    svg.append("<g class=\"link").append(link.flows() ? " flows" : "").append("\" id=\"");
    svg.append(prefix).append(link.id()).append("\">");
    hint(link.hint());
    svg.append("<path d=\"").append(path(Objects.requireNonNull(layout.routes().get(link.id()))));
    svg.append("\" marker-end=\"url(#").append(prefix).append("head)\"/></g>\n");
  }

  /** Straight pieces with round corners. */
  private static String path(List<Point> points) {
    StringBuilder path = new StringBuilder("M" + at(points.get(0)));
    for (int i = 1; i < points.size() - 1; i++) {
      Point corner = points.get(i);
      path.append(" L").append(at(towards(corner, points.get(i - 1))));
      path.append(" Q")
          .append(at(corner))
          .append(' ')
          .append(at(towards(corner, points.get(i + 1))));
    }
    return path.append(" L").append(at(points.get(points.size() - 1))).toString();
  }

  /** The point a little away from a corner, at most half the way. */
  private static Point towards(Point corner, Point other) {
    double dx = other.x() - corner.x();
    double dy = other.y() - corner.y();
    double length = Math.abs(dx) + Math.abs(dy);
    double part = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
    return new Point(corner.x() + part * dx, corner.y() + part * dy);
  }

  private static String at(Point point) {
    return number(point.x()) + " " + number(point.y());
  }

  private void box(Box box) {
    Area area = Objects.requireNonNull(layout.boxes().get(box.id()));
    String target = targets.apply(box.id());
    if (!target.isEmpty()) {
      svg.append("<a href=\"#").append(Html.escape(target)).append("\">");
    }
    svg.append("<g class=\"box ").append(box.style().word()).append("\" id=\"");
    svg.append(prefix).append(box.id()).append("\">");
    hint(box.hint());
    svg.append("<rect x=\"").append(number(area.x())).append("\" y=\"").append(number(area.y()));
    svg.append("\" width=\"").append(number(area.width())).append("\" height=\"");
    svg.append(number(area.height())).append("\" rx=\"6\"/>");
    double x = area.x() + Measure.padding(box);
    double y = area.y() + Measure.padding(box) + Measure.FONT - 2;
    for (Line line : box.lines()) {
      svg.append("<text class=\"").append(line.role().word()).append('"');
      if (!line.binding().isEmpty()) {
        String text = line.whole();
        svg.append(" data-t=\"").append(line.binding()).append("\" data-room=\"");
        svg.append(Math.max(line.room(), text.codePointCount(0, text.length()))).append('"');
        if (!line.label().isEmpty()) {
          svg.append(" data-label=\"").append(Html.escape(line.label())).append('"');
        }
      }
      svg.append(" x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\">");
      svg.append(Html.escape(line.whole())).append("</text>");
      y += Measure.LINE;
    }
    svg.append("</g>").append(target.isEmpty() ? "" : "</a>").append('\n');
  }

  private void hint(String hint) {
    if (!hint.isEmpty()) {
      svg.append("<title>").append(Html.escape(hint)).append("</title>");
    }
  }

  /** At most one digit behind the point, none if it is 0. */
  private static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
