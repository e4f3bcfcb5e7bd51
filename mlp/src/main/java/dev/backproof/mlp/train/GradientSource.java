package dev.backproof.mlp.train;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.ClosedForm;
import dev.backproof.mlp.graph.GraphGradient;

/** Where training takes its gradients from. */
@FunctionalInterface
public interface GradientSource {
  /**
   * The gradient of the mean loss of a minibatch, or of the loss of one example.
   *
   * @param x the design matrix, [n×d], or the example, [d]
   * @param y the labels, [n] or []
   */
  Parameters<DenseTensor> gradient(Parameters<DenseTensor> p, DenseTensor x, DenseTensor y);

  /** The closed form, derived by hand. */
  static GradientSource closedForm(Network network) {
    return (p, x, y) ->
        ClosedForm.of(x).gradients(network, p, x, Network.target(p, y)).parameters();
  }

  /** The computational graph, swept backwards. */
  static GradientSource graph(Network network) {
    return (p, x, y) -> GraphGradient.loss(network, p, x, y);
  }

  /** Programs made of the graph or the closed form, as traced training runs them. */
  static GradientSource traced(TrainingStep step) {
    return new TracedGradient(step);
  }
}
