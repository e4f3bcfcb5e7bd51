package dev.backproof.core;

import java.util.List;

/** Where the entries of one shape stand when it is walked in the order of another. */
final class Strides {
  private final int[] extents;
  private final int[][] steps;
  private final int[] index;
  private final int[] positions;

  private Strides(int[] extents, int[][] steps) {
    this.extents = extents;
    this.steps = steps;
    this.index = new int[extents.length];
    this.positions = new int[steps.length];
  }

  /** Walks {@code whole} in row-major order; each of {@code parts} broadcasts to it. */
  static Strides of(Shape whole, Shape... parts) {
    int[] extents = whole.numbers();
    int[][] steps = new int[parts.length][];
    for (int p = 0; p < parts.length; p++) {
      steps[p] = broadcast(parts[p].numbers(), extents.length);
    }
    return new Strides(extents, steps);
  }

  /**
   * Walks {@code result} in row-major order; its axis i is axis {@code axes.get(i)} of {@code
   * operand}.
   */
  static Strides permuted(Shape result, Shape operand, List<Integer> axes) {
    int[] own = broadcast(operand.numbers(), operand.rank(), false);
    int[] steps = new int[own.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = own[axes.get(i)];
    }
    return new Strides(result.numbers(), new int[][] {steps});
  }

  private static int[] broadcast(int[] part, int rank) {
    return broadcast(part, rank, true);
  }

  private static int[] broadcast(int[] part, int rank, boolean repeat) {
    int[] steps = new int[rank];
    int step = 1;
    for (int axis = part.length - 1; axis >= 0; axis--) {
      steps[axis + rank - part.length] = repeat && part[axis] == 1 ? 0 : step;
      step *= part[axis];
    }
    return steps;
  }

  /** The position in part {@code p} that belongs to the entry at hand. */
  int position(int p) {
    return positions[p];
  }

  /** Goes on to the next entry. */
  void next() {
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      for (int p = 0; p < steps.length; p++) {
        positions[p] += steps[p][axis];
      }
      if (++index[axis] < extents[axis]) {
        return;
      }
      for (int p = 0; p < steps.length; p++) {
        positions[p] -= steps[p][axis] * extents[axis];
      }
      index[axis] = 0;
    }
  }
}
