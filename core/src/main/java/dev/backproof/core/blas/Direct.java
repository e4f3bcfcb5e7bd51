package dev.backproof.core.blas;

/** Products without preparation: tiny ones, single rows and single columns. */
final class Direct {
  private Direct() {}

  /** C ← α·A·B + β·C entry by entry, with any strides: a running sum for each of four columns. */
  static void dots(
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
    for (int i = 0; i < rows; i++) {
      int row = aOffset + i * ai;
      int to = cOffset + i * ci;
      int j = 0;
      for (; j + 3 < columns; j += 4) {
        int column = bOffset + j * bj;
        int entry = to + j * cj;
        double s0 = beta == 0 ? 0 : beta * c[entry];
        double s1 = beta == 0 ? 0 : beta * c[entry + cj];
        double s2 = beta == 0 ? 0 : beta * c[entry + 2 * cj];
        double s3 = beta == 0 ? 0 : beta * c[entry + 3 * cj];
        for (int k = 0; k < inner; k++) {
          double factor = alpha * a[row + k * ak];
          int at = column + k * bk;
          s0 += factor * b[at];
          s1 += factor * b[at + bj];
          s2 += factor * b[at + 2 * bj];
          s3 += factor * b[at + 3 * bj];
        }
        c[entry] = s0;
        c[entry + cj] = s1;
        c[entry + 2 * cj] = s2;
        c[entry + 3 * cj] = s3;
      }
      for (; j < columns; j++) {
        int column = bOffset + j * bj;
        int entry = to + j * cj;
        double sum = beta == 0 ? 0 : beta * c[entry];
        for (int k = 0; k < inner; k++) {
          sum += alpha * a[row + k * ak] * b[column + k * bk];
        }
        c[entry] = sum;
      }
    }
  }

  /**
   * C += α·A·B row by row, of a B whose rows are contiguous, as those of C are: four of them in one
   * pass.
   */
  static void rows(
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
      for (; k + 3 < inner; k += 4, at += 4 * ak, from += 4 * ldb) {
        add4(
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
      }
      for (; k < inner; k++, at += ak, from += ldb) {
        add1(c, to, columns, b, from, alpha * a[at]);
      }
    }
  }

  private static void add4(
      double[] c,
      int to,
      int length,
      double[] b,
      int from,
      int ldb,
      double f0,
      double f1,
      double f2,
      double f3) {
    int b1 = from + ldb;
    int b2 = b1 + ldb;
    int b3 = b2 + ldb;
    for (int j = 0; j < length; j++) {
      c[to + j] = c[to + j] + f0 * b[from + j] + f1 * b[b1 + j] + f2 * b[b2 + j] + f3 * b[b3 + j];
    }
  }

  private static void add1(double[] c, int to, int length, double[] b, int from, double f) {
    for (int j = 0; j < length; j++) {
      c[to + j] += f * b[from + j];
    }
  }
}
