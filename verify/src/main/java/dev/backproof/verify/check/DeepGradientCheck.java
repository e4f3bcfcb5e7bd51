package dev.backproof.verify.check;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Tensor;
import dev.backproof.core.witness.Estimate;
import dev.backproof.core.witness.FiniteDifferences;
import dev.backproof.mlp.DeepActivations;
import dev.backproof.mlp.DeepNetwork;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.closedform.ClosedForm;
import dev.backproof.mlp.graph.GraphGradient;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the closed form of a network of any depth against two witnesses, at the parameters of a
 * training: the graph, entry by entry, and differences of the loss, one direction for each
 * parameter.
 *
 * @param network which
 * @param x a few examples, [n×d]
 * @param y their labels, [n]
 */
public record DeepGradientCheck(DeepNetwork network, DenseTensor x, DenseTensor y) {
  /** The rounding errors counted for a value of which nothing else is known. */
  private static final double OPERATIONS = 16;

  /** The gradient of every parameter by the graph, within 32·u·cond of each entry. */
  public Comparison graph(DeepParameters<DenseTensor> p) {
    List<DenseTensor> hand = hand(p, x, y).list();
    List<DenseTensor> graph = GraphGradient.withLoss(network, p, x, y).gradient().list();
    List<DenseTensor> conds =
        hand(p.map(RunningError::of), RunningError.of(x), RunningError.of(y))
            .map(RunningError::mu)
            .list();
    List<Comparison> compared = new ArrayList<>();
    for (int i = 0; i < hand.size(); i++) {
      compared.add(Agreement.rounding(Witness.GRAPH, graph.get(i), hand.get(i), conds.get(i)));
    }
    return compared.stream().reduce(Comparison::and).orElseThrow();
  }

  private <T extends Tensor<T>> DeepParameters<T> hand(DeepParameters<T> p, T examples, T labels) {
    DeepActivations<T> forward = network.forward(p, examples);
    return ClosedForm.of(examples)
        .gradients(network, p, forward, examples, DeepNetwork.target(p, labels))
        .parameters();
  }

  /**
   * The slope of the loss along a random direction of each parameter, within the bound that the
   * differences derive from themselves.
   *
   * <p>Directions along which a kink is too near are left out.
   *
   * @param seed where the directions come from
   */
  public Comparison differences(DeepParameters<DenseTensor> p, long seed) {
    List<DenseTensor> at = new ArrayList<>(p.list());
    at.add(x);
    at.add(y);
    Formula loss = Formula.ofList(this::loss);
    double value = loss.apply(at).item();
    double mu = RunningError.cond(loss, at).item();
    double scale = Math.max(mu / OPERATIONS, Math.abs(value));
    List<DenseTensor> hand = hand(p, x, y).list();
    RandomTensors random = RandomTensors.seeded(seed);
    double[] found = new double[hand.size()];
    double[] slopes = new double[hand.size()];
    double[] bounds = new double[hand.size()];
    String reason = "";
    for (int i = 0; i < found.length; i++) {
      DenseTensor direction = random.directions(hand.get(i).shape());
      slopes[i] = hand.get(i).times(direction).sum().item();
      List<DenseTensor> directions = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        directions.add(DenseTensor.full(hand.get(j).shape(), 0));
      }
      directions.add(direction);
      Estimate estimate =
          FiniteDifferences.derivative(
              point -> loss.apply(point),
              at,
              directions,
              DenseTensor.scalar(1),
              Bound.U * OPERATIONS * scale,
              scale);
      found[i] = estimate.isOk() ? estimate.value() : slopes[i];
      bounds[i] = estimate.isOk() ? estimate.bound() : Double.POSITIVE_INFINITY;
      reason = estimate.isOk() ? reason : hasKink() ? "a kink is too near" : estimate.reason();
    }
    Comparison comparison =
        Agreement.within(
            Witness.DIFFERENCES,
            Bound.DIFFERENCES,
            DenseTensor.vector(found),
            DenseTensor.vector(slopes),
            bounds);
    return comparison.verdict() == Verdict.NOT_CHECKABLE
        ? Comparison.notCheckable(Witness.DIFFERENCES, Bound.DIFFERENCES, reason)
        : comparison;
  }

  private boolean hasKink() {
    return network.activation() == Elementary.RECT || network.activation() == Elementary.ABS;
  }

  private <T extends Tensor<T>> T loss(List<T> in) {
    int parameters = in.size() - 2;
    return network.loss(
        DeepParameters.of(in.subList(0, parameters)), in.get(parameters), in.get(parameters + 1));
  }
}
