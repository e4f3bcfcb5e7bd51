package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Interval;
import dev.backproof.verify.kernel.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Intervals for people: short fractions exactly, else decimals that are rounded outward. */
public final class IntervalText {
  /** As many digits as tell one double from the next. */
  private static final int DIGITS = 17;

  private IntervalText() {}

  /** A number, or both ends: {@code 1/3}, {@code [-1, 1/2]}. */
  public static String of(Interval interval) {
    String low = low(interval);
    String high = high(interval);
    return low.equals(high) ? low : "[" + low + ", " + high + "]";
  }

  /** The lower end: a short fraction exactly, else a decimal that is not above it. */
  public static String low(Interval interval) {
    return text(interval.low(), RoundingMode.FLOOR);
  }

  /** The upper end: a short fraction exactly, else a decimal that is not below it. */
  public static String high(Interval interval) {
    return text(interval.high(), RoundingMode.CEILING);
  }

  private static String text(Rational r, RoundingMode mode) {
    String exact = r.toString();
    return exact.length() <= DIGITS
        ? exact
        : new BigDecimal(r.numerator())
            .divide(new BigDecimal(r.denominator()), new MathContext(DIGITS, mode))
            .stripTrailingZeros()
            .toString();
  }
}
