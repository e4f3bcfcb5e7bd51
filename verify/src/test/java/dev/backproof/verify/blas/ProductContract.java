package dev.backproof.verify.blas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.backproof.core.blas.MatrixProduct;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every product keeps: held against three loops, within the bound. */
abstract class ProductContract {
  private static final int[] EXTENTS = {0, 1, 2, 3, 5, 17, 64, 65, 130};

  private static final double[][] FACTORS = {{1, 0}, {1, 1}, {-0.5, 0.25}, {0, 0.5}};

  /** The one under test. */
  abstract MatrixProduct product();

  @Test
  void everyTranspositionExtentAndFactorStaysWithinTheBound() {
    int turn = 0;
    for (int rows : EXTENTS) {
      for (int columns : EXTENTS) {
        for (int inner : EXTENTS) {
          for (int which = 0; which < 4; which++) {
            double[] f = FACTORS[turn++ % FACTORS.length];
            ProductCase.of((which & 1) != 0, (which & 2) != 0, rows, columns, inner, f[0], f[1])
                .check(product());
          }
          // shifted, so that over all extents every factor meets every transposition
          turn++;
        }
      }
    }
  }

  @Test
  void everyFactorMeetsEveryTransposition() {
    for (double[] f : FACTORS) {
      for (int which = 0; which < 4; which++) {
        for (int[] s : new int[][] {{1, 33, 40}, {33, 1, 40}, {3, 4, 2}, {20, 30, 40}}) {
          ProductCase.of((which & 1) != 0, (which & 2) != 0, s[0], s[1], s[2], f[0], f[1])
              .check(product());
        }
      }
    }
  }

  @Test
  void theSameArgumentsGiveTheSameBits() {
    for (int size : new int[] {3, 30, 130}) {
      ProductCase c = ProductCase.of(false, true, size, size + 1, size + 2, 1, 0.5);
      assertArrayEquals(c.run(product()), c.run(product()));
    }
  }

  @Test
  void withoutAFactorTheOperandsAreNotRead() {
    double[] nan = new double[400];
    Arrays.fill(nan, Double.NaN);
    double[] c = {2, 4, 6, 8};
    product().multiply(false, false, 2, 2, 20, 0, nan, 0, 20, nan, 0, 2, 0.5, c, 0, 2);
    assertArrayEquals(new double[] {1, 2, 3, 4}, c);
  }

  @Test
  void zeroTimesInfinityIsNotSkipped() {
    for (int size : new int[] {2, 40}) {
      double[] zero = new double[size * size];
      double[] infinite = new double[size * size];
      infinite[0] = Double.POSITIVE_INFINITY;
      double[] c = new double[size * size];
      product()
          .multiply(
              false, false, size, size, size, 1, zero, 0, size, infinite, 0, size, 0, c, 0, size);
      assertTrue(Double.isNaN(c[0]), "size " + size);
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    double[] x = new double[100];
    assertThrows(
        IllegalArgumentException.class,
        () -> product().multiply(false, false, -1, 1, 1, 1, x, 0, 1, x, 0, 1, 0, x, 0, 1));
    Exception narrow =
        assertThrows(
            IllegalArgumentException.class,
            () -> product().multiply(false, false, 5, 5, 5, 1, x, 0, 4, x, 0, 5, 0, x, 0, 5));
    assertEquals("product: A is stored as [5×5], but a row has 4", narrow.getMessage());
    for (int which : List.of(0, 1, 2)) {
      int[] offset = {which == 0 ? 80 : 0, which == 1 ? -1 : 0, which == 2 ? 76 : 0};
      assertThrows(
          IndexOutOfBoundsException.class,
          () ->
              product()
                  .multiply(
                      false, true, 5, 5, 5, 1, x, offset[0], 5, x, offset[1], 5, 0, x, offset[2],
                      5));
    }
  }

  @Test
  void callsAllocateNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    MatrixProduct product = product();
    double[] x = new double[60 * 60];
    double[] c = new double[60 * 60];
    callAll(product, x, c);
    threads.getCurrentThreadAllocatedBytes();
    long least = Long.MAX_VALUE;
    // The JVM itself may allocate for a thread now and then, but not every time.
    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int call = 0; call < 50; call++) {
        callAll(product, x, c);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }

  private static void callAll(MatrixProduct product, double[] x, double[] c) {
    product.multiply(false, false, 2, 8, 3, 1, x, 0, 60, x, 0, 60, 0, c, 0, 60);
    product.multiply(false, true, 60, 60, 60, 1, x, 0, 60, x, 0, 60, 0, c, 0, 60);
    product.multiply(true, false, 60, 7, 60, 1, x, 0, 60, x, 0, 60, 1, c, 0, 60);
    product.multiply(true, false, 1, 60, 60, 1, x, 0, 60, x, 0, 60, 1, c, 0, 60);
    product.multiply(false, false, 60, 1, 60, 1, x, 0, 60, x, 0, 60, 1, c, 0, 60);
  }
}
