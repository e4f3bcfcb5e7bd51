package dev.backproof.mlp.graph;

import dev.backproof.core.Tensor;
import dev.backproof.mlp.Parameters;

/**
 * What one sweep forward and one backward give.
 *
 * @param loss the value, a scalar
 * @param gradient its gradient by each parameter
 * @param <T> the reading
 */
public record LossAndGradient<T extends Tensor<T>>(T loss, Parameters<T> gradient) {}
