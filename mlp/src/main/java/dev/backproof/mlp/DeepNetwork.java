package dev.backproof.mlp;

import dev.backproof.core.Elementary;
import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The classifier of the notes with any number of hidden layers, none included.
 *
 * <pre>
 *   hˢ₀ = x                                  [d]
 *   hᵃₗ = bₗ + Wₗ·hˢₗ₋₁, hˢₗ = g(hᵃₗ)        [hₗ]   for each hidden layer
 *   oᵃ  = b + W·hˢ of the last one           [m]
 *   oˢ  = softmax(oᵃ), L = −log oˢ_y         [m], []
 * </pre>
 *
 * <p>With one hidden layer it is {@link Network}, which asks this class. Examples and minibatches
 * as there.
 *
 * @param activation the function g of every hidden layer
 */
public record DeepNetwork(Elementary activation) {
  /** Everything computed on the way to the logits. */
  public <T extends Tensor<T>> DeepActivations<T> forward(DeepParameters<T> p, T x) {
    List<T> sums = new ArrayList<>();
    List<T> outputs = new ArrayList<>();
    T below = x;
    for (Layer<T> layer : p.layers()) {
      T sum = Network.affine(layer.w(), layer.b(), below);
      sums.add(sum);
      if (sums.size() < p.depth()) {
        below = sum.map(activation);
        outputs.add(below);
      }
    }
    return new DeepActivations<>(sums, outputs);
  }

  /** The labels as rows of the identity, [m] or [n×m]. */
  public static <T extends Tensor<T>> T target(DeepParameters<T> p, T y) {
    return y.oneHot(p.layers().get(p.depth() - 1).b().shape().last());
  }

  /**
   * The mean cross-entropy of the examples, a scalar, from labels.
   *
   * @param y the label, [] or [n], counted from 0
   */
  public <T extends Tensor<T>> T loss(DeepParameters<T> p, T x, T y) {
    return lossFromLogits(forward(p, x).oa(), target(p, y));
  }

  /**
   * The mean cross-entropy of a forward pass that has been made.
   *
   * @param oa the logits, [m] or [n×m]
   * @param target a distribution over the classes, of the same shape
   */
  public static <T extends Tensor<T>> T lossFromLogits(T oa, T target) {
    return Functions.crossEntropyFromLogits(oa, target).mean();
  }

  /**
   * The shapes of the parameters.
   *
   * @param widths inputs, hidden units of each hidden layer, classes
   * @throws IllegalArgumentException if there are not at least inputs and classes
   */
  public static DeepParameters<Shape> shapes(List<Size> widths) {
    if (widths.size() < 2) {
      throw new IllegalArgumentException(
          "network: wants inputs and classes at least, not the widths " + widths);
    }
    List<Layer<Shape>> layers = new ArrayList<>();
    for (int l = 1; l < widths.size(); l++) {
      layers.add(new Layer<>(Shape.of(widths.get(l), widths.get(l - 1)), Shape.of(widths.get(l))));
    }
    return new DeepParameters<>(layers);
  }
}
