package dev.backproof.mlp.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One movement of the pen: a line through control points, rounded where none is a corner.
 *
 * @param points at least two
 */
record Stroke(List<Point> points) {
  private static final int ROUNDS = 2;

  Stroke {
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException(
          "stroke: a line has at least two points, but " + points.size() + " given");
    }
  }

  static Stroke of(Point... points) {
    return new Stroke(List.of(points));
  }

  /** The stroke with every point moved. */
  Stroke map(UnaryOperator<Point> move) {
    return new Stroke(points.stream().map(move).toList());
  }

  /**
   * The stroke with its bends rounded, by cutting corners: each piece of the line is replaced by
   * its middle half, as in G. Chaikin, "An algorithm for high-speed curve generation", Computer
   * Graphics and Image Processing 3 (1974). Ends and corners stay where they are.
   */
  Stroke rounded() {
    List<Point> line = points;
    for (int round = 0; round < ROUNDS; round++) {
      line = cut(line);
    }
    return new Stroke(line);
  }

  private static List<Point> cut(List<Point> line) {
    List<Point> next = new ArrayList<>();
    next.add(line.get(0));
    for (int i = 1; i < line.size(); i++) {
      Point a = line.get(i - 1);
      Point b = line.get(i);
      if (i > 1 && !a.corner()) {
        next.add(a.towards(b, 0.25));
      }
      boolean last = i == line.size() - 1;
      next.add(last || b.corner() ? b : a.towards(b, 0.75));
    }
    return next;
  }

  /** The distance of a point from the line. */
  double distance(double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < points.size(); i++) {
      nearest = Math.min(nearest, squareDistance(points.get(i - 1), points.get(i), x, y));
    }
    return Math.sqrt(nearest);
  }

  private static double squareDistance(Point a, Point b, double x, double y) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double square = dx * dx + dy * dy;
    double along = square > 0 ? ((x - a.x()) * dx + (y - a.y()) * dy) / square : 0;
    double nearest = Math.max(0, Math.min(1, along));
    double awayX = x - a.x() - nearest * dx;
    double awayY = y - a.y() - nearest * dy;
    return awayX * awayX + awayY * awayY;
  }
}
