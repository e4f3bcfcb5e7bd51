package dev.backproof.mlp.data;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A line drawn without lifting the pen: corners in the unit square, x to the right and y down.
 *
 * @param corners the corners in order
 */
record Stroke(List<Point> corners) {
  /** A place on the page. */
  record Point(double x, double y) {}

  /** The stroke through corners given as x, y, x, y … */
  static Stroke of(double... xy) {
    Point[] corners = new Point[xy.length / 2];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = new Point(xy[2 * i], xy[2 * i + 1]);
    }
    return new Stroke(List.of(corners));
  }

  /** The stroke with each corner moved. */
  Stroke moved(UnaryOperator<Point> move) {
    return new Stroke(corners.stream().map(move).toList());
  }

  /** The distance of a place from the line. */
  double distance(double x, double y) {
    double[] distances = new double[corners.size() - 1];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = distance(corners.get(i), corners.get(i + 1), x, y);
    }
    return Arrays.stream(distances).min().orElse(Double.POSITIVE_INFINITY);
  }

  private static double distance(Point a, Point b, double x, double y) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : ((x - a.x()) * dx + (y - a.y()) * dy) / length;
    double t = Math.max(0, Math.min(1, along));
    return Math.hypot(a.x() + t * dx - x, a.y() + t * dy - y);
  }
}
