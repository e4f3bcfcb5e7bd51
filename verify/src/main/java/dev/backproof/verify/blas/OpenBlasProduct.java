package dev.backproof.verify.blas;

import dev.backproof.core.blas.MatrixProduct;
import dev.backproof.core.blas.MatrixProducts;
import dev.backproof.core.blas.Operands;
import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.nio.file.Path;

/**
 * Products by OpenBLAS, which thinks in columns: Cᵀ = op(B)ᵀ·op(A)ᵀ.
 *
 * <p>A matrix stored row by row is its transpose stored column by column, with the same leading
 * dimension. One row or one column is a product of a matrix and a vector ({@code dgemv}), which is
 * several times faster than {@code dgemm} on it.
 */
final class OpenBlasProduct implements MatrixProduct {
  private static final String LIBRARY = "dev.ludovic.netlib.blas.nativeLibPath";

  private final BLAS blas;
  private final String description;

  private OpenBlasProduct(BLAS blas, String description) {
    this.blas = blas;
    this.description = description;
  }

  /** Of a library that has been loaded. */
  static OpenBlasProduct of(Path library, String description) {
    System.setProperty(LIBRARY, library.toString());
    return new OpenBlasProduct(NativeBLAS.getInstance(), description);
  }

  @Override
  public String describe() {
    return description;
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
    if (rows <= 0 || columns <= 0 || inner <= 0 || alpha == 0) {
      // Nothing is multiplied: extents of 0 are not for BLAS.
      MatrixProducts.plain()
          .multiply(
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
      return;
    }
    Operands.check(
        transposeA,
        transposeB,
        rows,
        columns,
        inner,
        a,
        aOffset,
        lda,
        b,
        bOffset,
        ldb,
        c,
        cOffset,
        ldc);
    if (rows == 1) {
      // cᵀ = op(B)ᵀ·aᵀ; stored B, seen by columns, is Bᵀ.
      int step = transposeA ? lda : 1;
      if (transposeB) {
        blas.dgemv(
            "T", inner, columns, alpha, b, bOffset, ldb, a, aOffset, step, beta, c, cOffset, 1);
      } else {
        blas.dgemv(
            "N", columns, inner, alpha, b, bOffset, ldb, a, aOffset, step, beta, c, cOffset, 1);
      }
    } else if (columns == 1) {
      int step = transposeB ? 1 : ldb;
      if (transposeA) {
        blas.dgemv(
            "N", rows, inner, alpha, a, aOffset, lda, b, bOffset, step, beta, c, cOffset, ldc);
      } else {
        blas.dgemv(
            "T", inner, rows, alpha, a, aOffset, lda, b, bOffset, step, beta, c, cOffset, ldc);
      }
    } else {
      blas.dgemm(
          transposeB ? "T" : "N",
          transposeA ? "T" : "N",
          columns,
          rows,
          inner,
          alpha,
          b,
          bOffset,
          ldb,
          a,
          aOffset,
          lda,
          beta,
          c,
          cOffset,
          ldc);
    }
  }
}
