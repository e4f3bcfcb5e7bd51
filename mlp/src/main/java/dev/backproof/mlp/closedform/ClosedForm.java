package dev.backproof.mlp.closedform;

import dev.backproof.core.Elementary;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Activations;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;

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
    T gradOa = gradOa(forward.os(), target);
    T gradHs = gradHs(p.w2(), gradOa);
    T gradHa = gradHa(network.activation(), gradHs, forward.ha(), forward.hs());
    return new LayerGradients<>(
        gradOa,
        gradHs,
        gradHa,
        new Parameters<>(
            gradW1(gradHa, x), gradB1(gradHa), gradW2(gradOa, forward.hs()), gradB2(gradOa)));
  }
}
