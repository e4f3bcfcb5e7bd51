package dev.backproof.mlp.data;

/**
 * Arms that wind around one another: wants more than a few hidden units.
 *
 * <pre>
 *   class k of m:  t·(cos φ, sin φ) with t uniform in [0.1, 1), φ = 2π·(k/m + turns·t)
 * </pre>
 *
 * <p>plus normal noise.
 */
public final class Spirals {
  private static final double CENTRE = 0.1;

  private Spirals() {}

  /**
   * Examples [n×2] with labels 0 … classes−1 in turn.
   *
   * @param classes the number of arms
   * @param turns how often an arm goes round
   * @param noise the standard deviation of what is added to each coordinate
   * @param seed the same seed gives the same examples
   * @throws IllegalArgumentException if there are no examples or fewer than two classes, if there
   *     are more examples than an array can hold, or if a number is negative or not finite
   */
  public static Dataset generate(int n, int classes, double turns, double noise, long seed) {
    if (!(turns >= 0 && turns < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "spirals: the number of turns is finite and not negative, but is " + turns);
    }
    return Planar.generate(
        "spirals",
        n,
        classes,
        noise,
        seed,
        (label, random) -> {
          double t = Planar.uniform(CENTRE, 1, random);
          return Planar.polar(2 * Math.PI * ((double) label / classes + turns * t), t);
        });
  }
}
