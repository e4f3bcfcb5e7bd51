package dev.backproof.verify.bench;

import java.util.List;

/**
 * How a time grows.
 *
 * @param name what is timed: {@code n}, {@code h}, {@code depth}, {@code trace}, {@code optimise},
 *     {@code plan}
 * @param axis what x counts
 * @param fixed what stays the same
 * @param points in ascending x, at least two
 */
public record Curve(String name, String axis, String fixed, List<Point> points) {
  /** Copies the list. */
  public Curve {
    points = List.copyOf(points);
  }

  /**
   * A time at an x.
   *
   * @param x how much of it
   * @param microseconds the median
   * @param spread half the interquartile range
   */
  public record Point(double x, double microseconds, double spread) {}

  /** Over all points. */
  public PowerFit fit() {
    return PowerFit.of(points);
  }

  /** Over the last two points, where the large terms rule. */
  public PowerFit lastFit() {
    return PowerFit.of(points.subList(points.size() - 2, points.size()));
  }
}
