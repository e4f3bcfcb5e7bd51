package dev.backproof.core.blas;

import java.util.Arrays;

/**
 * Working storage of a thread: a block of B, row by row, and one row of C.
 *
 * <p>Every row is an array of its own, from index 0. The just-in-time compiler of Java 17
 * vectorises a loop over several arrays only if they have the same index in it: entries {@code
 * c[j]} and {@code b[j]} are not taken for each other, {@code c[to + j]} and {@code b[from + j]}
 * might be. Copying pays from two rows of A on; with more than four factors in a loop it is too
 * long to be vectorised.
 */
final class Panel {
  /** Rows of B in a block. */
  static final int DEPTH = 32;

  /** Columns of B in a block. */
  static final int WIDTH = 128;

  private final double[][] block = new double[DEPTH][WIDTH];
  private final double[] row = new double[WIDTH];

  /** C ← α·A·B + β·C, all three with any strides: {@code ai} between rows of A, and so on. */
  void multiply(
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
      double beta,
      double[] c,
      int cOffset,
      int ci,
      int cj) {
    for (int j = 0; j < columns; j += WIDTH) {
      int width = Math.min(WIDTH, columns - j);
      for (int k = 0; k < inner; k += DEPTH) {
        int depth = Math.min(DEPTH, inner - k);
        pack(depth, width, b, bOffset + k * bk + j * bj, bk, bj);
        double scale = k == 0 ? beta : 1;
        for (int i = 0; i < rows; i++) {
          int to = cOffset + i * ci + j * cj;
          read(width, scale, c, to, cj);
          accumulate(width, depth, alpha, a, aOffset + i * ai + k * ak, ak);
          write(width, c, to, cj);
        }
      }
    }
  }

  private void pack(int depth, int width, double[] b, int offset, int bk, int bj) {
    if (bj == 1) {
      for (int k = 0; k < depth; k++) {
        System.arraycopy(b, offset + k * bk, block[k], 0, width);
      }
      return;
    }
    int j = 0;
    for (; j + 7 < width; j += 8) {
      transpose8(depth, block, j, b, offset + j * bj, bk, bj);
    }
    for (; j < width; j++) {
      int from = offset + j * bj;
      for (int k = 0; k < depth; k++) {
        block[k][j] = b[from + k * bk];
      }
    }
  }

  /** Eight columns at a time, so that a line of the cache is filled in one go. */
  private static void transpose8(
      int depth, double[][] block, int j, double[] b, int offset, int bk, int bj) {
    for (int k = 0, at = offset; k < depth; k++, at += bk) {
      double[] to = block[k];
      to[j] = b[at];
      to[j + 1] = b[at + bj];
      to[j + 2] = b[at + 2 * bj];
      to[j + 3] = b[at + 3 * bj];
      to[j + 4] = b[at + 4 * bj];
      to[j + 5] = b[at + 5 * bj];
      to[j + 6] = b[at + 6 * bj];
      to[j + 7] = b[at + 7 * bj];
    }
  }

  private void read(int width, double beta, double[] c, int from, int cj) {
    if (beta == 0) {
      Arrays.fill(row, 0, width, 0);
      return;
    }
    if (cj == 1) {
      System.arraycopy(c, from, row, 0, width);
    } else {
      for (int j = 0; j < width; j++) {
        row[j] = c[from + j * cj];
      }
    }
    if (beta != 1) {
      for (int j = 0; j < width; j++) {
        row[j] *= beta;
      }
    }
  }

  private void write(int width, double[] c, int to, int cj) {
    if (cj == 1) {
      System.arraycopy(row, 0, c, to, width);
    } else {
      for (int j = 0; j < width; j++) {
        c[to + j * cj] = row[j];
      }
    }
  }

  private void accumulate(int width, int depth, double alpha, double[] a, int offset, int ak) {
    int at = offset;
    int k = 0;
    for (; k + 3 < depth; k += 4, at += 4 * ak) {
      add4(
          row,
          width,
          block[k],
          block[k + 1],
          block[k + 2],
          block[k + 3],
          alpha * a[at],
          alpha * a[at + ak],
          alpha * a[at + 2 * ak],
          alpha * a[at + 3 * ak]);
    }
    for (; k < depth; k++, at += ak) {
      add1(row, width, block[k], alpha * a[at]);
    }
  }

  /** A method of its own, as the next: one loop is compiled by itself. */
  private static void add4(
      double[] c,
      int width,
      double[] b0,
      double[] b1,
      double[] b2,
      double[] b3,
      double f0,
      double f1,
      double f2,
      double f3) {
    for (int j = 0; j < width; j++) {
      c[j] = c[j] + f0 * b0[j] + f1 * b1[j] + f2 * b2[j] + f3 * b3[j];
    }
  }

  private static void add1(double[] c, int width, double[] b, double f) {
    for (int j = 0; j < width; j++) {
      c[j] += f * b[j];
    }
  }
}
