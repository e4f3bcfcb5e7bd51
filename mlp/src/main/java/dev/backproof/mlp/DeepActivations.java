package dev.backproof.mlp;

import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import java.util.List;

/**
 * What a network of any depth has computed on the way to its output, for one example or, row by
 * row, for n.
 *
 * @param sums the preactivations hᵃ₁, hᵃ₂, …, and last the logits oᵃ: one for each layer
 * @param outputs the activations hˢ₁, hˢ₂, …: one for each hidden layer
 * @param <T> the reading
 */
public record DeepActivations<T extends Tensor<T>>(List<T> sums, List<T> outputs) {
  /** Copies the lists. */
  public DeepActivations {
    sums = List.copyOf(sums);
    outputs = List.copyOf(outputs);
  }

  /** The preactivation oᵃ of the output layer, [m] or [n×m]. */
  public T oa() {
    return sums.get(sums.size() - 1);
  }

  /** The output oˢ = softmax(oᵃ): the probability of each class. */
  public T os() {
    return Functions.softmax(oa());
  }

  /** What goes into a layer, counted from 0: the examples, or the activation of the layer below. */
  public T into(int layer, T x) {
    return layer == 0 ? x : outputs.get(layer - 1);
  }
}
