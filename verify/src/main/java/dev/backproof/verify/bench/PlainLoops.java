package dev.backproof.verify.bench;

import dev.backproof.core.DenseTensor;
import java.util.List;

/**
 * The training step as one writes it by hand without a library: loops over arrays, in place.
 *
 * <pre>
 *   for each example r:
 *     HSᵣ = rect(W1·Xᵣ + b1)      [h]
 *     OAᵣ = W2·HSᵣ + b2           [m]
 *     Gᵣ  = (softmax(OAᵣ) − onehot(yᵣ))/n
 *     GHᵣ = (W2ᵀ·Gᵣ) ⊙ [HSᵣ > 0]  [h]
 *   W2 ← W2 − η·Gᵀ·HS, b2 ← b2 − η·Σᵣ Gᵣ, W1 ← W1 − η·GHᵀ·X, b1 ← b1 − η·Σᵣ GHᵣ
 * </pre>
 *
 * <p>All matrices are stored row by row. Rows are what the inner loops run along; the compiler
 * vectorises those of {@link #addMultiple}, and may not reorder the sum of {@link #dot}, which is
 * therefore kept in four parts.
 */
final class PlainLoops implements Step {
  private final int d;
  private final int h;
  private final int m;
  private final int n;
  private final double[] w1;
  private final double[] b1;
  private final double[] w2;
  private final double[] b2;
  private final double[] x;
  private final int[] y;
  private final double eta;

  private final double[] hs;
  private final double[] g;
  private final double[] gh;

  private PlainLoops(StepData data) {
    Sizes sizes = data.sizes();
    List<DenseTensor> p = data.parameters().list();
    d = sizes.d();
    h = sizes.h();
    m = sizes.m();
    n = sizes.n();
    w1 = p.get(0).toArray();
    b1 = p.get(1).toArray();
    w2 = p.get(2).toArray();
    b2 = p.get(3).toArray();
    x = data.x().toArray();
    y = new int[n];
    for (int r = 0; r < n; r++) {
      y[r] = (int) data.y().at(r);
    }
    eta = data.eta();
    hs = new double[n * h];
    g = new double[n * m];
    gh = new double[n * h];
  }

  static PlainLoops of(StepData data) {
    return new PlainLoops(data);
  }

  @Override
  public double run() {
    double loss = 0;
    for (int r = 0; r < n; r++) {
      forward(r);
      loss += lossAndGradient(r);
      backward(r);
    }
    descend();
    return loss / n;
  }

  /** HSᵣ from Xᵣ, then OAᵣ, which stands in the place of Gᵣ. */
  private void forward(int r) {
    for (int j = 0; j < h; j++) {
      hs[r * h + j] = Math.max(b1[j] + dot(d, w1, j * d, x, r * d), 0);
    }
    for (int k = 0; k < m; k++) {
      g[r * m + k] = b2[k] + dot(h, w2, k * h, hs, r * h);
    }
  }

  /** Gᵣ in the place of OAᵣ; gives −log softmax(OAᵣ) at the label. */
  private double lossAndGradient(int r) {
    int from = r * m;
    double max = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < m; k++) {
      max = Math.max(max, g[from + k]);
    }
    double atLabel = g[from + y[r]] - max;
    double sum = 0;
    for (int k = 0; k < m; k++) {
      double e = Math.exp(g[from + k] - max);
      g[from + k] = e;
      sum += e;
    }
    double scale = 1 / (sum * n);
    for (int k = 0; k < m; k++) {
      g[from + k] *= scale;
    }
    g[from + y[r]] -= 1.0 / n;
    return Math.log(sum) - atLabel;
  }

  /** GHᵣ from Gᵣ. */
  private void backward(int r) {
    int from = r * h;
    for (int j = 0; j < h; j++) {
      gh[from + j] = 0;
    }
    for (int k = 0; k < m; k++) {
      addMultiple(h, g[r * m + k], w2, k * h, gh, from);
    }
    for (int j = 0; j < h; j++) {
      gh[from + j] = hs[from + j] > 0 ? gh[from + j] : 0;
    }
  }

  private void descend() {
    for (int r = 0; r < n; r++) {
      addMultiple(m, -eta, g, r * m, b2, 0);
      addMultiple(h, -eta, gh, r * h, b1, 0);
    }
    for (int k = 0; k < m; k++) {
      for (int r = 0; r < n; r++) {
        addMultiple(h, -eta * g[r * m + k], hs, r * h, w2, k * h);
      }
    }
    for (int j = 0; j < h; j++) {
      for (int r = 0; r < n; r++) {
        addMultiple(d, -eta * gh[r * h + j], x, r * d, w1, j * d);
      }
    }
  }

  /** to ← to + factor·from. */
  private static void addMultiple(
      int length, double factor, double[] from, int fromAt, double[] to, int toAt) {
    for (int i = 0; i < length; i++) {
      to[toAt + i] += factor * from[fromAt + i];
    }
  }

  /** Σᵢ aᵢ·bᵢ. */
  private static double dot(int length, double[] a, int aAt, double[] b, int bAt) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += a[aAt + i] * b[bAt + i];
      s1 += a[aAt + i + 1] * b[bAt + i + 1];
      s2 += a[aAt + i + 2] * b[bAt + i + 2];
      s3 += a[aAt + i + 3] * b[bAt + i + 3];
    }
    for (; i < length; i++) {
      s0 += a[aAt + i] * b[bAt + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** W1, b1, W2, b2 as they are now. */
  List<double[]> parameters() {
    return List.of(w1.clone(), b1.clone(), w2.clone(), b2.clone());
  }
}
