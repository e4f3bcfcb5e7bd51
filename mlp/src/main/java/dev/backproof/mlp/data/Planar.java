package dev.backproof.mlp.data;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;

/**
 * Points of the plane on a figure, plus normal noise: what the generated sets of 2 inputs share.
 */
final class Planar {
  /** Where the next example of a class lies before noise: x, then y. */
  @FunctionalInterface
  interface Figure {
    double[] point(int label, RandomTensors random);
  }

  private Planar() {}

  /**
   * Examples [n×2] with labels 0 … classes−1 in turn.
   *
   * @param name what the data set is called in messages
   * @throws IllegalArgumentException if there are no examples or fewer than two classes, if there
   *     are more examples than an array can hold, or if the noise is negative or not finite
   */
  static Dataset generate(String name, int n, int classes, double noise, long seed, Figure figure) {
    if (n < 1) {
      throw new IllegalArgumentException(name + ": at least one example is needed, but n = " + n);
    }
    if (n > Integer.MAX_VALUE / 2) {
      throw new IllegalArgumentException(
          name + ": " + n + " examples of 2 inputs have more entries than an array can hold");
    }
    if (classes < 2) {
      throw new IllegalArgumentException(
          name + ": below two classes there is nothing to tell apart, but classes = " + classes);
    }
    if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + ": the noise is a standard deviation, finite and not negative, but is " + noise);
    }
    RandomTensors random = RandomTensors.seeded(seed);
    Shape shape = Shape.of(n, 2);
    double[] x = new double[shape.count()];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      int label = i % classes;
      double[] point = figure.point(label, random);
      DenseTensor shift = random.normal(Shape.of(2));
      x[2 * i] = point[0] + noise * shift.at(0);
      x[2 * i + 1] = point[1] + noise * shift.at(1);
      y[i] = label;
    }
    return new Dataset(DenseTensor.of(shape, x), DenseTensor.vector(y), classes);
  }

  /** A number uniform in [low, high). */
  static double uniform(double low, double high, RandomTensors random) {
    return random.uniform(low, high, Shape.SCALAR).item();
  }

  /** The point at an angle and a distance from the origin; the same bits on every machine. */
  static double[] polar(double angle, double radius) {
    // StrictMath: Math may differ in the last bit between machines.
    return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
  }
}
