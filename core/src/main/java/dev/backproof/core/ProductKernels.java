package dev.backproof.core;

import java.util.Arrays;

/** Matrix products. */
final class ProductKernels {
  private ProductKernels() {}

  /** Row by row, so that the innermost loop runs through both b and y in order. */
  static void matmul(DenseTensor a, DenseTensor b, double[] y) {
    int inner = a.shape().numbers()[1];
    int columns = b.shape().numbers()[1];
    double[] left = a.data();
    double[] right = b.data();
    Arrays.fill(y, 0);
    for (int i = 0, to = 0; i < a.shape().numbers()[0]; i++, to += columns) {
      for (int k = 0; k < inner; k++) {
        double factor = left[i * inner + k];
        for (int j = 0, from = k * columns; j < columns; j++) {
          y[to + j] += factor * right[from + j];
        }
      }
    }
  }
}
