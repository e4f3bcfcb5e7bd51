package dev.backproof.mlp.data;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;

/** Two interleaving half circles, the usual example of classes no straight line divides. */
public final class TwoMoons {
  private TwoMoons() {}

  /**
   * {@code n} points in the plane: class 0 on the upper half of the unit circle, class 1 on the
   * lower half of the unit circle around (1, ½), by turns, each moved by normal noise.
   *
   * @param noise the standard deviation of the noise in each coordinate
   * @throws IllegalArgumentException if {@code n} or {@code noise} is negative
   */
  public static Dataset generate(int n, double noise, long seed) {
    if (n < 0 || !(noise >= 0)) {
      throw new IllegalArgumentException(
          "two moons: wants n ≥ 0 and noise ≥ 0, not " + n + " and " + noise);
    }
    RandomTensors random = RandomTensors.seeded(seed);
    DenseTensor angles = random.uniform(0, Math.PI, Shape.of(n));
    DenseTensor moves = random.normal(Shape.of(n, 2));
    double[] points = new double[2 * n];
    double[] labels = new double[n];
    for (int i = 0; i < n; i++) {
      double side = i % 2 == 0 ? 1 : -1;
      labels[i] = i % 2;
      points[2 * i] = (1 - side) / 2 + side * Math.cos(angles.at(i)) + noise * moves.get(i, 0);
      points[2 * i + 1] = (1 - side) / 4 + side * Math.sin(angles.at(i)) + noise * moves.get(i, 1);
    }
    return new Dataset(
        DenseTensor.of(Shape.of(n, 2), points), DenseTensor.of(Shape.of(n), labels), 2);
  }
}
