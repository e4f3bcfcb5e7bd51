package dev.backproof.core.blas;

import java.util.function.Supplier;

/** One product for large sizes, another for small ones. */
final class SizedProduct implements MatrixProduct {
  /** From so many multiply-adds a product of matrices is large. */
  private static final long LARGE = 1_000;

  private final Supplier<MatrixProduct> large;
  private final MatrixProduct small;

  /**
   * The two, the large one looked for when it is first needed.
   *
   * @param large gives the same one each time
   */
  SizedProduct(Supplier<MatrixProduct> large, MatrixProduct small) {
    this.large = large;
    this.small = small;
  }

  static boolean isLarge(int rows, int columns, int inner) {
    return (long) rows * columns * inner >= LARGE;
  }

  @Override
  public String describe() {
    return large.get().describe() + ", small products in " + small.describe();
  }

  @Override
  public void multiply(
      boolean transposeA,
      boolean transposeB,
      int rows,
      int columns,
      int inner,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double[] b,
      int bOffset,
      int ldb,
      double beta,
      double[] c,
      int cOffset,
      int ldc) {
    MatrixProduct product = isLarge(rows, columns, inner) ? large.get() : small;
    product.multiply(
        transposeA,
        transposeB,
        rows,
        columns,
        inner,
        alpha,
        a,
        aOffset,
        lda,
        b,
        bOffset,
        ldb,
        beta,
        c,
        cOffset,
        ldc);
  }
}
