package dev.backproof.verify.graph;

import java.util.List;
import java.util.Map;

/**
 * Where everything lies, in pixels from the upper left corner.
 *
 * @param width of the whole
 * @param height of the whole
 * @param boxes by the id of the box
 * @param routes by the id of the link: from its beginning over its bends to its end
 */
public record Layout(
    double width, double height, Map<String, Area> boxes, Map<String, List<Point>> routes) {

  /** A rectangle. */
  public record Area(double x, double y, double width, double height) {}

  /** A point. */
  public record Point(double x, double y) {}

  /** Copies the maps. */
  public Layout {
    boxes = Map.copyOf(boxes);
    routes = Map.copyOf(routes);
  }
}
