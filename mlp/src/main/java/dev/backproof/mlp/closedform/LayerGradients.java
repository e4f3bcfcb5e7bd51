package dev.backproof.mlp.closedform;

import dev.backproof.core.Tensor;
import dev.backproof.mlp.Parameters;

/**
 * The gradients of a loss, layer by layer from the output back, as the notes derive them.
 *
 * @param gradOa {@math ∂L/∂oᵃ}, [m] or [n×m]
 * @param gradHs {@math ∂L/∂hˢ}, [h] or [n×h]
 * @param gradHa {@math ∂L/∂hᵃ}, of the same shape
 * @param parameters {@math ∂L/∂θ}, each part of the shape of the parameter
 * @param <T> the reading
 */
public record LayerGradients<T extends Tensor<T>>(
    T gradOa, T gradHs, T gradHa, Parameters<T> parameters) {}
