package dev.backproof.mlp.data;

/**
 * Normal clouds whose centres stand evenly on the unit circle: what a network without a hidden
 * layer can do.
 *
 * <pre>
 *   class k of m:  (cos φ, sin φ) with φ = 2π·k/m
 * </pre>
 *
 * <p>plus normal noise.
 */
public final class Blobs {
  private Blobs() {}

  /**
   * Examples [n×2] with labels 0 … classes−1 in turn.
   *
   * @param noise the standard deviation of each cloud in each coordinate
   * @param seed the same seed gives the same examples
   * @throws IllegalArgumentException if there are no examples or fewer than two classes, if there
   *     are more examples than an array can hold, or if the noise is negative or not finite
   */
  public static Dataset generate(int n, int classes, double noise, long seed) {
    return Planar.generate(
        "blobs",
        n,
        classes,
        noise,
        seed,
        (label, random) -> Planar.polar(2 * Math.PI * label / classes, 1));
  }
}
