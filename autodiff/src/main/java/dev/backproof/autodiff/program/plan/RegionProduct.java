package dev.backproof.autodiff.program.plan;

import java.util.List;

/** The product of matrices in a fused instruction. */
interface RegionProduct {
  /** No product. */
  RegionProduct NONE = new RegionProduct() {};

  /** What is done before the walk over the rows. */
  default void before(double[][] memory) {}

  /** What is done after the walk over the rows. */
  default void after(double[][] memory) {}

  /**
   * A product that the walk reads.
   *
   * @param product which
   * @param result where it goes
   */
  record First(Product product, int result) implements RegionProduct {
    @Override
    public void before(double[][] memory) {
      product.run(memory, 1, 0, result);
    }
  }

  /** A product that is added to what the walk has written: result ← α·A·B + result. */
  final class Last implements RegionProduct {
    private final Product product;
    private final boolean negative;
    private final int[] factors;
    private final boolean adds;
    private final int result;

    /**
     * The product.
     *
     * @param negative whether it is subtracted
     * @param factors the slots of the scalars it is multiplied by
     * @param adds whether the walk has written anything
     * @param result where it goes
     */
    Last(Product product, boolean negative, List<Integer> factors, boolean adds, int result) {
      this.product = product;
      this.negative = negative;
      this.factors = factors.stream().mapToInt(Integer::intValue).toArray();
      this.adds = adds;
      this.result = result;
    }

    @Override
    public void after(double[][] memory) {
      double alpha = negative ? -1 : 1;
      for (int factor : factors) {
        alpha *= memory[factor][0];
      }
      product.run(memory, alpha, adds ? 1 : 0, result);
    }
  }
}
