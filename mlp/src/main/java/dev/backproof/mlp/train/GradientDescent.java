package dev.backproof.mlp.train;

import dev.backproof.core.Tensor;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.Parameters;

/** A step of gradient descent (claim 2.6), also with momentum. */
public final class GradientDescent {
  private GradientDescent() {}

  /**
   * θ − η·∂R/∂θ, part by part.
   *
   * @param eta the step size η, a scalar
   */
  public static <T extends Tensor<T>> Parameters<T> step(
      Parameters<T> p, Parameters<T> gradient, T eta) {
    return p.combine(gradient, (part, slope) -> step(part, slope, eta));
  }

  /** As above, for a network of any depth. */
  public static <T extends Tensor<T>> DeepParameters<T> step(
      DeepParameters<T> p, DeepParameters<T> gradient, T eta) {
    return p.combine(gradient, (part, slope) -> step(part, slope, eta));
  }

  private static <T extends Tensor<T>> T step(T part, T slope, T eta) {
    return part.minus(eta.times(slope));
  }

  /**
   * The velocity of descent with momentum, part by part: what takes the gradient's place in a step.
   *
   * <pre>
   *   v ← μ·v + ∂R/∂θ, then θ ← θ − η·v
   * </pre>
   *
   * <p>B. Polyak, "Some methods of speeding up the convergence of iteration methods", USSR
   * Computational Mathematics and Mathematical Physics 4 (1964); in this form, with η outside the
   * velocity, as PyTorch has it.
   *
   * @param mu the share μ of the old velocity that stays, a scalar
   */
  public static <T extends Tensor<T>> DeepParameters<T> velocity(
      DeepParameters<T> velocity, DeepParameters<T> gradient, T mu) {
    return velocity.combine(gradient, (v, slope) -> mu.times(v).plus(slope));
  }
}
