package dev.backproof.core.blas;

/**
 * C += α·A·B along the rows of B, block by block.
 *
 * <p>A block of B, {@link #INNER} rows of {@link #COLUMNS} entries, stays in the cache while all
 * rows of A pass.
 */
final class Blocks {
  /** Rows of B in a block. */
  static final int INNER = 64;

  /** Columns of B in a block. */
  static final int COLUMNS = 256;

  /** Entries of the working storage: a block of B and one of the transposed result. */
  static final int PANEL = 2 * INNER * COLUMNS;

  private Blocks() {}

  /** A has any strides, the rows of B and C are contiguous. */
  static void add(
      int rows,
      int columns,
      int inner,
      double alpha,
      double[] a,
      int aOffset,
      int ai,
      int ak,
      double[] b,
      int bOffset,
      int ldb,
      double[] c,
      int cOffset,
      int ldc) {
    for (int j = 0; j < columns; j += COLUMNS) {
      int width = Math.min(COLUMNS, columns - j);
      for (int k = 0; k < inner; k += INNER) {
        int depth = Math.min(INNER, inner - k);
        block(
            rows,
            width,
            depth,
            alpha,
            a,
            aOffset + k * ak,
            ai,
            ak,
            b,
            bOffset + k * ldb + j,
            ldb,
            c,
            cOffset + j,
            ldc);
      }
    }
  }

  /** The same for a B whose rows are not contiguous, copied block by block. */
  static void addPacked(
      int rows,
      int columns,
      int inner,
      double alpha,
      double[] a,
      int aOffset,
      int ai,
      int ak,
      double[] b,
      int bOffset,
      int bk,
      int bj,
      double[] c,
      int cOffset,
      int ldc,
      double[] panel) {
    for (int j = 0; j < columns; j += COLUMNS) {
      int width = Math.min(COLUMNS, columns - j);
      for (int k = 0; k < inner; k += INNER) {
        int depth = Math.min(INNER, inner - k);
        pack(depth, width, b, bOffset + k * bk + j * bj, bk, bj, panel, 0);
        block(
            rows,
            width,
            depth,
            alpha,
            a,
            aOffset + k * ak,
            ai,
            ak,
            panel,
            0,
            width,
            c,
            cOffset + j,
            ldc);
      }
    }
  }

  /** A few columns of many rows, as Cᵀ += α·Bᵀ·Aᵀ: the long axis goes innermost. */
  static void addTransposed(
      int rows,
      int columns,
      int inner,
      double alpha,
      double[] a,
      int aOffset,
      int ai,
      int ak,
      double[] b,
      int bOffset,
      int bk,
      int bj,
      double[] c,
      int cOffset,
      int ldc,
      double[] panel) {
    int result = INNER * COLUMNS;
    for (int i = 0; i < rows; i += COLUMNS) {
      int width = Math.min(COLUMNS, rows - i);
      int to = cOffset + i * ldc;
      pack(columns, width, c, to, 1, ldc, panel, result);
      for (int k = 0; k < inner; k += INNER) {
        int depth = Math.min(INNER, inner - k);
        int from = aOffset + i * ai + k * ak;
        int factors = bOffset + k * bk;
        if (ai == 1) {
          block(
              columns, width, depth, alpha, b, factors, bj, bk, a, from, ak, panel, result, width);
        } else {
          pack(depth, width, a, from, ak, ai, panel, 0);
          block(
              columns, width, depth, alpha, b, factors, bj, bk, panel, 0, width, panel, result,
              width);
        }
      }
      for (int r = 0; r < width; r++) {
        for (int j = 0; j < columns; j++) {
          c[to + r * ldc + j] = panel[result + j * width + r];
        }
      }
    }
  }

  /** A strided matrix [rows×columns], written row by row. */
  private static void pack(
      int rows, int columns, double[] from, int offset, int i, int j, double[] to, int start) {
    for (int r = 0; r < rows; r++) {
      int source = offset + r * i;
      int target = start + r * columns;
      for (int s = 0; s < columns; s++) {
        to[target + s] = from[source + s * j];
      }
    }
  }

  private static void block(
      int rows,
      int columns,
      int inner,
      double alpha,
      double[] a,
      int aOffset,
      int ai,
      int ak,
      double[] b,
      int bOffset,
      int ldb,
      double[] c,
      int cOffset,
      int ldc) {
    for (int i = 0; i < rows; i++) {
      int to = cOffset + i * ldc;
      int at = aOffset + i * ai;
      int from = bOffset;
      int k = 0;
      for (; k + 7 < inner; k += 8, at += 8 * ak, from += 8 * ldb) {
        Rows.add8(
            c,
            to,
            columns,
            b,
            from,
            ldb,
            alpha * a[at],
            alpha * a[at + ak],
            alpha * a[at + 2 * ak],
            alpha * a[at + 3 * ak],
            alpha * a[at + 4 * ak],
            alpha * a[at + 5 * ak],
            alpha * a[at + 6 * ak],
            alpha * a[at + 7 * ak]);
      }
      if (k + 3 < inner) {
        Rows.add4(
            c,
            to,
            columns,
            b,
            from,
            ldb,
            alpha * a[at],
            alpha * a[at + ak],
            alpha * a[at + 2 * ak],
            alpha * a[at + 3 * ak]);
        k += 4;
        at += 4 * ak;
        from += 4 * ldb;
      }
      for (; k < inner; k++, at += ak, from += ldb) {
        Rows.add1(c, to, columns, b, from, alpha * a[at]);
      }
    }
  }
}
