package dev.backproof.mlp.train;

import dev.backproof.core.Tensor;
import dev.backproof.mlp.Parameters;

/** A step of gradient descent (claim 2.6). */
public final class GradientDescent {
  private GradientDescent() {}

  /**
   * θ − η·∂R/∂θ, part by part.
   *
   * @param eta the step size η, a scalar
   */
  public static <T extends Tensor<T>> Parameters<T> step(
      Parameters<T> p, Parameters<T> gradient, T eta) {
    return p.combine(gradient, (part, slope) -> part.minus(eta.times(slope)));
  }
}
