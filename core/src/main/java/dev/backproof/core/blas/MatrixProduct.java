package dev.backproof.core.blas;

/**
 * A product of matrices, accumulated into a third: C ← α·op(A)·op(B) + β·C.
 *
 * <p>op(A) is A or Aᵀ, of shape [rows×inner]; op(B) is B or Bᵀ, [inner×columns]; C is
 * [rows×columns]. All three are stored row by row in arrays of float64: entry (i, j) of A stands at
 * {@code aOffset + i·lda + j}. So A is stored as [rows×inner], or as [inner×rows] if it is to be
 * transposed, and {@code lda} is at least the extent of its stored row. One array may hold several
 * operands, as long as C overlaps neither A nor B; this is not checked.
 *
 * <ul>
 *   <li>β = 0 overwrites C, whatever it held, NaN too.
 *   <li>α = 0 or inner = 0 leaves A and B unread: C ← β·C.
 *   <li>rows = 0 or columns = 0 does nothing.
 *   <li>For α = 1 and β = 0 the error of an entry is at most γₖ·(|A|·|B|), γₖ = k·u/(1 − k·u), k =
 *       inner, u = 2⁻⁵³, for every order of summation and with or without fused multiply-adds
 *       (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., (3.13)); in general
 *       γₖ₊₂·(|α|·|A|·|B| + |β|·|C|). Underflow and overflow are left out of this.
 *   <li>Infinities and NaN of A and B reach C as in the sum that is written down: 0·∞ is not
 *       skipped.
 *   <li>Two calls with the same arguments give the same bits.
 *   <li>No call allocates, but for working storage at the first ones of a thread.
 * </ul>
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface MatrixProduct {
  /**
   * C ← α·op(A)·op(B) + β·C.
   *
   * @throws IllegalArgumentException if an extent is negative or a stored row longer than its
   *     leading dimension
   * @throws IndexOutOfBoundsException if an operand leaves its array
   */
  void multiply(
      boolean transposeA,
      boolean transposeB,
      int rows,
      int columns,
      int inner,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double[] b,
      int bOffset,
      int ldb,
      double beta,
      double[] c,
      int cOffset,
      int ldc);

  /** What computes, in a few words. */
  String describe();

  /** How many threads may take part in one product. */
  default int threads() {
    return 1;
  }
}
