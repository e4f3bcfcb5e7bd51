package dev.backproof.verify.kernel;

import java.util.function.IntBinaryOperator;

/**
 * A set of possible signs of a real number.
 *
 * @param mask the sum of {@link #NEGATIVE_BIT}, {@link #ZERO_BIT} and {@link #POSITIVE_BIT} for the
 *     signs that are possible
 */
public record Signs(int mask) {
  private static final int NEGATIVE_BIT = 1;
  private static final int ZERO_BIT = 2;
  private static final int POSITIVE_BIT = 4;

  /** Less than 0. */
  public static final Signs NEGATIVE = new Signs(NEGATIVE_BIT);

  /** Exactly 0. */
  public static final Signs ZERO = new Signs(ZERO_BIT);

  /** More than 0. */
  public static final Signs POSITIVE = new Signs(POSITIVE_BIT);

  /** Not 0. */
  public static final Signs NON_ZERO = new Signs(NEGATIVE_BIT | POSITIVE_BIT);

  /** At least 0. */
  public static final Signs NON_NEGATIVE = new Signs(ZERO_BIT | POSITIVE_BIT);

  /** At most 0. */
  public static final Signs NON_POSITIVE = new Signs(NEGATIVE_BIT | ZERO_BIT);

  /** Nothing is known. */
  public static final Signs ANY = new Signs(NEGATIVE_BIT | ZERO_BIT | POSITIVE_BIT);

  /**
   * Refuses what is no set of signs.
   *
   * @throws Refusal if the mask has other bits
   */
  public Signs {
    Refusal.unless(mask >= 0 && mask <= 7, "no set of signs: %s", mask);
  }

  /** The sign of a number. */
  static Signs of(Rational number) {
    return new Signs(bit(number.signum()));
  }

  /** Whether every possible sign is among those. */
  public boolean within(Signs those) {
    return (mask & ~those.mask) == 0;
  }

  /** The signs possible by both. */
  public Signs and(Signs other) {
    return new Signs(mask & other.mask);
  }

  /** The possible signs of a sum. */
  Signs plus(Signs other) {
    return each(other, (a, b) -> a * b < 0 ? ANY.mask : bit(a + b));
  }

  /** The possible signs of a product. */
  Signs times(Signs other) {
    return each(other, (a, b) -> bit(a * b));
  }

  /** All that an operation makes of numbers with the signs −1, 0 and 1 that are possible here. */
  private Signs each(Signs other, IntBinaryOperator operation) {
    int possible = 0;
    for (int a = -1; a <= 1; a++) {
      for (int b = -1; b <= 1; b++) {
        if ((mask & bit(a)) != 0 && (other.mask & bit(b)) != 0) {
          possible |= operation.applyAsInt(a, b);
        }
      }
    }
    return new Signs(possible);
  }

  private static int bit(int number) {
    return number < 0 ? NEGATIVE_BIT : number == 0 ? ZERO_BIT : POSITIVE_BIT;
  }

  /** The possible signs of a power of a base where it is defined; nothing where it may not be. */
  Signs power(Rational exponent) {
    if (!exponent.isInteger()) {
      boolean root = exponent.signum() > 0 && within(NON_NEGATIVE);
      return within(POSITIVE) ? POSITIVE : root ? this : ANY;
    }
    if (exponent.signum() < 0 && !within(NON_ZERO)) {
      return ANY;
    }
    if (exponent.signum() == 0) {
      return POSITIVE;
    }
    boolean odd = exponent.numerator().testBit(0);
    int even = (mask & ZERO_BIT) | (within(ZERO) ? 0 : POSITIVE_BIT);
    return odd ? this : new Signs(even);
  }

  @Override
  public String toString() {
    return switch (mask) {
      case NEGATIVE_BIT -> "negative";
      case ZERO_BIT -> "zero";
      case POSITIVE_BIT -> "positive";
      case NEGATIVE_BIT | POSITIVE_BIT -> "nonzero";
      case ZERO_BIT | POSITIVE_BIT -> "nonnegative";
      case NEGATIVE_BIT | ZERO_BIT -> "nonpositive";
      case 0 -> "impossible";
      default -> "any";
    };
  }
}
