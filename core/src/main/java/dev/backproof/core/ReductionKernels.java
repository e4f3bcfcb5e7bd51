package dev.backproof.core;

import java.util.Arrays;

/** Sums and maxima over axes. */
public final class ReductionKernels {
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
    if (a.count() > 0) {
      Around around = Around.of(a.shape(), axis);
      addTo(y, 0, a.data(), 0, around.outer(), around.middle(), around.inner());
    }
  }

  /**
   * y[o·inner + i] += Σₖ x[(o·middle + k)·inner + i], both from their offsets on: for whoever owns
   * the arrays. Sums in the order of k.
   */
  public static void addTo(
      double[] y, int yOffset, double[] x, int xOffset, int outer, int middle, int inner) {
    for (int o = 0, from = xOffset, to = yOffset; o < outer; o++, to += inner) {
      if (inner == 1) {
        double so = y[to];
        for (int k = 0; k < middle; k++) {
          so += x[from++];
        }
        y[to] = so;
      } else {
        for (int k = 0; k < middle; k++, from += inner) {
          for (int i = 0; i < inner; i++) {
            y[to + i] += x[from + i];
          }
        }
      }
    }
  }

  static void max(DenseTensor a, int axis, double[] y) {
    Arrays.fill(y, Double.NEGATIVE_INFINITY);
    if (a.count() > 0) {
      Around around = Around.of(a.shape(), axis);
      raiseTo(y, 0, a.data(), 0, around.outer(), around.middle(), around.inner());
    }
  }

  /** As {@link #addTo}, with the larger of two where that adds. */
  public static void raiseTo(
      double[] y, int yOffset, double[] x, int xOffset, int outer, int middle, int inner) {
    for (int o = 0, from = xOffset, to = yOffset; o < outer; o++, to += inner) {
      for (int k = 0; k < middle; k++, from += inner) {
        for (int i = 0; i < inner; i++) {
          y[to + i] = Math.max(y[to + i], x[from + i]);
        }
      }
    }
  }

  static void sumTo(DenseTensor a, Shape target, double[] y) {
    Arrays.fill(y, 0);
    if (AxisKernels.isTail(target, a.shape())) {
      if (a.count() > 0) {
        addTo(y, 0, a.data(), 0, 1, a.count() / y.length, y.length);
      }
      return;
    }
    Strides walk = Strides.of(a.shape(), target);
    for (int i = 0; i < a.count(); i++) {
      y[walk.position(0)] += a.at(i);
      walk.next();
    }
  }
}
