package dev.backproof.core;

import java.math.BigInteger;

/** An exact constant: a fraction, or π. */
public sealed interface Constant extends Attribute {
  /** The nearest {@code double}. */
  double value();

  /** The fraction {@code numerator/denominator} in lowest terms, with a positive denominator. */
  record Rational(long numerator, long denominator) implements Constant {
    /**
     * Reduces the fraction.
     *
     * @throws IllegalArgumentException if the denominator is 0
     */
    public Rational {
      if (denominator == 0) {
        throw new IllegalArgumentException("constant: denominator 0 below " + numerator);
      }
      long gcd =
          BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).longValueExact();
      long sign = denominator < 0 ? -1 : 1;
      numerator = Math.multiplyExact(sign, numerator / gcd);
      denominator = Math.multiplyExact(sign, denominator / gcd);
    }

    @Override
    public double value() {
      return (double) numerator / denominator;
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
