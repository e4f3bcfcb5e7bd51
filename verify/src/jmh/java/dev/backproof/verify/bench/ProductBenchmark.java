package dev.backproof.verify.bench;

import dev.backproof.core.blas.MatrixProduct;
import dev.backproof.core.blas.MatrixProducts;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The products of a training step of the notes' network, one by one, plain and native: where the
 * native one begins to win. Nanoseconds a call, one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProductBenchmark {
  /** Inputs × hidden units × classes × examples. */
  @Param({"2x8x2x1", "2x32x2x64", "64x64x10x32", "784x128x10x32"})
  @SuppressWarnings("NullAway.Init") // JMH does.
  private String sizes;

  /** Who computes; {@code native} is plain where there is no library. */
  @Param({"plain", "native"})
  @SuppressWarnings("NullAway.Init") // JMH does.
  private String kernel;

  private MatrixProduct product = MatrixProducts.plain();
  private int d;
  private int h;
  private int m;
  private int n;
  private double[] x = {};
  private double[] hs = {};
  private double[] gradHa = {};
  private double[] gradOa = {};
  private double[] w1 = {};
  private double[] w2 = {};
  private double[] result = {};

  /** Operands of random numbers. */
  @Setup
  public void draw() {
    int[] s = Arrays.stream(sizes.split("x", -1)).mapToInt(Integer::parseInt).toArray();
    d = s[0];
    h = s[1];
    m = s[2];
    n = s[3];
    product = kernel.equals("plain") ? MatrixProducts.plain() : MatrixProducts.choice().product();
    SplittableRandom random = new SplittableRandom(1);
    x = random.doubles((long) n * d, -1, 1).toArray();
    hs = random.doubles((long) n * h, -1, 1).toArray();
    gradHa = random.doubles((long) n * h, -1, 1).toArray();
    gradOa = random.doubles((long) n * m, -1, 1).toArray();
    w1 = random.doubles((long) h * d, -1, 1).toArray();
    w2 = random.doubles((long) m * h, -1, 1).toArray();
    result = new double[Math.max(Math.max(n * h, n * m), Math.max(h * d, m * h))];
  }

  private double[] multiply(
      boolean transposeA,
      boolean transposeB,
      int rows,
      int columns,
      int inner,
      double[] a,
      double[] b) {
    product.multiply(
        transposeA,
        transposeB,
        rows,
        columns,
        inner,
        1,
        a,
        0,
        transposeA ? rows : inner,
        b,
        0,
        transposeB ? inner : columns,
        0,
        result,
        0,
        columns);
    return result;
  }

  /** X·W1ᵀ, [n×d]·[d×h]. */
  @Benchmark
  public double[] hidden() {
    return multiply(false, true, n, h, d, x, w1);
  }

  /** HS·W2ᵀ, [n×h]·[h×m]. */
  @Benchmark
  public double[] output() {
    return multiply(false, true, n, m, h, hs, w2);
  }

  /** G_HAᵀ·X, [h×n]·[n×d]. */
  @Benchmark
  public double[] hiddenWeights() {
    return multiply(true, false, h, d, n, gradHa, x);
  }

  /** G_OAᵀ·HS, [m×n]·[n×h]. */
  @Benchmark
  public double[] outputWeights() {
    return multiply(true, false, m, h, n, gradOa, hs);
  }

  /** G_OA·W2, [n×m]·[m×h]. */
  @Benchmark
  public double[] hiddenActivations() {
    return multiply(false, false, n, h, m, gradOa, w2);
  }
}
