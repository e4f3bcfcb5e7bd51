package dev.backproof.verify.kernel;

import java.util.function.IntBinaryOperator;

/**
 * A set of possible signs of a real number.
 *
 * @param mask the sum of 1 if a negative number is possible, 2 if 0 is, 4 if a positive one is
 */
public record Signs(int mask) {
  /** Less than 0. */
  public static final Signs NEGATIVE = new Signs(0b001);

  /** Exactly 0. */
  public static final Signs ZERO = new Signs(0b010);

  /** More than 0. */
  public static final Signs POSITIVE = new Signs(0b100);

  /** Not 0. */
  public static final Signs NON_ZERO = new Signs(0b101);

  /** At least 0. */
  public static final Signs NON_NEGATIVE = new Signs(0b110);

  /** At most 0. */
  public static final Signs NON_POSITIVE = new Signs(0b011);

  /** Nothing is known. */
  public static final Signs ANY = new Signs(0b111);

  private static final String[] NAMES = {
    "impossible", "negative", "zero", "nonpositive", "positive", "nonzero", "nonnegative", "any"
  };

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
    return 1 << (Integer.signum(number) + 1);
  }

  /** The possible signs of a power of a base where it is defined; any where it may not be. */
  Signs power(Rational exponent) {
    boolean whole = exponent.isInteger();
    Signs wanted =
        exponent.signum() < 0 ? (whole ? NON_ZERO : POSITIVE) : whole ? ANY : NON_NEGATIVE;
    if (!within(wanted)) {
      return ANY;
    }
    if (exponent.signum() == 0) {
      return POSITIVE;
    }
    boolean even = whole && !exponent.numerator().testBit(0);
    return even ? each(this, (a, b) -> a == b ? bit(a * b) : 0) : this;
  }

  @Override
  public String toString() {
    return NAMES[mask];
  }
}
