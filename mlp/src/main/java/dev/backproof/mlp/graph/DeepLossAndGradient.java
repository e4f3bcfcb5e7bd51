package dev.backproof.mlp.graph;

import dev.backproof.core.Tensor;
import dev.backproof.mlp.DeepParameters;

/**
 * What one sweep forward and one backward give, for a network of any depth.
 *
 * @param loss the value, a scalar
 * @param gradient its gradient by each parameter
 * @param <T> the reading
 */
public record DeepLossAndGradient<T extends Tensor<T>>(T loss, DeepParameters<T> gradient) {}
