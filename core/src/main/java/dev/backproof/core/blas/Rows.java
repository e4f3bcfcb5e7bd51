package dev.backproof.core.blas;

/**
 * A row of C takes multiples of rows of B, each term added by itself and in order.
 *
 * <p>Methods of their own, so that each has one loop, which the compiler vectorises.
 */
final class Rows {
  private Rows() {}

  static void add8(
      double[] c,
      int to,
      int length,
      double[] b,
      int from,
      int ldb,
      double f0,
      double f1,
      double f2,
      double f3,
      double f4,
      double f5,
      double f6,
      double f7) {
    int b1 = from + ldb;
    int b2 = b1 + ldb;
    int b3 = b2 + ldb;
    int b4 = b3 + ldb;
    int b5 = b4 + ldb;
    int b6 = b5 + ldb;
    int b7 = b6 + ldb;
    for (int j = 0; j < length; j++) {
      c[to + j] =
          c[to + j]
              + f0 * b[from + j]
              + f1 * b[b1 + j]
              + f2 * b[b2 + j]
              + f3 * b[b3 + j]
              + f4 * b[b4 + j]
              + f5 * b[b5 + j]
              + f6 * b[b6 + j]
              + f7 * b[b7 + j];
    }
  }

  static void add4(
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

  static void add1(double[] c, int to, int length, double[] b, int from, double f0) {
    for (int j = 0; j < length; j++) {
      c[to + j] += f0 * b[from + j];
    }
  }
}
