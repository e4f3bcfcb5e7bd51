package dev.backproof.mlp.train;

import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Activations;
import dev.backproof.mlp.ElasticNet;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.ClosedForm;
import dev.backproof.mlp.closedform.Penalty;
import dev.backproof.mlp.graph.GraphGradient;
import dev.backproof.mlp.graph.LossAndGradient;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of training as one function: forward pass, loss, gradients, descent (claims 2.4 to 2.6).
 *
 * <p>Operands: W1, b1, W2, b2, x, y, η, and if it is penalised λ11, λ12, λ21, λ22. Results: the
 * loss before the step, without the penalty, then the new W1, b1, W2, b2.
 *
 * @param network which
 * @param gradient where the gradients come from
 * @param penalised whether the elastic net's gradient is added (#18)
 */
public record TrainingStep(Network network, Gradient gradient, boolean penalised) {
  /** Where the gradients of a step come from. */
  public enum Gradient {
    /** Derived by hand. */
    CLOSED_FORM,
    /** The graph of the loss, swept backwards. */
    GRAPH
  }

  private static final int X = Parameters.COUNT;
  private static final int Y = X + 1;
  private static final int ETA = Y + 1;
  private static final int PENALTY = ETA + 1;

  /** The step on any reading. */
  public <T extends Tensor<T>> List<T> apply(List<T> operands) {
    Parameters<T> p = Parameters.of(operands);
    LossAndGradient<T> loss = lossAndGradient(p, operands.get(X), operands.get(Y));
    Parameters<T> slope = loss.gradient();
    if (penalised) {
      List<T> l = operands.subList(PENALTY, PENALTY + 4);
      slope = Penalty.add(slope, new ElasticNet<>(l.get(0), l.get(1), l.get(2), l.get(3)), p);
    }
    List<T> results = new ArrayList<>();
    results.add(loss.loss());
    results.addAll(GradientDescent.step(p, slope, operands.get(ETA)).list());
    return results;
  }

  /** The loss without the penalty, and its gradient. */
  <T extends Tensor<T>> LossAndGradient<T> lossAndGradient(Parameters<T> p, T x, T y) {
    if (gradient == Gradient.GRAPH) {
      return GraphGradient.withLoss(p, q -> network.loss(q, Var.constant(x), Var.constant(y)));
    }
    T target = Network.target(p, y);
    Activations<T> forward = network.forward(p, x);
    return new LossAndGradient<>(
        Network.lossFromTarget(forward, target),
        ClosedForm.of(x).gradients(network, p, forward, x, target).parameters());
  }

  /** The step for minibatches, recorded over sizes d, h, m and n. */
  public Program minibatch() {
    return program(Shape.of(Size.symbol("n"), Size.symbol("d")), Shape.of(Size.symbol("n")));
  }

  /** The step for single examples, recorded over sizes d, h and m. */
  public Program oneExample() {
    return program(Shape.of(Size.symbol("d")), Shape.SCALAR);
  }

  private Program program(Shape x, Shape y) {
    List<Input> inputs = inputs(x, y);
    inputs.add(new Input("η", Shape.SCALAR));
    if (penalised) {
      for (String name : List.of("λ11", "λ12", "λ21", "λ22")) {
        inputs.add(new Input(name, Shape.SCALAR));
      }
    }
    return Program.trace(inputs, this::apply);
  }

  /** The gradient alone, recorded: without the penalty, of what has these shapes. */
  Program gradientOnly(Shape x, Shape y) {
    return Program.trace(
        inputs(x, y),
        in -> lossAndGradient(Parameters.of(in), in.get(X), in.get(Y)).gradient().list());
  }

  private static List<Input> inputs(Shape x, Shape y) {
    List<Input> inputs = new ArrayList<>();
    Parameters<Shape> shapes = Network.shapes(Size.symbol("d"), Size.symbol("h"), Size.symbol("m"));
    for (int i = 0; i < Parameters.COUNT; i++) {
      inputs.add(new Input(Parameters.NAMES.list().get(i), shapes.list().get(i)));
    }
    inputs.add(new Input("x", x));
    inputs.add(new Input("y", y));
    return inputs;
  }
}
