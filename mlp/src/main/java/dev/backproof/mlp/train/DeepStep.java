package dev.backproof.mlp.train;

import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Program;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.DeepActivations;
import dev.backproof.mlp.DeepElasticNet;
import dev.backproof.mlp.DeepNetwork;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.closedform.ClosedForm;
import dev.backproof.mlp.closedform.Penalty;
import dev.backproof.mlp.graph.DeepLossAndGradient;
import dev.backproof.mlp.graph.GraphGradient;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of training of a network of any depth as one function: forward pass, loss, gradients,
 * penalty, momentum, descent. With one hidden layer and neither momentum nor penalty it is {@link
 * TrainingStep}.
 *
 * <p>Operands: W1, b1, W2, b2, …, with momentum their velocities in the same order, x, y, η, with
 * momentum μ, with a penalty λ1 and λ2. Results: the loss before the step, without the penalty,
 * then the new parameters, then the new velocities.
 *
 * @param network which
 * @param depth the number of layers, the output layer included
 * @param gradient where the gradients come from
 * @param momentum whether there are velocities
 * @param penalised whether the elastic net's gradient is added (#18)
 */
public record DeepStep(
    DeepNetwork network,
    int depth,
    TrainingStep.Gradient gradient,
    boolean momentum,
    boolean penalised) {
  /** The number of parameters, weights and biases counted apart. */
  public int parameters() {
    return 2 * depth;
  }

  /** The number of operands that a step gives anew: parameters and velocities. */
  public int state() {
    return momentum ? 2 * parameters() : parameters();
  }

  /** The step on any reading. */
  public <T extends Tensor<T>> List<T> apply(List<T> operands) {
    DeepParameters<T> p = DeepParameters.of(operands.subList(0, parameters()));
    DeepLossAndGradient<T> loss =
        lossAndGradient(p, operands.get(state()), operands.get(state() + 1));
    List<T> results = new ArrayList<>();
    results.add(loss.loss());
    results.addAll(descend(operands, loss.gradient()));
    return results;
  }

  /** The loss without the penalty, and its gradient. */
  public <T extends Tensor<T>> DeepLossAndGradient<T> lossAndGradient(
      DeepParameters<T> p, T x, T y) {
    if (gradient == TrainingStep.Gradient.GRAPH) {
      return GraphGradient.withLoss(network, p, x, y);
    }
    T target = DeepNetwork.target(p, y);
    DeepActivations<T> forward = network.forward(p, x);
    return new DeepLossAndGradient<>(
        DeepNetwork.lossFromLogits(forward.oa(), target),
        ClosedForm.of(x).gradients(network, p, forward, x, target).parameters());
  }

  /** The new parameters, then the new velocities. */
  <T extends Tensor<T>> List<T> descend(List<T> operands, DeepParameters<T> gradient) {
    DeepParameters<T> p = DeepParameters.of(operands.subList(0, parameters()));
    int eta = state() + 2;
    int factors = momentum ? eta + 2 : eta + 1;
    DeepParameters<T> slope =
        penalised
            ? Penalty.add(
                gradient, new DeepElasticNet<>(operands.get(factors), operands.get(factors + 1)), p)
            : gradient;
    if (!momentum) {
      return GradientDescent.step(p, slope, operands.get(eta)).list();
    }
    DeepParameters<T> velocity =
        GradientDescent.velocity(
            DeepParameters.of(operands.subList(parameters(), state())),
            slope,
            operands.get(eta + 1));
    List<T> state = new ArrayList<>(GradientDescent.step(p, velocity, operands.get(eta)).list());
    state.addAll(velocity.list());
    return state;
  }

  /** The step for minibatches, recorded over sizes d, h1, h2, …, m and n. */
  public Program minibatch() {
    List<Size> widths = new ArrayList<>(List.of(Size.symbol("d")));
    for (int l = 1; l < depth; l++) {
      widths.add(Size.symbol("h" + l));
    }
    widths.add(Size.symbol("m"));
    List<Shape> shapes = DeepNetwork.shapes(widths).list();
    List<String> names = DeepParameters.names(depth).list();
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < parameters(); i++) {
      inputs.add(new Input(names.get(i), shapes.get(i)));
    }
    for (int i = parameters(); i < state(); i++) {
      inputs.add(new Input("v" + names.get(i - parameters()), shapes.get(i - parameters())));
    }
    inputs.add(new Input("x", Shape.of(Size.symbol("n"), Size.symbol("d"))));
    inputs.add(new Input("y", Shape.of(Size.symbol("n"))));
    scalars().forEach(name -> inputs.add(new Input(name, Shape.SCALAR)));
    return Program.trace(inputs, this::apply);
  }

  /** The names of the scalars behind the data. */
  List<String> scalars() {
    List<String> names = new ArrayList<>(List.of("η"));
    if (momentum) {
      names.add("μ");
    }
    if (penalised) {
      names.addAll(List.of("λ1", "λ2"));
    }
    return names;
  }
}
