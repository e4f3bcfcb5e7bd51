package dev.backproof.core.blas;

/** The preconditions of a product, for those who leave Java's own checks. */
public final class Operands {
  private Operands() {}

  /**
   * Refuses operands that do not fit, in the order and meaning of {@link MatrixProduct#multiply}.
   *
   * @throws IllegalArgumentException if an extent is negative or a stored row longer than its
   *     leading dimension
   * @throws IndexOutOfBoundsException if an operand leaves its array
   */
  public static void check(
      boolean transposeA,
      boolean transposeB,
      int rows,
      int columns,
      int inner,
      double[] a,
      int aOffset,
      int lda,
      double[] b,
      int bOffset,
      int ldb,
      double[] c,
      int cOffset,
      int ldc) {
    if ((rows | columns | inner) < 0) {
      throw new IllegalArgumentException(
          "product: [" + rows + "×" + inner + "] · [" + inner + "×" + columns + "]: negative");
    }
    check("A", a, aOffset, lda, transposeA ? inner : rows, transposeA ? rows : inner);
    check("B", b, bOffset, ldb, transposeB ? columns : inner, transposeB ? inner : columns);
    check("C", c, cOffset, ldc, rows, columns);
  }

  /** A matrix as it is stored. */
  private static void check(String name, double[] data, int offset, int ld, int rows, int columns) {
    if (ld < columns) {
      throw new IllegalArgumentException(
          "product: " + name + " is stored as [" + rows + "×" + columns + "], but a row has " + ld);
    }
    if (rows > 0 && columns > 0) {
      long end = offset + (rows - 1L) * ld + columns;
      if (offset < 0 || end > data.length) {
        throw new IndexOutOfBoundsException(
            "product: %s, [%d×%d] from %d with %d a row, leaves its array of %d"
                .formatted(name, rows, columns, offset, ld, data.length));
      }
    }
  }
}
