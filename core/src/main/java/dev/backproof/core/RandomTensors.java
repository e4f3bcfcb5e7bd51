package dev.backproof.core;

import java.util.SplittableRandom;

/**
 * Random tensors from a seed: the same seed gives the same tensors on every machine and JDK.
 *
 * <p>Each call draws on; not to be shared between threads.
 */
public final class RandomTensors {
  private final SplittableRandom random;

  private RandomTensors(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A generator with the given seed. */
  public static RandomTensors seeded(long seed) {
    return new RandomTensors(seed);
  }

  /**
   * Entries uniform in [low, high).
   *
   * @throws IllegalArgumentException if that is empty or unbounded
   */
  public DenseTensor uniform(double low, double high, Shape shape) {
    if (!(low < high) || Double.isInfinite(high - low)) {
      throw new IllegalArgumentException(
          "uniform: no finite range of numbers: [" + low + ", " + high + ")");
    }
    double[] data = new double[shape.count()];
    for (int i = 0; i < data.length; i++) {
      // rounding may reach the upper end, which does not belong to the range
      data[i] = Math.min(low + (high - low) * random.nextDouble(), Math.nextDown(high));
    }
    return DenseTensor.owning(shape, data);
  }

  /** Independent standard normal entries, by the polar method of Marsaglia. */
  public DenseTensor normal(Shape shape) {
    double[] data = new double[shape.count()];
    for (int i = 0; i < data.length; i++) {
      data[i] = normal();
    }
    return DenseTensor.owning(shape, data);
  }

  private double normal() {
    while (true) {
      double u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * Math.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /**
   * Entries of random sign and a magnitude uniform in [½, 2): directions that average nothing out.
   */
  public DenseTensor directions(Shape shape) {
    double[] data = new double[shape.count()];
    for (int i = 0; i < data.length; i++) {
      double magnitude = 0.5 + 1.5 * random.nextDouble();
      data[i] = random.nextBoolean() ? magnitude : -magnitude;
    }
    return DenseTensor.owning(shape, data);
  }

  /**
   * Labels uniform in 0 … classes−1.
   *
   * @throws IllegalArgumentException if there is no class
   */
  public DenseTensor labels(int classes, Shape shape) {
    checkBound("labels", classes);
    double[] data = new double[shape.count()];
    for (int i = 0; i < data.length; i++) {
      data[i] = integer(classes);
    }
    return DenseTensor.owning(shape, data);
  }

  /**
   * A whole number uniform in 0 … bound−1.
   *
   * @throws IllegalArgumentException if {@code bound} is not positive
   */
  public int integer(int bound) {
    checkBound("integer", bound);
    return random.nextInt(bound);
  }

  /**
   * The numbers 0 … n−1 in a random order, every order equally likely.
   *
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public int[] permutation(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("permutation: n = " + n + " is negative");
    }
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = integer(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static void checkBound(String operation, int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException(
          operation + ": no whole number from 0 on is below " + bound);
    }
  }
}
