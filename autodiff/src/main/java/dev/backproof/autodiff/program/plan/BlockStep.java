package dev.backproof.autodiff.program.plan;

import dev.backproof.core.AxisKernels;
import dev.backproof.core.Elementary;
import dev.backproof.core.EntrywiseKernels;
import dev.backproof.core.Primitive;
import dev.backproof.core.ReductionKernels;
import java.util.Arrays;

/** One operation on a block of rows. */
interface BlockStep {
  /**
   * Carries it out for rows {@code first} to {@code first + rows} (not included).
   *
   * @param memory the array of each value and register of the plan
   */
  void run(double[][] memory, int first, int rows);

  /**
   * Where something lies.
   *
   * @param slot the number of its array
   * @param perRow the entries of a row there, by which a block is found; 0 if each block lies at
   *     the beginning
   */
  record Place(int slot, int perRow) {
    int offset(int first) {
      return first * perRow;
    }
  }

  /** f of each of {@code width} entries a row. */
  record Map(Elementary f, Place x, Place y, int width) implements BlockStep {
    @Override
    public void run(double[][] memory, int first, int rows) {
      EntrywiseKernels.map(
          f, memory[x.slot], x.offset(first), memory[y.slot], y.offset(first), rows * width);
    }
  }

  /** Two operands, entry by entry; one of step 0 is a single entry. */
  record Binary(Primitive primitive, Place a, int stepA, Place b, int stepB, Place y, int width)
      implements BlockStep {
    @Override
    public void run(double[][] memory, int first, int rows) {
      EntrywiseKernels.binary(
          primitive,
          memory[a.slot],
          a.offset(first),
          stepA,
          memory[b.slot],
          b.offset(first),
          stepB,
          memory[y.slot],
          y.offset(first),
          rows * width);
    }
  }

  /** Selects entry by entry. */
  record Where(Place mask, Place then, Place otherwise, Place y, int width) implements BlockStep {
    @Override
    public void run(double[][] memory, int first, int rows) {
      EntrywiseKernels.where(
          memory[mask.slot],
          mask.offset(first),
          memory[then.slot],
          then.offset(first),
          memory[otherwise.slot],
          otherwise.offset(first),
          memory[y.slot],
          y.offset(first),
          rows * width);
    }
  }

  /** The sum or the maximum of each row. */
  record AlongRow(boolean sums, Place x, Place y, int width) implements BlockStep {
    @Override
    public void run(double[][] memory, int first, int rows) {
      double[] to = memory[y.slot];
      int at = y.offset(first);
      if (sums) {
        Arrays.fill(to, at, at + rows, 0);
        ReductionKernels.addTo(to, at, memory[x.slot], x.offset(first), rows, width, 1);
      } else {
        Arrays.fill(to, at, at + rows, Double.NEGATIVE_INFINITY);
        ReductionKernels.raiseTo(to, at, memory[x.slot], x.offset(first), rows, width, 1);
      }
    }
  }

  /** Adds the rows to a total that was 0 before the first block. */
  record OverRows(Place x, int total, int width) implements BlockStep {
    @Override
    public void run(double[][] memory, int first, int rows) {
      ReductionKernels.addTo(memory[total], 0, memory[x.slot], x.offset(first), 1, rows, width);
    }
  }

  /** Repeats the entry of each row along it. */
  record Spread(Place x, Place y, int width) implements BlockStep {
    @Override
    public void run(double[][] memory, int first, int rows) {
      double[] from = memory[x.slot];
      double[] to = memory[y.slot];
      int at = y.offset(first);
      for (int row = 0; row < rows; row++, at += width) {
        Arrays.fill(to, at, at + width, from[x.offset(first) + row]);
      }
    }
  }

  /** The row of the identity for each label. */
  record OneHot(Place labels, Place y, int classes) implements BlockStep {
    @Override
    public void run(double[][] memory, int first, int rows) {
      AxisKernels.oneHot(
          memory[labels.slot],
          labels.offset(first),
          rows,
          classes,
          memory[y.slot],
          y.offset(first));
    }
  }

  /** The same entries somewhere else. */
  record Copy(Place x, Place y, int width) implements BlockStep {
    @Override
    public void run(double[][] memory, int first, int rows) {
      double[] from = memory[x.slot];
      double[] to = memory[y.slot];
      if (from != to) {
        System.arraycopy(from, x.offset(first), to, y.offset(first), rows * width);
      }
    }
  }

  /** A row, {@code times} times one below the other. */
  record Repeat(Place x, Place y, int width, int times) implements BlockStep {
    @Override
    public void run(double[][] memory, int first, int rows) {
      for (int time = 0; time < times; time++) {
        System.arraycopy(memory[x.slot], 0, memory[y.slot], time * width, width);
      }
    }
  }
}
