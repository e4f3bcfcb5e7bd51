package dev.backproof.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** An exact constant: a fraction, or π. */
public sealed interface Constant extends Attribute {
  /** The nearest {@code double}. */
  double value();

  /** The fraction {@code numerator/denominator} in lowest terms, with a positive denominator. */
  record Rational(long numerator, long denominator) implements Constant {
    private static final long EXACT_AS_DOUBLE = 1L << 53;
    private static final MathContext FIFTY_DIGITS = new MathContext(50);

    /**
     * Reduces the fraction.
     *
     * @throws IllegalArgumentException if the denominator is 0, or a part of the reduced fraction
     *     does not fit a {@code long}
     */
    public Rational {
      if (denominator == 0) {
        throw new IllegalArgumentException("constant: denominator 0 below " + numerator);
      }
      BigInteger p = BigInteger.valueOf(numerator);
      BigInteger q = BigInteger.valueOf(denominator);
      BigInteger divisor = denominator < 0 ? p.gcd(q).negate() : p.gcd(q);
      p = p.divide(divisor);
      q = q.divide(divisor);
      if (p.bitLength() > 63 || q.bitLength() > 63) {
        throw new IllegalArgumentException("constant: " + p + "/" + q + " does not fit two longs");
      }
      numerator = p.longValue();
      denominator = q.longValue();
    }

    @Override
    public double value() {
      if (denominator <= EXACT_AS_DOUBLE && Math.abs(numerator) <= EXACT_AS_DOUBLE) {
        return (double) numerator / denominator;
      }
      return new BigDecimal(numerator)
          .divide(new BigDecimal(denominator), FIFTY_DIGITS)
          .doubleValue();
    }

    @Override
    public String toString() {
      return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }
  }

  /** The number π: to a proof a positive atom, to arithmetic its nearest number. */
  enum Named implements Constant {
    /** π = 3.14159… */
    PI;

    @Override
    public double value() {
      return Math.PI;
    }

    @Override
    public String toString() {
      return "π";
    }
  }
}
