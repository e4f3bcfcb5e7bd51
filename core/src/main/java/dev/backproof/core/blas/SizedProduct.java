package dev.backproof.core.blas;

/** A native product for large sizes, plain Java for small ones. */
public final class SizedProduct implements MatrixProduct {
  /** From so many multiply-adds a product of matrices is native. */
  private static final long LARGE = 10_000;

  private final MatrixProduct large;
  private final MatrixProduct small;

  SizedProduct(MatrixProduct large, MatrixProduct small) {
    this.large = large;
    this.small = small;
  }

  /** Whether a product of these extents is native. */
  public static boolean isLarge(int rows, int columns, int inner) {
    return (long) rows * columns * inner >= LARGE;
  }

  @Override
  public String describe() {
    return large.describe() + ", " + small.describe() + " for small products";
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
    MatrixProduct product = isLarge(rows, columns, inner) ? large : small;
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
