package dev.backproof.core;

import dev.backproof.core.Attribute.Window;
import dev.backproof.core.ReductionKernels.Around;
import java.util.Arrays;
import java.util.List;

/** Moves entries about: new axes, repeated axes, reordered axes, windows. */
public final class AxisKernels {
  private static final List<Integer> TRANSPOSED = List.of(1, 0);

  /** Of a tile's 16 × 16 numbers, 2 × 2 kB lie in the cache. */
  private static final int TILE = 16;

  private AxisKernels() {}

  static void expand(DenseTensor a, int axis, int times, double[] y) {
    int[] extents = a.shape().numbers();
    int inner = 1;
    for (int i = axis; i < extents.length; i++) {
      inner *= extents[i];
    }
    double[] x = a.data();
    for (int from = 0, to = 0; to < y.length; from += inner) {
      for (int k = 0; k < times; k++, to += inner) {
        System.arraycopy(x, from, y, to, inner);
      }
    }
  }

  static void broadcast(DenseTensor a, Shape target, double[] y) {
    if (a.count() == 1) {
      Arrays.fill(y, a.at(0));
      return;
    }
    if (isTail(a.shape(), target)) {
      double[] x = a.data();
      for (int to = 0; to < y.length; to += x.length) {
        System.arraycopy(x, 0, y, to, x.length);
      }
      return;
    }
    Strides walk = Strides.of(target, a.shape());
    for (int i = 0; i < y.length; i++) {
      y[i] = a.at(walk.position(0));
      walk.next();
    }
  }

  /**
   * Whether {@code part} is how {@code whole} ends, leading axes of extent 1 aside: a row beside a
   * matrix. Then the whole is one copy after the other, and no walk need look for each entry.
   */
  static boolean isTail(Shape part, Shape whole) {
    int[] tail = part.numbers();
    int[] extents = whole.numbers();
    int ones = 0;
    while (ones < tail.length && tail[ones] == 1) {
      ones++;
    }
    int from = extents.length - (tail.length - ones);
    return Arrays.equals(tail, ones, tail.length, extents, from, extents.length);
  }

  static void permute(DenseTensor a, List<Integer> axes, Shape result, double[] y) {
    if (axes.equals(TRANSPOSED)) {
      transpose(a.data(), result.numbers()[1], result.numbers()[0], y);
      return;
    }
    Strides walk = Strides.permuted(result, a.shape(), axes);
    for (int i = 0; i < y.length; i++) {
      y[i] = a.at(walk.position(0));
      walk.next();
    }
  }

  /**
   * y[j, i] = a[i, j], tile by tile: so that of the lines of memory a tile touches, which are read
   * along rows and written along columns, each is used whole while it is in the cache.
   */
  private static void transpose(double[] a, int rows, int columns, double[] y) {
    for (int row = 0; row < rows; row += TILE) {
      int rowEnd = Math.min(rows, row + TILE);
      for (int column = 0; column < columns; column += TILE) {
        int columnEnd = Math.min(columns, column + TILE);
        for (int j = column; j < columnEnd; j++) {
          for (int i = row; i < rowEnd; i++) {
            y[j * rows + i] = a[i * columns + j];
          }
        }
      }
    }
  }

  static void slice(DenseTensor a, Window window, double[] y) {
    if (y.length == 0) {
      return;
    }
    Around around = Around.of(a.shape(), window.axis());
    int run = window.length() * around.inner();
    for (int o = 0; o < around.outer(); o++) {
      int from = (o * around.middle() + window.start()) * around.inner();
      System.arraycopy(a.data(), from, y, o * run, run);
    }
  }

  static void pad(DenseTensor a, Window window, double[] y) {
    Arrays.fill(y, 0);
    if (a.count() == 0) {
      return;
    }
    Around around = Around.of(a.shape(), window.axis());
    int run = around.middle() * around.inner();
    for (int o = 0; o < around.outer(); o++) {
      int to = (o * window.length() + window.start()) * around.inner();
      System.arraycopy(a.data(), o * run, y, to, run);
    }
  }

  /**
   * The row of the identity for each of {@code rows} labels, both from their offsets on.
   *
   * @throws IllegalArgumentException if a label is not one of 0 … classes−1
   */
  public static void oneHot(
      double[] labels, int labelsOffset, int rows, int classes, double[] y, int yOffset) {
    Arrays.fill(y, yOffset, yOffset + rows * classes, 0);
    for (int i = 0; i < rows; i++) {
      y[yOffset + i * classes + label(labels, labelsOffset + i, classes)] = 1;
    }
  }

  /**
   * The label at a position, as a number of a class.
   *
   * @throws IllegalArgumentException if it is not one of 0 … classes−1
   */
  public static int label(double[] labels, int position, int classes) {
    double label = labels[position];
    int k = (int) label;
    if (k != label || k < 0 || k >= classes) {
      throw new IllegalArgumentException(
          "oneHot: label "
              + label
              + " at position "
              + position
              + (classes == 0
                  ? ", but there are no classes"
                  : " is not one of 0 … " + (classes - 1) + "; labels count from 0"));
    }
    return k;
  }
}
