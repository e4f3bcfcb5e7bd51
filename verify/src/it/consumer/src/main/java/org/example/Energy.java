package org.example;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Tensor;

/** E(x) = Σ xᵢ², its slope as the library finds it, and as it is derived by hand. */
public final class Energy {
  private Energy() {}

  /** E(x) = Σ xᵢ². */
  public static <T extends Tensor<T>> T energy(T x) {
    return x.times(x).sum();
  }

  /** The slope 2x, by hand. */
  public static <T extends Tensor<T>> T byHand(T x) {
    return x.constant(2).times(x);
  }

  /** The slope at a point, by the graph. */
  public static DenseTensor slope(DenseTensor x) {
    return Differentiation.grad(v -> energy(v), x);
  }
}
