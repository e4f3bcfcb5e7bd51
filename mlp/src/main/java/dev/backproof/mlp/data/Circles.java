package dev.backproof.mlp.data;

/**
 * Circles around one another: no straight line comes near, one hidden layer does it.
 *
 * <pre>
 *   class k of m:  r·(cos φ, sin φ) with r = (m − k)/m, φ uniform in [0, 2π)
 * </pre>
 *
 * <p>plus normal noise. Class 0 is the outermost, of radius 1; for two classes the shape is that of
 * {@code make_circles} in scikit-learn with {@code factor=0.5}.
 */
public final class Circles {
  private Circles() {}

  /**
   * Examples [n×2] with labels 0 … classes−1 in turn.
   *
   * @param noise the standard deviation of what is added to each coordinate; circles are 1/classes
   *     apart
   * @param seed the same seed gives the same examples
   * @throws IllegalArgumentException if there are no examples or fewer than two classes, if there
   *     are more examples than an array can hold, or if the noise is negative or not finite
   */
  public static Dataset generate(int n, int classes, double noise, long seed) {
    return Planar.generate(
        "circles",
        n,
        classes,
        noise,
        seed,
        (label, random) ->
            Planar.polar(
                Planar.uniform(0, 2 * Math.PI, random), (double) (classes - label) / classes));
  }
}
