package dev.backproof.core.blas;

/** C += α·A·B entry by entry, with any strides: a running sum for each of four columns. */
final class Dots {
  private Dots() {}

  /** Strides: {@code ai} between rows of A, {@code ak} along its inner axis, and so on. */
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
      int bk,
      int bj,
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
        double s0 = c[to + j * cj];
        double s1 = c[to + (j + 1) * cj];
        double s2 = c[to + (j + 2) * cj];
        double s3 = c[to + (j + 3) * cj];
        for (int k = 0; k < inner; k++) {
          double factor = alpha * a[row + k * ak];
          int at = column + k * bk;
          s0 += factor * b[at];
          s1 += factor * b[at + bj];
          s2 += factor * b[at + 2 * bj];
          s3 += factor * b[at + 3 * bj];
        }
        c[to + j * cj] = s0;
        c[to + (j + 1) * cj] = s1;
        c[to + (j + 2) * cj] = s2;
        c[to + (j + 3) * cj] = s3;
      }
      for (; j < columns; j++) {
        int column = bOffset + j * bj;
        double sum = c[to + j * cj];
        for (int k = 0; k < inner; k++) {
          sum += alpha * a[row + k * ak] * b[column + k * bk];
        }
        c[to + j * cj] = sum;
      }
    }
  }
}
