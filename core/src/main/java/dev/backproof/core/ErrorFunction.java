package dev.backproof.core;

/** The error function on numbers, to a few units in the last place. */
final class ErrorFunction {
  /** 2/√π, rounded once. */
  private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;

  private static final double ROOT_PI = 1.772453850905516;
  private static final int FRACTION_DEPTH = 200;

  private ErrorFunction() {}

  /**
   * erf x.
   *
   * <p>Below 1 the series (2/√π)·Σ (−1)ⁿx²ⁿ⁺¹/(n!(2n+1)) of Abramowitz and Stegun 7.1.5, whose
   * first term leads by a factor of three; above it 1 − erfc x with the continued fraction 7.1.14,
   * whose error shrinks with erfc itself. The error is below 2 units in the last place.
   */
  static double erf(double x) {
    double size = Math.abs(x);
    if (size < 1) {
      return series(x);
    }
    return Double.isNaN(x) ? x : Math.copySign(1 - complement(size), x);
  }

  private static double series(double x) {
    double power = 1;
    double rest = 0;
    for (int n = 1; Math.abs(power) > 1e-18; n++) {
      power *= -x * x / n;
      rest += power / (2 * n + 1);
    }
    return TWO_OVER_ROOT_PI * (x + x * rest);
  }

  /** erfc x for x ≥ 1: e^(−x²)/√π divided by x + (1/2)/(x + 1/(x + (3/2)/(x + …))). */
  private static double complement(double x) {
    double tail = x;
    for (int n = FRACTION_DEPTH; n >= 1; n--) {
      tail = x + n / (2 * tail);
    }
    return Math.exp(-x * x) / (ROOT_PI * tail);
  }
}
