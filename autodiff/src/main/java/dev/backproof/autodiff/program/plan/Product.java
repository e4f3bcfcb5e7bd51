package dev.backproof.autodiff.program.plan;

import dev.backproof.core.blas.MatrixProduct;

/**
 * A product of matrices on the memory of a plan: C ← α·op(A)·op(B) + β·C.
 *
 * @param kernel what multiplies
 * @param a the first operand
 * @param b the second
 * @param rows of the result
 * @param columns of the result
 * @param inner what is summed over
 */
record Product(MatrixProduct kernel, Operand a, Operand b, int rows, int columns, int inner) {
  /**
   * A matrix as it is stored.
   *
   * @param slot the number of its array
   * @param transposed whether the array holds the transpose
   * @param stride the length of a stored row
   */
  record Operand(int slot, boolean transposed, int stride) {}

  void run(double[][] memory, double alpha, double beta, int result) {
    kernel.multiply(
        a.transposed,
        b.transposed,
        rows,
        columns,
        inner,
        alpha,
        memory[a.slot],
        0,
        a.stride,
        memory[b.slot],
        0,
        b.stride,
        beta,
        memory[result],
        0,
        columns);
  }
}
