package dev.backproof.core;

/**
 * One of two numbers, chosen without a jump.
 *
 * <p>The signs of activations are as good as random: a processor guesses every other jump wrong,
 * and each wrong guess costs it what ten multiplications do. Of two doubles HotSpot chooses by a
 * jump, of two longs by an instruction; hence the detour over their bits.
 */
final class Selection {
  private Selection() {}

  /** {@code then} if it holds, else {@code otherwise}. */
  static double of(boolean holds, double then, double otherwise) {
    long chosen = Double.doubleToRawLongBits(then) & bits(holds);
    return Double.longBitsToDouble(chosen | (Double.doubleToRawLongBits(otherwise) & ~bits(holds)));
  }

  /** 1 if it holds, else 0. */
  static double one(boolean holds) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(1) & bits(holds));
  }

  private static long bits(boolean holds) {
    return holds ? -1 : 0;
  }
}
