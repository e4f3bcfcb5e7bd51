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
 * <p>The innermost loop runs along a row of B and of C with eight factors of A in registers, which
 * the just-in-time compiler vectorises. A transposed B is first copied, block by block, into a
 * panel that each thread keeps; few rows are inner products instead, four columns at a time; a few
 * columns of many rows are computed as the transposed product.
 */
public final class PlainProduct implements MatrixProduct {
  /** Up to so many multiply-adds nothing is prepared. */
  private static final int TINY = 64;

  /** With fewer rows a transposed B is not worth a panel. */
  private static final int FEW_ROWS = 4;

  /** With fewer columns the innermost loop is too short. */
  private static final int FEW_COLUMNS = 16;

  private final ThreadLocal<double[]> panel =
      ThreadLocal.withInitial(() -> new double[Blocks.PANEL]);

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
    scale(rows, columns, beta, c, cOffset, ldc);
    if (alpha == 0 || inner == 0 || rows == 0 || columns == 0) {
      return;
    }
    int ai = transposeA ? 1 : lda;
    int ak = transposeA ? lda : 1;
    int bk = transposeB ? 1 : ldb;
    int bj = transposeB ? ldb : 1;
    if ((long) rows * columns * inner <= TINY) {
      Dots.add(
          rows, columns, inner, alpha, a, aOffset, ai, ak, b, bOffset, bk, bj, c, cOffset, ldc, 1);
    } else if (columns == 1) {
      // Cᵀ = op(B)ᵀ·op(A)ᵀ has one row.
      if (transposeA && ldc == 1) {
        Blocks.add(1, rows, inner, alpha, b, bOffset, bj, bk, a, aOffset, lda, c, cOffset, rows);
      } else {
        Dots.add(1, rows, inner, alpha, b, bOffset, bj, bk, a, aOffset, ak, ai, c, cOffset, 1, ldc);
      }
    } else if (columns < FEW_COLUMNS && rows >= FEW_COLUMNS) {
      Blocks.addTransposed(
          rows,
          columns,
          inner,
          alpha,
          a,
          aOffset,
          ai,
          ak,
          b,
          bOffset,
          bk,
          bj,
          c,
          cOffset,
          ldc,
          panel.get());
    } else if (!transposeB) {
      Blocks.add(rows, columns, inner, alpha, a, aOffset, ai, ak, b, bOffset, ldb, c, cOffset, ldc);
    } else if (rows < FEW_ROWS) {
      Dots.add(
          rows, columns, inner, alpha, a, aOffset, ai, ak, b, bOffset, bk, bj, c, cOffset, ldc, 1);
    } else {
      Blocks.addPacked(
          rows,
          columns,
          inner,
          alpha,
          a,
          aOffset,
          ai,
          ak,
          b,
          bOffset,
          bk,
          bj,
          c,
          cOffset,
          ldc,
          panel.get());
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
