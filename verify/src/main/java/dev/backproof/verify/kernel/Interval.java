package dev.backproof.verify.kernel;

import java.util.Arrays;

/**
 * A closed interval with rational ends: somewhere in it is the number that is meant.
 *
 * <p>Small fractions stay exact, so that a kink is hit; ends of more than {@value #EXACT} bits are
 * rounded outward to {@value #KEPT} significant ones.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(Rational low, Rational high) {
  private static final int EXACT = 128;
  private static final int KEPT = 96;

  /** Beyond 2 to this power up or down nothing is kept. */
  private static final int FARTHEST = 4000;

  /** 0. */
  public static final Interval ZERO = of(Rational.ZERO);

  /** 1. */
  public static final Interval ONE = of(Rational.ONE);

  /** What is 0 or 1, or between. */
  public static final Interval UNIT = new Interval(Rational.ZERO, Rational.ONE);

  /**
   * Rounds long ends outward.
   *
   * @throws Refusal if the lower end is above the upper one
   * @throws Undefined if an end is too large to be kept
   */
  public Interval {
    Refusal.unless(low.compareTo(high) <= 0, "no interval: from %s to %s", low, high);
    low = rounded(low, false);
    high = rounded(high, true);
  }

  /** A number. */
  public static Interval of(Rational number) {
    return new Interval(number, number);
  }

  private static Rational rounded(Rational r, boolean up) {
    if (r.numerator().bitLength() <= EXACT && r.denominator().bitLength() <= EXACT) {
      return r;
    }
    int magnitude = r.numerator().bitLength() - r.denominator().bitLength();
    Undefined.unless(magnitude <= FARTHEST, "a number beyond 2^%s", FARTHEST);
    Rational unit = Rational.of(2).power(Math.max(magnitude, -FARTHEST) - KEPT);
    Rational units = r.times(unit.reciprocal());
    Rational whole = up ? units.ceiling() : units.negate().ceiling().negate();
    return whole.times(unit);
  }

  /** Whether it is one number. */
  public boolean isPoint() {
    return low.equals(high);
  }

  /** Whether no number is in both. */
  public boolean isDisjoint(Interval other) {
    return high.compareTo(other.low) < 0 || other.high.compareTo(low) < 0;
  }

  /** The signs of its numbers. */
  public Signs signs() {
    Signs least = low.signum() > 0 ? Signs.POSITIVE : low.isZero() ? Signs.NON_NEGATIVE : Signs.ANY;
    Signs most =
        high.signum() < 0 ? Signs.NEGATIVE : high.isZero() ? Signs.NON_POSITIVE : Signs.ANY;
    return least.and(most);
  }

  /** The sums. */
  public Interval plus(Interval other) {
    return new Interval(low.plus(other.low), high.plus(other.high));
  }

  /** The negatives. */
  public Interval negate() {
    return new Interval(high.negate(), low.negate());
  }

  /** The differences. */
  public Interval minus(Interval other) {
    return plus(other.negate());
  }

  /** The products. */
  public Interval times(Interval other) {
    if (isPoint() && other.isPoint()) {
      return of(low.times(other.low));
    }
    Rational[] corners = {
      low.times(other.low), low.times(other.high), high.times(other.low), high.times(other.high)
    };
    Arrays.sort(corners);
    return new Interval(corners[0], corners[3]);
  }

  /**
   * The reciprocals.
   *
   * @throws Undefined if 0 is in it
   */
  public Interval reciprocal() {
    Undefined.unless(signs().within(Signs.NON_ZERO), "1 by what may be 0: %s", this);
    return new Interval(high.reciprocal(), low.reciprocal());
  }

  /** The larger ones of pairs. */
  public Interval max(Interval other) {
    return new Interval(low.max(other.low), high.max(other.high));
  }

  /** The absolute values. */
  Interval abs() {
    return max(negate()).max(ZERO);
  }

  /**
   * The powers; 0⁰ is 1.
   *
   * @throws Undefined if the exponent is negative and 0 in it, or a fraction and a negative number
   *     in it
   */
  public Interval power(Rational exponent) {
    return exponent.isInteger()
        ? power(exponent.intValue())
        : IntervalFunctions.power(this, exponent);
  }

  private Interval power(int exponent) {
    Undefined.unless(Math.abs((long) exponent) <= FARTHEST, "too large an exponent: %s", exponent);
    if (exponent < 0) {
      return reciprocal().power(-exponent);
    }
    // The ends of what increases; through intervals, so that they are rounded on the way.
    Interval base = exponent % 2 == 0 ? abs() : this;
    return new Interval(power(base.low, exponent).low, power(base.high, exponent).high);
  }

  private static Interval power(Rational base, int exponent) {
    Interval root = exponent < 2 ? ONE : power(base, exponent / 2);
    Interval square = root.times(root);
    return exponent % 2 == 0 ? square : square.times(of(base));
  }

  /** 1 where positive, 0 where not. */
  Interval guard() {
    return low.signum() > 0 ? ONE : high.signum() <= 0 ? ZERO : UNIT;
  }

  /** Those of its numbers that are no further from 0; somewhere in both is what is meant. */
  Interval within(Rational bound) {
    Interval least = of(bound.negate());
    return max(least).negate().max(least).negate();
  }

  @Override
  public String toString() {
    return isPoint() ? low.toString() : "[" + low + ", " + high + "]";
  }
}
