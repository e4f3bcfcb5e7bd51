package dev.backproof.core;

import java.util.Arrays;

/**
 * An operation that only moves entries, as a table: entry i of the result is entry {@code from[i]}
 * of the operand, or 0 where that is −1. Made once; {@link #run} allocates nothing.
 */
final class Moves {
  private final int[] from;

  private Moves(int[] from) {
    this.from = from;
  }

  /** The table of an operation: found by moving the numbers of the entries. */
  static Moves of(Op op, Shape operand, Shape result) {
    double[] numbers = new double[operand.count()];
    Arrays.setAll(numbers, i -> i + 1);
    double[] moved = new double[result.count()];
    Kernels.run(op, new DenseTensor[] {new DenseTensor(operand, numbers)}, result, moved);
    return new Moves(Arrays.stream(moved).mapToInt(number -> (int) number - 1).toArray());
  }

  /** Moves the entries of {@code x} into {@code y}. */
  void run(double[] x, double[] y) {
    for (int i = 0; i < from.length; i++) {
      y[i] = from[i] < 0 ? 0 : x[from[i]];
    }
  }

  /** Moves entries back: adds each entry of {@code y} to that of {@code x} which it came from. */
  void addBack(double[] y, double[] x) {
    for (int i = 0; i < from.length; i++) {
      x[from[i]] += y[i];
    }
  }
}
