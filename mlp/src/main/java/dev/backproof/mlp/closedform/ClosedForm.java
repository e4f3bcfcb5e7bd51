package dev.backproof.mlp.closedform;

import dev.backproof.core.Elementary;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Activations;
import dev.backproof.mlp.DeepActivations;
import dev.backproof.mlp.DeepNetwork;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.Layer;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The gradients of the network's loss, derived by hand: one method an equation.
 *
 * <p>{@link OneExample} has the notes' equations #7 to #17, {@link Minibatch} the same with an
 * example a row (claim 3.2). Each equation takes the gradient of the layer behind it, so that each
 * step of the derivation stands, and can be checked, alone; {@link #gradients} goes through all of
 * them. A target is a distribution over the classes; the notes have the one-hot vector of the
 * label.
 */
public sealed interface ClosedForm permits OneExample, Minibatch {
  /** The equations for an example [d] or for a design matrix [n×d], by the rank of {@code x}. */
  static ClosedForm of(Tensor<?> x) {
    return x.shape().rank() == 1 ? OneExample.EQUATIONS : Minibatch.EQUATIONS;
  }

  /** {@math ∂L/∂oᵃ}. */
  <T extends Tensor<T>> T gradOa(T os, T target);

  /** {@math ∂L/∂W2}, [m×h]. */
  <T extends Tensor<T>> T gradW2(T gradOa, T hs);

  /** {@math ∂L/∂b2}, [m]. */
  <T extends Tensor<T>> T gradB2(T gradOa);

  /** {@math ∂L/∂hˢ}. */
  <T extends Tensor<T>> T gradHs(T w2, T gradOa);

  /**
   * #13, #14: {@math ∂L/∂hᵃ}, for one example and for each row alike.
   *
   * <pre>{@math
   *   ∂L/∂hᵃ = ∂L/∂hˢ ⊙ g′(hᵃ)   [h] or [n×h]  from ∂hˢⱼ/∂hᵃⱼ = g′(hᵃⱼ), which is [hᵃⱼ > 0] for g = rect
   * }</pre>
   *
   * <p>The product is the one in which a zero wins: a unit that gets no gradient sends none, even
   * where g′ is infinite (√ at 0).
   */
  default <T extends Tensor<T>> T gradHa(Elementary g, T gradHs, T ha, T hs) {
    return gradHs.strongTimes(g.derivative(ha, hs));
  }

  /** {@math ∂L/∂W1}, [h×d]. */
  <T extends Tensor<T>> T gradW1(T gradHa, T x);

  /** {@math ∂L/∂b1}, [h]. */
  <T extends Tensor<T>> T gradB1(T gradHa);

  /** {@math ∂L/∂x}, of the shape of x. */
  <T extends Tensor<T>> T gradX(T w1, T gradHa);

  /**
   * All equations up to the parameters', from the output back.
   *
   * @param x the example, [d], or the design matrix, [n×d]
   * @param target a distribution over the classes, [m] or [n×m]
   */
  default <T extends Tensor<T>> LayerGradients<T> gradients(
      Network network, Parameters<T> p, T x, T target) {
    return gradients(network, p, network.forward(p, x), x, target);
  }

  /** The same, of a forward pass that has been made. */
  default <T extends Tensor<T>> LayerGradients<T> gradients(
      Network network, Parameters<T> p, Activations<T> forward, T x, T target) {
    DeepGradients<T> layers =
        gradients(
            network.deep(),
            p.layers(),
            new DeepActivations<>(List.of(forward.ha(), forward.oa()), List.of(forward.hs())),
            x,
            target);
    return new LayerGradients<>(
        layers.sums().get(1),
        layers.outputs().get(0),
        layers.sums().get(0),
        Parameters.of(layers.parameters().list()));
  }

  /**
   * The gradients of a network of any depth: the same equations, by recursion over its layers.
   *
   * <pre>
   *   γ_L = ∂L/∂oᵃ                                   #7
   *   γₗ  = gradHa(g, gradHs(Wₗ₊₁, γₗ₊₁), hᵃₗ, hˢₗ)  #12, #14: what #11 to #14 say of the output layer
   *                                                  and the one below holds of any two neighbours,
   *                                                  for they use of γ only that it is ∂L/∂hᵃₗ₊₁
   *   ∂L/∂Wₗ = gradW2(γₗ, hˢₗ₋₁), ∂L/∂bₗ = gradB2(γₗ)  #10; #16 for the first, whose input is x
   * </pre>
   *
   * @param x the example, [d], or the design matrix, [n×d]
   * @param target a distribution over the classes, [m] or [n×m]
   */
  default <T extends Tensor<T>> DeepGradients<T> gradients(
      DeepNetwork network, DeepParameters<T> p, DeepActivations<T> forward, T x, T target) {
    Deque<T> sums = new ArrayDeque<>();
    Deque<T> outputs = new ArrayDeque<>();
    T gamma = gradOa(forward.os(), target);
    sums.addFirst(gamma);
    for (int l = p.depth() - 2; l >= 0; l--) {
      T gradHs = gradHs(p.layers().get(l + 1).w(), gamma);
      gamma = gradHa(network.activation(), gradHs, forward.sums().get(l), forward.outputs().get(l));
      outputs.addFirst(gradHs);
      sums.addFirst(gamma);
    }
    List<Layer<T>> layers = new ArrayList<>();
    for (T slope : sums) {
      T input = forward.into(layers.size(), x);
      layers.add(
          layers.isEmpty()
              ? new Layer<>(gradW1(slope, input), gradB1(slope))
              : new Layer<>(gradW2(slope, input), gradB2(slope)));
    }
    return new DeepGradients<>(
        List.copyOf(sums), List.copyOf(outputs), new DeepParameters<>(layers));
  }
}
