package dev.backproof.verify.bench;

import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.blas.MatrixProduct;
import dev.backproof.core.blas.MatrixProducts;

/**
 * What no step can be faster than: its five products of matrices, by the kernels that all variants
 * use, into arrays that are there.
 *
 * <pre>
 *   HA = X·W1ᵀ  [n×h]    OA = HS·W2ᵀ  [n×m]    GH = G·W2  [n×h]
 *   W2 ← W2 − η·Gᵀ·HS  [m×h]    W1 ← W1 − η·GHᵀ·X  [h×d]
 * </pre>
 *
 * <p>HS and G are fixed, so that no product depends on an entrywise operation. For one example the
 * same calls multiply a row by a matrix, and a column by a row.
 */
final class Floor implements Step {
  private static final double ETA = 1e-12;

  private final MatrixProduct product;
  private final int d;
  private final int h;
  private final int m;
  private final int n;
  private final double[] x;
  private final double[] hs;
  private final double[] g;
  private final double[] w1;
  private final double[] w2;
  private final double[] ha;
  private final double[] oa;
  private final double[] gh;

  private Floor(MatrixProduct product, Sizes sizes) {
    this.product = product;
    d = sizes.d();
    h = sizes.h();
    m = sizes.m();
    n = sizes.n();
    RandomTensors random = RandomTensors.seeded(1);
    x = uniform(random, n, d);
    hs = uniform(random, n, h);
    g = uniform(random, n, m);
    w1 = uniform(random, h, d);
    w2 = uniform(random, m, h);
    ha = new double[n * h];
    oa = new double[n * m];
    gh = new double[n * h];
  }

  static Floor of(Sizes sizes) {
    return new Floor(MatrixProducts.shared(), sizes);
  }

  static Floor with(MatrixProduct product, Sizes sizes) {
    return new Floor(product, sizes);
  }

  private static double[] uniform(RandomTensors random, int rows, int columns) {
    return random.uniform(-1, 1, Shape.of(rows, columns)).toArray();
  }

  @Override
  public double run() {
    product.multiply(false, true, n, h, d, 1, x, 0, d, w1, 0, d, 0, ha, 0, h);
    product.multiply(false, true, n, m, h, 1, hs, 0, h, w2, 0, h, 0, oa, 0, m);
    product.multiply(false, false, n, h, m, 1, g, 0, m, w2, 0, h, 0, gh, 0, h);
    product.multiply(true, false, m, h, n, -ETA, g, 0, m, hs, 0, h, 1, w2, 0, h);
    product.multiply(true, false, h, d, n, -ETA, gh, 0, h, x, 0, d, 1, w1, 0, d);
    return ha[0] + oa[0] + w1[0];
  }
}
