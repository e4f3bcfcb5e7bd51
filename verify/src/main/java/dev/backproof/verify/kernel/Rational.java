package dev.backproof.verify.kernel;

import java.math.BigInteger;

/**
 * An exact fraction in lowest terms, with a positive denominator.
 *
 * @param numerator the numerator
 * @param denominator the denominator
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {
  /** 0. */
  public static final Rational ZERO = of(0);

  /** 1. */
  public static final Rational ONE = of(1);

  /** −1. */
  public static final Rational MINUS_ONE = of(-1);

  /** ½. */
  public static final Rational HALF = of(1, 2);

  private static final int MOST_BITS = 100_000;

  /**
   * Reduces to lowest terms.
   *
   * @throws Refusal if the denominator is 0, or the number larger than anything in a proof
   */
  public Rational {
    Refusal.unless(denominator.signum() != 0, "a fraction with denominator 0");
    if (!denominator.equals(BigInteger.ONE)) {
      BigInteger common = numerator.gcd(denominator);
      BigInteger by = denominator.signum() < 0 ? common.negate() : common;
      numerator = numerator.divide(by);
      denominator = denominator.divide(by);
    }
    small(Math.max(numerator.bitLength(), denominator.bitLength()));
  }

  /** No proof needs larger numbers; what makes them would fill the memory. */
  private static void small(long bits) {
    Refusal.unless(bits <= MOST_BITS, "a number of more than %s binary digits", MOST_BITS);
  }

  /** A whole number. */
  public static Rational of(long number) {
    return new Rational(BigInteger.valueOf(number), BigInteger.ONE);
  }

  /** A fraction. */
  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** The sum. */
  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** The difference. */
  public Rational minus(Rational other) {
    return plus(other.negate());
  }

  /** The product. */
  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** −r. */
  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  /** |r|. */
  public Rational abs() {
    return max(negate());
  }

  /** The larger one. */
  public Rational max(Rational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * 1/r.
   *
   * @throws Refusal if r is 0
   */
  public Rational reciprocal() {
    return new Rational(denominator, numerator);
  }

  /**
   * A power with a whole exponent.
   *
   * @throws Refusal if r is 0 and the exponent negative, or the result too large
   */
  public Rational power(int exponent) {
    small(
        Math.abs((long) exponent) * (Math.max(numerator.bitLength(), denominator.bitLength()) - 1));
    return exponent < 0
        ? reciprocal().power(-exponent)
        : new Rational(numerator.pow(exponent), denominator.pow(exponent));
  }

  /** The least whole number that is not less. */
  public Rational ceiling() {
    return new Rational(numerator.add(numerator.negate().mod(denominator)), denominator);
  }

  /** −1, 0 or 1. */
  public int signum() {
    return numerator.signum();
  }

  /** Whether it is 0. */
  public boolean isZero() {
    return numerator.signum() == 0;
  }

  /** Whether it is a whole number. */
  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  /**
   * The whole number.
   *
   * @throws Refusal if it is none, or does not fit an {@code int}
   */
  public int intValue() {
    Refusal.unless(isInteger() && numerator.bitLength() < 32, "not a small whole number: %s", this);
    return numerator.intValue();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return isInteger() ? numerator.toString() : numerator + "/" + denominator;
  }
}
