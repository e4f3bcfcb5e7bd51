package dev.backproof.mlp.data;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;

/**
 * Two interleaving half circles: the smallest problem that no straight line solves.
 *
 * <pre>
 *   class 0:  ( cos φ,      sin φ     )     the upper half circle around (0, 0)
 *   class 1:  ( 1 − cos φ,  ½ − sin φ )     the lower half circle around (1, ½)
 * </pre>
 *
 * <p>with φ uniform in [0, π), plus normal noise. The shape is that of {@code make_moons} in
 * scikit-learn; there the angles are evenly spaced, here they are drawn, so that any part of the
 * examples covers both moons.
 */
public final class TwoMoons {
  private TwoMoons() {}

  /**
   * Examples [n×2] with labels 0 and 1 in turn.
   *
   * @param n the number of examples
   * @param noise the standard deviation of what is added to each coordinate; 0.1 leaves the moons
   *     apart, 0.3 lets them run into each other
   * @param seed the same seed gives the same examples
   * @throws IllegalArgumentException if there is no example, if there are more than an array can
   *     hold, or if the noise is negative or not finite
   */
  public static Dataset generate(int n, double noise, long seed) {
    if (n < 1) {
      throw new IllegalArgumentException("two moons: at least one example is needed, but n = " + n);
    }
    if (n > Integer.MAX_VALUE / 2) {
      throw new IllegalArgumentException(
          "two moons: " + n + " examples of 2 inputs have more entries than an array can hold");
    }
    if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "two moons: the noise is a standard deviation, finite and not negative, but is " + noise);
    }
    RandomTensors random = RandomTensors.seeded(seed);
    Shape shape = Shape.of(n, 2);
    double[] x = new double[shape.count()];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      int label = i % 2;
      double angle = random.uniform(0, Math.PI, Shape.SCALAR).item();
      // StrictMath: Math may differ in the last bit between machines.
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      DenseTensor shift = random.normal(Shape.of(2));
      x[2 * i] = (label == 0 ? cos : 1 - cos) + noise * shift.at(0);
      x[2 * i + 1] = (label == 0 ? sin : 0.5 - sin) + noise * shift.at(1);
      y[i] = label;
    }
    return new Dataset(DenseTensor.of(shape, x), DenseTensor.vector(y), 2);
  }
}
