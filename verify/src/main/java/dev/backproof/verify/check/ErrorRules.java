package dev.backproof.verify.check;

import dev.backproof.core.Constant;
import dev.backproof.core.Elementary;
import dev.backproof.core.Primitive;
import java.math.BigDecimal;

/**
 * How far one operation can be off, entry by entry: the arithmetic behind {@link RunningError}.
 *
 * <p>All errors are in units of u = 2⁻⁵³. An operand â with error m stands for any a with |a − â| ≤
 * u·m; a rule bounds |f(a) − f(â)|/u over all of them, and adds what computing f(â) rounds. The
 * bounds hold for errors of any size, not to first order only; the terms u·m·m and e^(u·m) that
 * this takes are next to nothing as long as m is small beside 1/u.
 */
final class ErrorRules {
  /** u, the largest relative error of rounding to nearest. */
  static final double U = 0x1p-53;

  /** Integers up to here are exact. */
  private static final long LAST_EXACT = 1L << 53;

  private ErrorRules() {}

  /**
   * What rounding z costs: k·|z|, or k times half the distance of subnormal numbers if z is that
   * small.
   */
  private static double rounding(int k, double z, boolean exactIfZero) {
    return z == 0 && exactIfZero ? 0 : k * Math.max(Math.abs(z), Double.MIN_NORMAL);
  }

  /** x·y where a zero of either wins. */
  private static double strong(double x, double y) {
    return x == 0 || y == 0 ? 0 : x * y;
  }

  /** |x|, or 0 if x is infinite or NaN: there is no error to be enlarged by it. */
  private static double size(double x) {
    return Double.isFinite(x) ? Math.abs(x) : 0;
  }

  /** The error of y = fl(a ∘ b). */
  static double binary(Primitive op, double a, double ma, double b, double mb, double y) {
    return switch (op) {
      case PLUS, MINUS -> ma + mb + Math.abs(y);
      case TIMES, STRONG_TIMES ->
          strong(size(a), mb)
              + strong(size(b), ma)
              + U * strong(ma, mb)
              + rounding(1, y, a == 0 || b == 0);
      case DIV -> over(ma + strong(Math.abs(y), mb), Math.abs(b) - U * mb) + rounding(1, y, a == 0);
      case POW -> power(a, ma, b, mb, y);
      case MAXIMUM, MINIMUM -> Math.max(ma, mb);
      default -> throw new IllegalStateException(op + " has no two operands entry by entry");
    };
  }

  /** error/distance, where no error is none at any distance, and at a pole nothing is known. */
  private static double over(double error, double distance) {
    return error == 0 ? 0 : distance > 0 ? error / distance : Double.POSITIVE_INFINITY;
  }

  /** aᵇ = e^(b·ln a): the error of the exponent, and from it that of the power. */
  private static double power(double a, double ma, double b, double mb, double y) {
    if (a == 0) {
      double reach = ma == 0 ? 0 : b > 0 ? Math.pow(U * ma, b) / U : Double.POSITIVE_INFINITY;
      return b == 0 && mb == 0 ? 0 : reach;
    }
    double logarithm = over(ma, Math.abs(a) - U * ma);
    double exponent =
        strong(Math.abs(b), logarithm)
            + strong(Math.abs(Math.log(Math.abs(a))), mb)
            + U * strong(logarithm, mb);
    return grown(Math.abs(y), exponent) + (b == 0 ? 0 : rounding(2, y, false));
  }

  /** y·(e^(u·m) − 1)/u: the error of a value whose logarithm has error m. */
  private static double grown(double y, double m) {
    return strong(y, Math.expm1(U * m) / U);
  }

  /**
   * The error of y = fl(f(x)).
   *
   * @param slope f′(x)
   */
  static double map(Elementary f, double x, double m, double y, double slope) {
    boolean exactIfZero =
        f != Elementary.EXP && f != Elementary.SIGMOID && f != Elementary.SOFTPLUS;
    int k = roundings(f);
    return (m == 0 ? 0 : carried(f, x, m, y, Math.abs(slope)))
        + (k == 0 ? 0 : rounding(k, y, exactIfZero && (x == 0 || f == Elementary.LOG)));
  }

  /** How the error m of x shows in f(x). */
  private static double carried(Elementary f, double x, double m, double y, double slope) {
    double size = Math.abs(x);
    return switch (f) {
      case NEGATE, ABS -> m;
      case SIGN, STEP -> 0;
      // The error can reach over the kink.
      case RECT -> x > 0 || size <= U * m ? m : 0;
      case SQUARE -> 2 * size * m + U * m * m;
      // |√a − √x| = |a − x|/(√a + √x), and at most √|a − x|.
      case SQRT ->
          Math.min(over(m, Math.sqrt(x) + Math.sqrt(Math.max(0, x - U * m))), Math.sqrt(m / U));
      case RECIPROCAL -> over(over(m, size - U * m), size);
      case EXP -> grown(y, m);
      // −log(1 − t) ≤ t/(1 − t).
      case LOG -> over(m, x - U * m);
      // A step e changes the logarithm of the slope by at most 2e.
      case TANH, SIGMOID, SOFTPLUS -> slope * m * Math.exp(2 * U * m);
      case ERF -> slope * m * Math.exp(2 * size * U * m);
      // The second derivative is at most 1.
      case SIN, COS -> slope * m + U * m * m / 2;
    };
  }

  /**
   * How many u·|f(x)| computing f(x) from a float64 x can cost.
   *
   * <p>1 where rounding is correct; 2 for the functions of {@link Math} that promise one unit in
   * the last place; 5 for {@code tanh}, which promises two and a half; for {@code 1/(1 + e)} and
   * {@code e/(1 + e)} the sum of their steps, and so for softplus. For erf no bound is derived: the
   * largest of 12,000 measured errors, spread over [−30, 30], is 6.6, and 10 is taken.
   */
  static int roundings(Elementary f) {
    return switch (f) {
      case NEGATE, ABS, RECT, SIGN, STEP -> 0;
      case SQUARE, RECIPROCAL, SQRT -> 1;
      case EXP, LOG, SIN, COS -> 2;
      case SIGMOID -> 4;
      case TANH, SOFTPLUS -> 5;
      case ERF -> 10;
    };
  }

  /** The error of a constant: 0 if float64 has it, else what rounding it costs. */
  static double constant(Constant constant) {
    double c = constant.value();
    if (constant instanceof Constant.Rational fraction) {
      BigDecimal p = BigDecimal.valueOf(fraction.numerator());
      BigDecimal q = BigDecimal.valueOf(fraction.denominator());
      if (new BigDecimal(c).multiply(q).compareTo(p) == 0) {
        return 0;
      }
      boolean divided = isExact(fraction.numerator()) && isExact(fraction.denominator());
      return (divided ? 1 : 3) * Math.abs(c);
    }
    return Math.abs(c);
  }

  private static boolean isExact(long whole) {
    return -LAST_EXACT <= whole && whole <= LAST_EXACT;
  }
}
