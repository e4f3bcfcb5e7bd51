package dev.backproof.mlp.data;

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
    return Planar.generate(
        "two moons",
        n,
        2,
        noise,
        seed,
        (label, random) -> {
          double[] circle = Planar.polar(Planar.uniform(0, Math.PI, random), 1);
          return label == 0 ? circle : new double[] {1 - circle[0], 0.5 - circle[1]};
        });
  }
}
