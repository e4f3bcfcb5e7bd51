package dev.backproof.core.witness;

import dev.backproof.core.Elementary;

/**
 * The elementary functions of a complex argument with a small imaginary part.
 *
 * <p>Each is the analytic continuation, written so that neither part cancels or overflows; no
 * derivative occurs. Where the real function is undefined (the logarithm of a negative number), so
 * is this one: both parts are NaN.
 */
final class ComplexFunctions {
  /** e^(−n²/4) is below 1e−21 from here on. */
  private static final int ERF_TERMS = 14;

  private ComplexFunctions() {}

  static Complex value(Elementary f, Complex z) {
    double x = z.re();
    double y = z.im();
    return switch (f) {
      case NEGATE -> z.negate();
      case EXP -> exp(z);
      case LOG -> log(z);
      case SQRT -> sqrt(z);
      case SQUARE -> z.times(z);
      case RECIPROCAL -> Complex.ONE.div(z);
      case TANH -> tanh(z);
      case SIGMOID -> sigmoid(z);
      case SOFTPLUS -> x > 0 ? z.plus(logOnePlus(exp(z.negate()))) : logOnePlus(exp(z));
      case RECT -> x <= 0 ? Complex.ZERO : z;
      case ABS -> x > 0 ? z : x < 0 ? z.negate() : new Complex(Math.abs(x), x * y);
      case SIGN, STEP -> new Complex(f.value(x), 0);
      case SIN -> new Complex(Math.sin(x) * Math.cosh(y), Math.cos(x) * Math.sinh(y));
      case COS -> new Complex(Math.cos(x) * Math.cosh(y), -Math.sin(x) * Math.sinh(y));
      case ERF -> erf(z);
    };
  }

  private static Complex exp(Complex z) {
    return Complex.polar(Math.exp(z.re()), z.im());
  }

  private static Complex log(Complex z) {
    if (z.re() < 0) {
      return Complex.UNDEFINED;
    }
    if (z.re() == 0) {
      return new Complex(Double.NEGATIVE_INFINITY, steep(z.im()));
    }
    double angle = z.im() == 0 ? 0 : Math.atan2(z.im(), z.re());
    return new Complex(Math.log(Math.hypot(z.re(), z.im())), angle);
  }

  /** log(1 + z), also for small z: log|1 + z| = log1p(x) + ½·log1p((y/(1+x))²). */
  private static Complex logOnePlus(Complex z) {
    double slope = z.im() / (1 + z.re());
    return new Complex(
        Math.log1p(z.re()) + Math.log1p(slope * slope) / 2, Math.atan2(z.im(), 1 + z.re()));
  }

  /** √z with real part √((|z|+x)/2) and imaginary part y over twice that. */
  private static Complex sqrt(Complex z) {
    if (z.re() < 0) {
      return Complex.UNDEFINED;
    }
    if (z.im() == 0 || z.re() == 0) {
      return new Complex(Math.sqrt(z.re()), steep(z.im()));
    }
    double real = Math.sqrt(Math.hypot(z.re(), z.im()) / 2 + z.re() / 2);
    return new Complex(real, z.im() / (2 * real));
  }

  /** tanh(x + iy) = (t + i·τ)/(1 + i·t·τ) with t = tanh x, τ = tan y, where 1 − t² = 1/cosh² x. */
  private static Complex tanh(Complex z) {
    double t = Math.tanh(z.re());
    double tau = Math.tan(z.im());
    double cosh = Math.cosh(z.re());
    double whole = 1 + t * t * tau * tau;
    return new Complex(t * (1 + tau * tau) / whole, tau / cosh / cosh / whole);
  }

  /** What an infinite slope makes of a perturbation. */
  private static double steep(double perturbation) {
    return perturbation == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, perturbation);
  }

  private static Complex sigmoid(Complex z) {
    if (z.re() >= 0) {
      return Complex.ONE.div(Complex.ONE.plus(exp(z.negate())));
    }
    Complex e = exp(z);
    return e.div(Complex.ONE.plus(e));
  }

  /**
   * The error function by Abramowitz and Stegun 7.1.29, whose terms for the imaginary part are all
   * of one sign for small y.
   */
  private static Complex erf(Complex z) {
    double x = z.re();
    double y = z.im();
    if (y == 0 || Double.isInfinite(x)) {
      return new Complex(Elementary.ERF.value(x), 0);
    }
    double angle = 2 * x * y;
    double half = Math.sin(x * y);
    double real = x == 0 ? 0 : half * half / x;
    double imaginary = x == 0 ? y : Math.sin(angle) / (2 * x);
    for (int n = 1; n <= ERF_TERMS; n++) {
      double sinh = Math.sinh(n * y);
      double cosh = Math.cosh(n * y);
      double weight = 2 * Math.exp(-n * n / 4.0) / ((double) n * n + 4 * x * x);
      double sinhHalf = Math.sinh(n * y / 2);
      // 2x − 2x·cosh(ny)·cos(2xy), without the cancellation
      double gap = 2 * x * (2 * half * half * cosh - 2 * sinhHalf * sinhHalf);
      real += weight * (gap + n * sinh * Math.sin(angle));
      imaginary += weight * (2 * x * cosh * Math.sin(angle) + n * sinh * Math.cos(angle));
    }
    double bell = Math.exp(-x * x) / Math.PI;
    return new Complex(Elementary.ERF.value(x) + bell * real, bell * imaginary);
  }

  /**
   * a^b = |a|^c·(1 + iφ) to first order, with b = c + id and the turn φ = c·Im a/Re a + d·log|a|.
   *
   * <p>Higher orders are dropped, as in a product: beside a large exponent or an infinite base the
   * turn is no small angle, but the real part stays the value. A negative base wants a whole
   * exponent that is not perturbed.
   */
  static Complex pow(Complex a, Complex b) {
    double real = Math.pow(a.re(), b.re());
    if (b.im() == 0 && (a.im() == 0 || b.re() == 0)) {
      return new Complex(real, 0);
    }
    if (a.re() == 0) {
      return powerOfZero(a, b, real);
    }
    boolean negative = a.re() < 0;
    if (negative && (b.im() != 0 || b.re() != Math.rint(b.re()))) {
      return new Complex(real, Double.NaN);
    }
    double logarithm = b.im() == 0 ? 0 : b.im() * Math.log(Math.abs(a.re()));
    double turn = b.re() * (a.im() / a.re()) + logarithm;
    return new Complex(real, real == 0 || turn == 0 ? 0 : real * turn);
  }

  /** A base at 0: it moves z^1 by itself, higher powers not at first order; a root has no slope. */
  private static Complex powerOfZero(Complex a, Complex b, double real) {
    if (b.re() == 1) {
      return new Complex(real, a.im());
    }
    boolean flat = b.re() > 1 || b.re() == 0 || (b.re() > 0 && a.im() == 0);
    return new Complex(real, flat ? 0 : Double.NaN);
  }
}
