package dev.backproof.mlp;

import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;

/**
 * What the network has computed on the way to its output, for one example or, row by row, for n.
 *
 * @param ha the preactivation hᵃ of the hidden layer, [h] or [n×h]
 * @param hs the activation hˢ of the hidden layer, of the same shape
 * @param oa the preactivation oᵃ of the output layer, the logits, [m] or [n×m]
 * @param <T> the reading
 */
public record Activations<T extends Tensor<T>>(T ha, T hs, T oa) {
  /** The output oˢ = softmax(oᵃ): the probability of each class (claim 2.3). */
  public T os() {
    return Functions.softmax(oa);
  }
}
