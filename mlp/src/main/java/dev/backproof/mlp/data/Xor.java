package dev.backproof.mlp.data;

/**
 * Exclusive or: the four quadrants, of which opposite ones belong together.
 *
 * <pre>
 *   class 0:  x and y of the same sign      class 1:  of different signs
 * </pre>
 *
 * <p>each coordinate of a magnitude uniform in [0.1, 1), plus normal noise. M. Minsky and S.
 * Papert, "Perceptrons" (1969): no network without a hidden layer does it.
 */
public final class Xor {
  private static final double GAP = 0.1;

  private Xor() {}

  /**
   * Examples [n×2] with labels 0 and 1 in turn.
   *
   * @param noise the standard deviation of what is added to each coordinate; without it the classes
   *     are 0.2 apart
   * @param seed the same seed gives the same examples
   * @throws IllegalArgumentException if there is no example, if there are more than an array can
   *     hold, or if the noise is negative or not finite
   */
  public static Dataset generate(int n, double noise, long seed) {
    return Planar.generate(
        "xor",
        n,
        2,
        noise,
        seed,
        (label, random) -> {
          int side = random.integer(2) == 0 ? -1 : 1;
          double x = side * Planar.uniform(GAP, 1, random);
          double y = (label == 0 ? side : -side) * Planar.uniform(GAP, 1, random);
          return new double[] {x, y};
        });
  }
}
