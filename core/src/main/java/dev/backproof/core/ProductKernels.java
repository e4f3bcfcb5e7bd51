package dev.backproof.core;

import dev.backproof.core.blas.MatrixProducts;

/** Matrix products. */
final class ProductKernels {
  private ProductKernels() {}

  /** Writes a·b, for matrices. */
  static void matmul(DenseTensor a, DenseTensor b, double[] y) {
    int rows = a.shape().numbers()[0];
    int inner = a.shape().numbers()[1];
    int columns = b.shape().numbers()[1];
    MatrixProducts.shared()
        .multiply(
            false, false, rows, columns, inner, 1, a.data(), 0, inner, b.data(), 0, columns, 0, y,
            0, columns);
  }
}
