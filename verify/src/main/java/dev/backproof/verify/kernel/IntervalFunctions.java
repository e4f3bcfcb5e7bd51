package dev.backproof.verify.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;

/**
 * Enclosures of the functions, at 0 and 1 exact where the value is a fraction.
 *
 * <p>{@link StrictMath} promises the algorithms of fdlibm, whose error is stated below 1 ulp: exp
 * and log are widened by 2, sine and cosine by 4. Everything else is exact arithmetic.
 */
final class IntervalFunctions {
  private static final int ULPS = 2;
  private static final int ULPS_OF_AN_ANGLE = 4;

  /** Where e^x is a normal double, and so are its neighbours. */
  private static final Rational LARGEST_EXPONENT = Rational.of(700);

  /** Below e^−700, which is 2^−1009.9. */
  private static final Interval NEARLY_ZERO =
      new Interval(Rational.ZERO, Rational.of(2).power(-1009));

  private static final Rational LARGEST_ANGLE = Rational.of(1L << 40);

  /** Beyond it 1 − erf x is below 2.2e-17, which is less than 2^−55. */
  private static final Rational ERF_IS_ONE = Rational.of(6);

  private static final Interval NEARLY_ONE =
      new Interval(Rational.ONE.minus(Rational.of(2).power(-55)), Rational.ONE);

  /** The number π. */
  static final Interval PI = pi("314159265358979323846264338327950288");

  private static final int ROOT_BITS = 200;

  private IntervalFunctions() {}

  private static Interval pi(String digits) {
    Rational unit = new Rational(BigInteger.ONE, BigInteger.TEN.pow(digits.length() - 1));
    Rational low = unit.times(new Rational(new BigInteger(digits), BigInteger.ONE));
    return new Interval(low, low.plus(unit));
  }

  static Interval exp(Interval x) {
    return new Interval(exp(x.low()).low(), exp(x.high()).high());
  }

  private static Interval exp(Rational x) {
    Undefined.unless(x.compareTo(LARGEST_EXPONENT) <= 0, "e^%s is too large", x);
    boolean vanishes = x.compareTo(LARGEST_EXPONENT.negate()) < 0;
    return x.isZero() ? Interval.ONE : vanishes ? NEARLY_ZERO : increasing(StrictMath::exp, x);
  }

  static Interval log(Interval x) {
    Undefined.unless(x.low().signum() > 0, "the logarithm of what may not be positive: %s", x);
    return new Interval(log(x.low()).low(), log(x.high()).high());
  }

  private static Interval log(Rational x) {
    boolean normal = nearest(x) > Double.MIN_NORMAL && nearest(x) < Double.MAX_VALUE;
    Undefined.unless(normal, "a logarithm beyond the doubles");
    return x.equals(Rational.ONE) ? Interval.ZERO : increasing(StrictMath::log, x);
  }

  /** From the doubles beside the one that is nearest to x: x is between them. */
  private static Interval increasing(DoubleUnaryOperator f, Rational x) {
    double low = f.applyAsDouble(Math.nextDown(nearest(x)));
    double high = f.applyAsDouble(Math.nextUp(nearest(x)));
    return new Interval(exactly(low).minus(ulps(low, ULPS)), exactly(high).plus(ulps(high, ULPS)));
  }

  private static Rational ulps(double of, int number) {
    return exactly(Math.ulp(of)).times(Rational.of(number));
  }

  /** Off by half an ulp and what the division leaves out, 34 digits behind. */
  private static double nearest(Rational x) {
    BigDecimal denominator = new BigDecimal(x.denominator());
    return new BigDecimal(x.numerator()).divide(denominator, MathContext.DECIMAL128).doubleValue();
  }

  private static Rational exactly(double x) {
    BigDecimal decimal = new BigDecimal(x);
    return new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  static Interval sin(Interval x) {
    return x.equals(Interval.ZERO) ? x : angle(StrictMath::sin, x);
  }

  static Interval cos(Interval x) {
    return x.equals(Interval.ZERO) ? Interval.ONE : angle(StrictMath::cos, x);
  }

  /** Both change by no more than the angle does. */
  private static Interval angle(DoubleUnaryOperator f, Interval x) {
    Undefined.unless(!isBeyond(LARGEST_ANGLE, x), "too large an angle: %s", x);
    double middle = nearest(x.low().plus(x.high()).times(Rational.HALF));
    double value = f.applyAsDouble(middle);
    Rational radius = x.minus(Interval.of(exactly(middle))).abs().high();
    Rational error = radius.plus(ulps(value, ULPS_OF_AN_ANGLE));
    return new Interval(exactly(value).minus(error), exactly(value).plus(error))
        .within(Rational.ONE);
  }

  static Interval erf(Interval x) {
    return new Interval(erf(x.low()).low(), erf(x.high()).high());
  }

  /**
   * (2/√π)·e^(−x²)·Σ 2ⁿx²ⁿ⁺¹/(1·3·…·(2n+1)), Abramowitz and Stegun 7.1.6: all terms have the sign
   * of x, and once each is at most half of the one before, all that follow are together at most the
   * last.
   */
  private static Interval erf(Rational at) {
    if (at.abs().compareTo(ERF_IS_ONE) > 0) {
      return at.signum() < 0 ? NEARLY_ONE.negate() : NEARLY_ONE;
    }
    Interval square = Interval.of(at.times(at));
    Rational small = at.abs().times(Rational.of(2).power(-70));
    Interval term = Interval.of(at.times(Rational.of(2)));
    Interval sum = term;
    Interval ratio = Interval.ONE;
    for (int n = 1; isBeyond(Rational.HALF, ratio) || isBeyond(small, term); n++) {
      ratio = square.times(Interval.of(Rational.of(2, 2L * n + 1)));
      term = term.times(ratio);
      sum = sum.plus(term);
    }
    Rational rest = term.abs().high();
    Interval scale = power(PI, Rational.of(-1, 2)).times(exp(square.negate()));
    return scale.times(sum.plus(new Interval(rest.negate(), rest)));
  }

  private static boolean isBeyond(Rational bound, Interval x) {
    return x.abs().high().compareTo(bound) > 0;
  }

  /** xʳ for a fraction r: square roots of a whole power if halves do, else e^(r·log x). */
  static Interval power(Interval x, Rational r) {
    Undefined.unless(x.low().signum() >= 0, "a root of what may be negative: %s", x);
    if (x.high().isZero()) {
      Undefined.unless(r.signum() > 0, "0 to a negative power");
      return Interval.ZERO;
    }
    BigInteger halves = r.denominator();
    if (halves.bitCount() > 1 || halves.bitLength() > 8) {
      return exp(log(x).times(Interval.of(r)));
    }
    Interval root = x;
    for (; halves.bitLength() > 1; halves = halves.shiftRight(1)) {
      root = new Interval(root(root.low(), false), root(root.high(), true));
    }
    return root.power(new Rational(r.numerator(), BigInteger.ONE));
  }

  /** The square root, exact of a square, else between neighbours of {@value #ROOT_BITS} bits. */
  private static Rational root(Rational x, boolean up) {
    BigInteger[] numerator = x.numerator().sqrtAndRemainder();
    BigInteger[] denominator = x.denominator().sqrtAndRemainder();
    if (numerator[1].signum() == 0 && denominator[1].signum() == 0) {
      return new Rational(numerator[0], denominator[0]);
    }
    int shift =
        Math.max(0, ROOT_BITS + x.denominator().bitLength() - x.numerator().bitLength()) / 2;
    BigInteger root = x.numerator().shiftLeft(2 * shift).divide(x.denominator()).sqrt();
    return new Rational(up ? root.add(BigInteger.ONE) : root, BigInteger.ONE.shiftLeft(shift));
  }
}
