package dev.backproof.autodiff.program.plan;

import java.util.Arrays;

/**
 * A fused instruction: a product of matrices, if it has one, then a walk over the rows in blocks
 * that fit the cache, then what is made of the totals.
 */
final class RegionStep implements Step {
  /** What a region consists of, found by {@link RegionCompiler}. */
  static final class Parts {
    /** Done once before the walk: repeats rows and numbers that all blocks read. */
    BlockStep[] before = {};

    /** Done for each block. */
    BlockStep[] walk = {};

    /** Done once after the walk. */
    BlockStep[] after = {};

    /** The slots of the totals. */
    int[] totals = {};

    int rows;
    int block;
  }

  private final Parts parts;
  private final RegionProduct product;

  RegionStep(Parts parts, RegionProduct product) {
    this.parts = parts;
    this.product = product;
  }

  @Override
  public void run(double[][] memory) {
    product.before(memory);
    for (int total : parts.totals) {
      Arrays.fill(memory[total], 0);
    }
    for (BlockStep step : parts.before) {
      step.run(memory, 0, 1);
    }
    for (int first = 0; first < parts.rows; first += parts.block) {
      int rows = Math.min(parts.block, parts.rows - first);
      for (BlockStep step : parts.walk) {
        step.run(memory, first, rows);
      }
    }
    product.after(memory);
    for (BlockStep step : parts.after) {
      step.run(memory, 0, 1);
    }
  }
}
