package dev.backproof.core;

/** The error function on numbers, to a few units in the last place. */
final class ErrorFunction {
  private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);
  private static final int FRACTION_DEPTH = 200;

  private ErrorFunction() {}

  /**
   * erf x.
   *
   * <p>Below 1 the series erf x = (2/√π)·e^(−x²)·Σ 2ⁿx²ⁿ⁺¹/(1·3·…·(2n+1)), whose terms are all of
   * one sign (Abramowitz and Stegun 7.1.6); above it 1 − erfc x with the continued fraction 7.1.14,
   * whose error shrinks with erfc itself.
   */
  static double erf(double x) {
    double size = Math.abs(x);
    if (size < 1) {
      return series(x);
    }
    return Double.isNaN(x) ? x : Math.copySign(1 - complement(size), x);
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
  }

  /** erfc x for x ≥ 1: e^(−x²)/√π divided by x + (1/2)/(x + 1/(x + (3/2)/(x + …))). */
  private static double complement(double x) {
    double tail = x;
    for (int n = FRACTION_DEPTH; n >= 1; n--) {
      tail = x + n / (2 * tail);
    }
    return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
  }
}
