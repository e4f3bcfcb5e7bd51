package dev.backproof.verify.bench;

import java.util.List;

/**
 * The power law y = factor·x^exponent that comes closest to some points: least squares on the
 * logarithms.
 *
 * @param factor y at x = 1
 * @param exponent 1 is linear
 */
public record PowerFit(double factor, double exponent) {
  /**
   * Fits.
   *
   * @throws IllegalArgumentException if there are not two different x, or a number is not positive
   */
  public static PowerFit of(List<Curve.Point> points) {
    double meanX = 0;
    double meanY = 0;
    for (Curve.Point point : points) {
      if (!(point.x() > 0) || !(point.microseconds() > 0)) {
        throw new IllegalArgumentException("a power law wants positive numbers, not " + point);
      }
      meanX += Math.log(point.x()) / points.size();
      meanY += Math.log(point.microseconds()) / points.size();
    }
    double xx = 0;
    double xy = 0;
    for (Curve.Point point : points) {
      double dx = Math.log(point.x()) - meanX;
      xx += dx * dx;
      xy += dx * (Math.log(point.microseconds()) - meanY);
    }
    if (!(xx > 0)) {
      throw new IllegalArgumentException("a power law wants two different x, not " + points);
    }
    double exponent = xy / xx;
    return new PowerFit(Math.exp(meanY - exponent * meanX), exponent);
  }

  /** The y of the law. */
  public double at(double x) {
    return factor * Math.pow(x, exponent);
  }
}
