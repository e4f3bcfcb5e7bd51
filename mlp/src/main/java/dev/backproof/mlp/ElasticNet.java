package dev.backproof.mlp;

import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;

/**
 * The penalty of the notes' #18: {@math 𝓛(θ) = λ11·‖W1‖₁ + λ12·‖W1‖₂² + λ21·‖W2‖₁ + λ22·‖W2‖₂²}.
 *
 * <p>Biases are not penalised. The factors are scalars of the reading, not Java numbers, so that
 * they may be symbols.
 *
 * @param l11 the factor of {@math ‖W1‖₁}
 * @param l12 the factor of {@math ‖W1‖₂²}
 * @param l21 the factor of {@math ‖W2‖₁}
 * @param l22 the factor of {@math ‖W2‖₂²}
 * @param <T> the reading
 */
public record ElasticNet<T extends Tensor<T>>(T l11, T l12, T l21, T l22) {
  /** {@math 𝓛(θ)}, a scalar. */
  public T penalty(Parameters<T> p) {
    return layer(l11, l12, p.w1()).plus(layer(l21, l22, p.w2()));
  }

  private static <T extends Tensor<T>> T layer(T l1, T l2, T w) {
    return l1.times(Functions.l1Norm(w)).plus(l2.times(Functions.squaredL2Norm(w)));
  }
}
