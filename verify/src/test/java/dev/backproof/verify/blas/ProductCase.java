package dev.backproof.verify.blas;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.blas.MatrixProduct;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One product with offsets and rows longer than the matrices.
 *
 * <p>Around the operands stands NaN, so that whoever reads there is seen; C is NaN inside if it is
 * to be overwritten, and keeps what stands around it.
 */
record ProductCase(
    boolean transposeA,
    boolean transposeB,
    int rows,
    int columns,
    int inner,
    double alpha,
    double beta,
    Stored a,
    Stored b,
    Stored c) {

  /** A matrix as it is stored: {@code ld} entries a row, from {@code offset}. */
  static final class Stored {
    private final int offset;
    private final int ld;
    private final double[] data;

    private Stored(int offset, int ld, double[] data) {
      this.offset = offset;
      this.ld = ld;
      this.data = data;
    }

    static Stored random(int rows, int columns, int offset, int padding, long seed) {
      int ld = columns + padding;
      double[] data = new double[offset + rows * ld + 1];
      Arrays.fill(data, Double.NaN);
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          data[offset + i * ld + j] = random.nextDouble(-1, 1);
        }
      }
      return new Stored(offset, ld, data);
    }

    double at(boolean transposed, int i, int j) {
      return transposed ? data[offset + j * ld + i] : data[offset + i * ld + j];
    }
  }

  static ProductCase of(
      boolean transposeA,
      boolean transposeB,
      int rows,
      int columns,
      int inner,
      double alpha,
      double beta) {
    return new ProductCase(
        transposeA,
        transposeB,
        rows,
        columns,
        inner,
        alpha,
        beta,
        Stored.random(transposeA ? inner : rows, transposeA ? rows : inner, 3, inner % 3, 1),
        Stored.random(transposeB ? columns : inner, transposeB ? inner : columns, 2, rows % 2, 2),
        Stored.random(rows, columns, 5, columns % 4, 3));
  }

  /** The array of C afterwards. */
  double[] run(MatrixProduct product) {
    double[] result = c.data.clone();
    if (beta == 0) {
      Arrays.fill(result, Double.NaN);
    }
    product.multiply(
        transposeA,
        transposeB,
        rows,
        columns,
        inner,
        alpha,
        a.data,
        a.offset,
        a.ld,
        b.data,
        b.offset,
        b.ld,
        beta,
        result,
        c.offset,
        c.ld);
    return result;
  }

  /** Both, the product and the three loops here, may err by γₖ₊₂ of the sizes. */
  void check(MatrixProduct product) {
    double[] result = run(product);
    double gamma = 2 * (inner + 2) * 0x1p-53 * (1 + 0x1p-40);
    boolean[] inside = new boolean[result.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        int at = c.offset + i * c.ld + j;
        inside[at] = true;
        double sum = beta == 0 ? 0 : beta * c.data[at];
        double size = Math.abs(sum);
        for (int k = 0; k < inner && alpha != 0; k++) {
          double term = alpha * a.at(transposeA, i, k) * b.at(transposeB, k, j);
          sum += term;
          size += Math.abs(term);
        }
        double error = Math.abs(result[at] - sum);
        assertTrue(error <= gamma * size, () -> this + ": error " + error);
      }
    }
    for (int at = 0; at < result.length; at++) {
      assertTrue(inside[at] || Double.isNaN(result[at]), () -> this + ": writes outside of C");
    }
  }

  @Override
  public String toString() {
    return "[%d×%d]%s · [%d×%d]%s, α = %s, β = %s"
        .formatted(
            rows, inner, transposeA ? "ᵀ" : "", inner, columns, transposeB ? "ᵀ" : "", alpha, beta);
  }
}
