package dev.backproof.mlp;

import dev.backproof.core.Tensor;

/**
 * The penalty of the notes' #18 for any number of layers, with the same factors for each: 𝓛(θ) =
 * Σₗ (λ1·‖Wₗ‖₁ + λ2·‖Wₗ‖₂²). Biases are not penalised.
 *
 * @param l1 the factor of the absolute values, a scalar
 * @param l2 the factor of the squares, a scalar
 * @param <T> the reading
 */
public record DeepElasticNet<T extends Tensor<T>>(T l1, T l2) {
  /** 𝓛(θ), a scalar. */
  public T penalty(DeepParameters<T> p) {
    return p.layers().stream()
        .map(layer -> ElasticNet.layer(l1, l2, layer.w()))
        .reduce(T::plus)
        .orElseThrow();
  }
}
