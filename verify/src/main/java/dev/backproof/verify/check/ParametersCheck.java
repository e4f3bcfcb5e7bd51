package dev.backproof.verify.check;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.ClosedForm;
import java.util.List;
import java.util.stream.IntStream;

/** Compares two gradients of the network's loss, parameter by parameter. */
public final class ParametersCheck {
  private ParametersCheck() {}

  /**
   * The gradient by the graph against the closed form, within 32·u·cond of each entry.
   *
   * @param p where both were taken
   * @param x the design matrix or the example
   * @param y the labels
   */
  public static Comparison graph(
      Network network,
      Parameters<DenseTensor> p,
      DenseTensor x,
      DenseTensor y,
      Parameters<DenseTensor> graph,
      Parameters<DenseTensor> hand) {
    List<DenseTensor> conds = cond(network, p, x, y).list();
    return IntStream.range(0, Parameters.COUNT)
        .mapToObj(
            i ->
                Agreement.rounding(
                    Witness.GRAPH, graph.list().get(i), hand.list().get(i), conds.get(i)))
        .reduce(Comparison::and)
        .orElseThrow();
  }

  private static Parameters<DenseTensor> cond(
      Network network, Parameters<DenseTensor> p, DenseTensor x, DenseTensor y) {
    Parameters<RunningError> exact = p.map(RunningError::of);
    RunningError labels = RunningError.of(y);
    return ClosedForm.of(x)
        .gradients(network, exact, RunningError.of(x), Network.target(exact, labels))
        .parameters()
        .map(RunningError::mu);
  }
}
