package dev.backproof.core;

import java.util.Arrays;

/** Sums and maxima over axes. */
final class ReductionKernels {
  private ReductionKernels() {}

  /**
   * The extents before, at and behind an axis.
   *
   * <p>They can overflow only for a tensor without entries, which a kernel must not walk.
   */
  record Around(int outer, int middle, int inner) {
    static Around of(Shape shape, int axis) {
      int[] extents = shape.numbers();
      int outer = 1;
      int inner = 1;
      for (int i = 0; i < extents.length; i++) {
        if (i < axis) {
          outer *= extents[i];
        } else if (i > axis) {
          inner *= extents[i];
        }
      }
      return new Around(outer, extents[axis], inner);
    }
  }

  static void sum(DenseTensor a, int axis, double[] y) {
    Arrays.fill(y, 0);
    double[] x = a.data();
    if (x.length == 0) {
      return;
    }
    Around around = Around.of(a.shape(), axis);
    for (int o = 0, from = 0; o < around.outer(); o++) {
      for (int k = 0; k < around.middle(); k++) {
        for (int i = 0, to = o * around.inner(); i < around.inner(); i++) {
          y[to + i] += x[from++];
        }
      }
    }
  }

  static void max(DenseTensor a, int axis, double[] y) {
    Arrays.fill(y, Double.NEGATIVE_INFINITY);
    double[] x = a.data();
    if (x.length == 0) {
      return;
    }
    Around around = Around.of(a.shape(), axis);
    for (int o = 0, from = 0; o < around.outer(); o++) {
      for (int k = 0; k < around.middle(); k++) {
        for (int i = 0, to = o * around.inner(); i < around.inner(); i++) {
          y[to + i] = Math.max(y[to + i], x[from++]);
        }
      }
    }
  }

  static void sumTo(DenseTensor a, Shape target, double[] y) {
    Arrays.fill(y, 0);
    Strides walk = Strides.of(a.shape(), target);
    for (int i = 0; i < a.count(); i++) {
      y[walk.position(0)] += a.at(i);
      walk.next();
    }
  }
}
