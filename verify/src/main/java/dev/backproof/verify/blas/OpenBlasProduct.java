package dev.backproof.verify.blas;

import dev.backproof.core.blas.MatrixProduct;
import dev.backproof.core.blas.MatrixProducts;
import dev.backproof.core.blas.Operands;
import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Products by OpenBLAS, which thinks in columns: Cᵀ = op(B)ᵀ·op(A)ᵀ.
 *
 * <p>A matrix stored row by row is its transpose stored column by column, with the same leading
 * dimension. One row or one column is a product of a matrix and a vector ({@code dgemv}), which is
 * several times faster than {@code dgemm} on it.
 */
final class OpenBlasProduct implements MatrixProduct {
  private static final String LIBRARY = "dev.ludovic.netlib.blas.nativeLibPath";

  private static final String LOG = "dev.ludovic.netlib";

  private final BLAS blas;
  private final OpenBlasControl control;

  private OpenBlasProduct(BLAS blas, OpenBlasControl control) {
    this.blas = blas;
    this.control = control;
  }

  /**
   * Of a library that has been loaded.
   *
   * @throws IllegalStateException if netlib cannot use it
   */
  static OpenBlasProduct of(Path library, OpenBlasControl control) {
    Logger log = Logger.getLogger(LOG);
    Level before = log.getLevel();
    // What it has to say goes to the terminal otherwise; here it is said by describe.
    log.setLevel(Level.OFF);
    try {
      // Its native part looks for these types, and complains to the terminal, too.
      Class.forName("org.netlib.util.booleanW", false, BLAS.class.getClassLoader());
      System.setProperty(LIBRARY, library.toString());
      return new OpenBlasProduct(NativeBLAS.getInstance(), control);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("not on the class path: " + e.getMessage(), e);
    } finally {
      log.setLevel(before);
    }
  }

  @Override
  public String describe() {
    return control.describe();
  }

  @Override
  public int threads() {
    return control.threads();
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
