package dev.backproof.core.blas;

import java.util.SplittableRandom;

/** Holds a product against plain Java, at a few sizes and all transpositions. */
public final class SelfTest {
  private static final double UNIT = 0x1p-53;

  /** Rows, columns, inner: whole blocks of usual kernels and odd rests, one row, one column. */
  private static final int[][] SIZES = {
    {1, 1, 1}, {1, 37, 19}, {29, 1, 23}, {5, 7, 3}, {17, 13, 33}, {70, 66, 68}
  };

  private static final double[][] FACTORS = {{1, 0}, {-0.5, 1}, {2, 0.25}};

  private SelfTest() {}

  /**
   * The largest difference of an entry, in units of what the two errors may be together.
   *
   * <p>At most 1 if both keep the bound of {@link MatrixProduct}; infinite if a NaN is left behind.
   */
  public static double largestError(MatrixProduct candidate) {
    double largest = 0;
    for (int[] size : SIZES) {
      for (double[] factor : FACTORS) {
        for (int transposed = 0; transposed < 4; transposed++) {
          largest =
              Math.max(
                  largest,
                  error(candidate, (transposed & 1) != 0, (transposed & 2) != 0, size, factor));
        }
      }
    }
    return largest;
  }

  private static double error(
      MatrixProduct candidate,
      boolean transposeA,
      boolean transposeB,
      int[] size,
      double[] factor) {
    int rows = size[0];
    int columns = size[1];
    int inner = size[2];
    double alpha = factor[0];
    double beta = factor[1];
    SplittableRandom random = new SplittableRandom(rows + 31L * columns + 977L * inner);
    int lda = (transposeA ? rows : inner) + 1;
    int ldb = (transposeB ? inner : columns) + 2;
    int ldc = columns + 3;
    double[] a = random.doubles(2 + (long) lda * (transposeA ? inner : rows), -1, 1).toArray();
    double[] b = random.doubles(1 + (long) ldb * (transposeB ? columns : inner), -1, 1).toArray();
    double[] c = random.doubles(3 + (long) ldc * rows, -1, 1).toArray();
    double[] expected = c.clone();
    double[] sizes = absolute(c);
    if (beta == 0) {
      // What is overwritten may be anything.
      for (int i = 0; i < rows; i++) {
        c[3 + i * ldc] = Double.NaN;
      }
    }
    double[] computed = c.clone();
    PlainProduct plain = new PlainProduct();
    plain.multiply(
        transposeA,
        transposeB,
        rows,
        columns,
        inner,
        alpha,
        a,
        2,
        lda,
        b,
        1,
        ldb,
        beta,
        expected,
        3,
        ldc);
    plain.multiply(
        transposeA,
        transposeB,
        rows,
        columns,
        inner,
        Math.abs(alpha),
        absolute(a),
        2,
        lda,
        absolute(b),
        1,
        ldb,
        Math.abs(beta),
        sizes,
        3,
        ldc);
    candidate.multiply(
        transposeA,
        transposeB,
        rows,
        columns,
        inner,
        alpha,
        a,
        2,
        lda,
        b,
        1,
        ldb,
        beta,
        computed,
        3,
        ldc);
    // γₖ₊₂ for either; the computed bound is itself too small by as much at most.
    double gamma = 2 * (inner + 2) * UNIT * (1 + 4 * (inner + 2) * UNIT);
    double largest = 0;
    for (int at = 0; at < c.length; at++) {
      int column = (at - 3) % ldc;
      boolean inside = at >= 3 && column < columns;
      double error = Math.abs(computed[at] - expected[at]);
      double unit = inside ? gamma * sizes[at] : 0;
      boolean same = Double.compare(computed[at], expected[at]) == 0;
      double ratio = same ? 0 : error / unit;
      largest = Math.max(largest, Double.isNaN(ratio) ? Double.POSITIVE_INFINITY : ratio);
    }
    return largest;
  }

  private static double[] absolute(double[] values) {
    double[] result = values.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.abs(result[i]);
    }
    return result;
  }
}
