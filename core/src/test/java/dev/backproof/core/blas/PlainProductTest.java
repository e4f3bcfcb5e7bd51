package dev.backproof.core.blas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlainProductTest {
  /** Around every limit inside: tiny, few columns, a block of 32 × 128. */
  private static final int[] EXTENTS = {1, 2, 3, 4, 5, 8, 15, 16, 17, 33, 129, 260};

  private final PlainProduct product = new PlainProduct();

  private static double[] random(int count, long seed) {
    return new SplittableRandom(seed).doubles(count, -1, 1).toArray();
  }

  private static double[] transposed(double[] a, int rows, int columns) {
    double[] result = new double[a.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        result[j * rows + i] = a[i * columns + j];
      }
    }
    return result;
  }

  /** Term by term in the order of the inner index: what the class promises, bit for bit. */
  private static double[] inOrder(int rows, int columns, int inner, double[] a, double[] b) {
    double[] c = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        for (int k = 0; k < inner; k++) {
          c[i * columns + j] += a[i * inner + k] * b[k * columns + j];
        }
      }
    }
    return c;
  }

  @Test
  void theBitsAreThoseOfThreeLoopsWhateverTheShape() {
    for (int rows : EXTENTS) {
      for (int columns : EXTENTS) {
        for (int inner : EXTENTS) {
          double[] a = random(rows * inner, 1);
          double[] b = random(inner * columns, 2);
          double[] expected = inOrder(rows, columns, inner, a, b);
          for (int which = 0; which < 4; which++) {
            boolean ta = (which & 1) != 0;
            boolean tb = (which & 2) != 0;
            double[] c = new double[rows * columns];
            product.multiply(
                ta,
                tb,
                rows,
                columns,
                inner,
                1,
                ta ? transposed(a, rows, inner) : a,
                0,
                ta ? rows : inner,
                tb ? transposed(b, inner, columns) : b,
                0,
                tb ? inner : columns,
                0,
                c,
                0,
                columns);
            assertArrayEquals(expected, c, () -> rows + "×" + inner + "·" + inner + "×" + columns);
          }
        }
      }
    }
  }

  @Test
  void afterTheFirstCallNothingIsAllocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[] a = random(64 * 300, 1);
    double[] b = random(300 * 64, 2);
    double[] c = new double[64 * 64];
    multiplyAll(a, b, c);
    threads.getCurrentThreadAllocatedBytes();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int call = 0; call < 20; call++) {
      multiplyAll(a, b, c);
    }
    assertEquals(0, threads.getCurrentThreadAllocatedBytes() - before);
  }

  private void multiplyAll(double[] a, double[] b, double[] c) {
    for (int which = 0; which < 4; which++) {
      boolean ta = (which & 1) != 0;
      boolean tb = (which & 2) != 0;
      for (int size = 1; size <= 64; size += 21) {
        product.multiply(
            ta, tb, 64, size, 300, 1, a, 0, ta ? 64 : 300, b, 0, tb ? 300 : 64, 1, c, 0, 64);
        product.multiply(ta, tb, size, 64, 60, 1, a, 0, 64, b, 0, 64, 0, c, 0, 64);
      }
    }
  }
}
