package dev.backproof.core.blas;

import java.util.Arrays;

/**
 * The product in plain Java, for every platform and for small matrices.
 *
 * <p>Each entry of C starts as β·C and takes the terms (α·a)·b one after the other, in the order of
 * the inner index, every product and every sum rounded. This order is kept whatever the loops look
 * like, so the bits depend neither on the blocking nor on the machine, and for α = 1 and β = 0 they
 * are those of the three loops everybody would write.
 *
 * <p>Blocks of B are copied into a panel that each thread keeps, and the innermost loop, which the
 * just-in-time compiler vectorises, runs along its rows with four entries of A in registers; where
 * C has few columns, the transposed product is computed so. Tiny products and single rows or
 * columns do without the copy.
 */
public final class PlainProduct implements MatrixProduct {
  /** Up to so many multiply-adds, entry by entry whatever the shape. */
  private static final int TINY = 64;

  /** Up to so many multiply-adds a panel is not worth its copy. */
  private static final int SMALL = 128;

  /** With fewer columns than this, and more rows, the innermost loop runs along the rows. */
  private static final int SHORT = 16;

  private final ThreadLocal<Panel> panel = ThreadLocal.withInitial(Panel::new);

  /** A product with panels of its own. */
  public PlainProduct() {}

  @Override
  public String describe() {
    return "plain Java";
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
    int ai = transposeA ? 1 : lda;
    int ak = transposeA ? lda : 1;
    int bk = transposeB ? 1 : ldb;
    int bj = transposeB ? ldb : 1;
    long work = (long) rows * columns * inner;
    if (work == 0 || alpha == 0) {
      scale(rows, columns, beta, c, cOffset, ldc);
    } else if (work <= TINY) {
      Direct.dots(
          rows, columns, inner, alpha, a, aOffset, ai, ak, b, bOffset, bk, bj, beta, c, cOffset,
          ldc, 1);
    } else if (columns == 1 && transposeA && ldc == 1) {
      // Cᵀ = op(B)ᵀ·op(A)ᵀ is a row, and the rows of A are contiguous.
      scale(1, rows, beta, c, cOffset, rows);
      Direct.rows(1, rows, inner, alpha, b, bOffset, bj, bk, a, aOffset, lda, c, cOffset, rows);
    } else if (columns == 1) {
      Direct.dots(
          1, rows, inner, alpha, b, bOffset, bj, bk, a, aOffset, ak, ai, beta, c, cOffset, 1, ldc);
    } else if (rows == 1 && !transposeB) {
      scale(1, columns, beta, c, cOffset, ldc);
      Direct.rows(1, columns, inner, alpha, a, aOffset, ai, ak, b, bOffset, ldb, c, cOffset, ldc);
    } else if (rows == 1 || work <= SMALL) {
      Direct.dots(
          rows, columns, inner, alpha, a, aOffset, ai, ak, b, bOffset, bk, bj, beta, c, cOffset,
          ldc, 1);
    } else if (columns < rows && columns < SHORT) {
      // The transposed product: the long axis goes innermost.
      panel
          .get()
          .multiply(
              columns, rows, inner, alpha, b, bOffset, bj, bk, a, aOffset, ak, ai, beta, c, cOffset,
              1, ldc);
    } else {
      panel
          .get()
          .multiply(
              rows, columns, inner, alpha, a, aOffset, ai, ak, b, bOffset, bk, bj, beta, c, cOffset,
              ldc, 1);
    }
  }

  private static void scale(int rows, int columns, double beta, double[] c, int cOffset, int ldc) {
    if (beta == 1) {
      return;
    }
    for (int i = 0, from = cOffset; i < rows; i++, from += ldc) {
      if (beta == 0) {
        Arrays.fill(c, from, from + columns, 0);
      } else {
        for (int j = from; j < from + columns; j++) {
          c[j] *= beta;
        }
      }
    }
  }
}
