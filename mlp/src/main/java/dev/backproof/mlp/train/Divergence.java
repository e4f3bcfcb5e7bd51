package dev.backproof.mlp.train;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.DeepActivations;
import dev.backproof.mlp.DeepNetwork;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.closedform.ClosedForm;
import dev.backproof.mlp.closedform.DeepGradients;
import dev.backproof.mlp.graph.GraphGradient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the operation of a step that first made what is no number, and what it was on the way to.
 *
 * <p>The step is taken again, operation by operation, by the same methods.
 */
final class Divergence {
  private final DeepStep step;
  private final Watched.Watch watch = new Watched.Watch();
  private final List<Watched> operands;

  /** What has a name, by the number of the operation that made it. */
  private final TreeMap<Integer, String> named = new TreeMap<>();

  private Divergence(DeepStep step, List<DenseTensor> operands) {
    this.step = step;
    this.operands = operands.stream().map(watch::of).toList();
  }

  /** In words: the operation, its operands, what it made, and of what it is a part. */
  static String describe(DeepStep step, List<DenseTensor> operands) {
    Divergence divergence = new Divergence(step, operands);
    divergence.run();
    return divergence.words();
  }

  private void run() {
    DeepParameters<Watched> p = DeepParameters.of(operands.subList(0, step.parameters()));
    Watched x = operands.get(step.state());
    Watched y = operands.get(step.state() + 1);
    DeepActivations<Watched> forward = forward(p, x);
    Watched target = DeepNetwork.target(p, y);
    name("L", DeepNetwork.lossFromLogits(forward.oa(), target));
    DeepParameters<Watched> slope;
    if (step.gradient() == TrainingStep.Gradient.GRAPH) {
      slope = GraphGradient.withLoss(step.network(), p, x, y).gradient();
    } else {
      DeepGradients<Watched> byHand =
          ClosedForm.of(x).gradients(step.network(), p, forward, x, target);
      for (int l = 0; l < step.depth(); l++) {
        name("∂L/∂" + sum(l), byHand.sums().get(l));
      }
      for (int l = 0; l < step.depth() - 1; l++) {
        name("∂L/∂hˢ" + (l + 1), byHand.outputs().get(l));
      }
      slope = byHand.parameters();
    }
    List<String> names = DeepParameters.names(step.depth()).list();
    for (int i = 0; i < names.size(); i++) {
      name("∂L/∂" + names.get(i), slope.list().get(i));
    }
    List<Watched> next = step.descend(operands, slope);
    for (int i = 0; i < next.size(); i++) {
      boolean velocity = i >= names.size();
      name((velocity ? "the velocity of " : "the new ") + names.get(i % names.size()), next.get(i));
    }
  }

  private DeepActivations<Watched> forward(DeepParameters<Watched> p, Watched x) {
    DeepActivations<Watched> forward = step.network().forward(p, x);
    for (int l = 0; l < step.depth(); l++) {
      name(sum(l), forward.sums().get(l));
    }
    for (int l = 0; l < step.depth() - 1; l++) {
      name("hˢ" + (l + 1), forward.outputs().get(l));
    }
    return forward;
  }

  private String sum(int layer) {
    return layer == step.depth() - 1 ? "oᵃ" : "hᵃ" + (layer + 1);
  }

  private void name(String name, Watched value) {
    named.putIfAbsent(value.number(), name);
  }

  private String words() {
    if (watch.first().isEmpty()) {
      return "no single operation overflows when the step is taken again one by one";
    }
    Watched.Culprit first = watch.first().get();
    String words = "first " + describe(first);
    if (!Double.isNaN(first.made()) && watch.firstNan().isPresent()) {
      words += ", then " + describe(watch.firstNan().get());
    }
    return words;
  }

  private String describe(Watched.Culprit culprit) {
    Map.Entry<Integer, String> part = named.ceilingEntry(culprit.number());
    return culprit.text()
        + (part == null ? "" : ", on the way to " + part.getValue() + ",")
        + " gave "
        + culprit.result();
  }
}
