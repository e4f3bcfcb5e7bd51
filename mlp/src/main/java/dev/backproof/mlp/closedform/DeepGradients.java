package dev.backproof.mlp.closedform;

import dev.backproof.core.Tensor;
import dev.backproof.mlp.DeepParameters;
import java.util.List;

/**
 * The gradients of the loss of a network of any depth, layer by layer.
 *
 * @param sums ∂L/∂hᵃ₁, ∂L/∂hᵃ₂, …, and last ∂L/∂oᵃ: one for each layer
 * @param outputs ∂L/∂hˢ₁, ∂L/∂hˢ₂, …: one for each hidden layer
 * @param parameters ∂L/∂θ, each part of the shape of the parameter
 * @param <T> the reading
 */
public record DeepGradients<T extends Tensor<T>>(
    List<T> sums, List<T> outputs, DeepParameters<T> parameters) {
  /** Copies the lists. */
  public DeepGradients {
    sums = List.copyOf(sums);
    outputs = List.copyOf(outputs);
  }
}
