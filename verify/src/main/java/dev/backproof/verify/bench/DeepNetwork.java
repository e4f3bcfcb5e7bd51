package dev.backproof.verify.bench;

import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.tape.Gradients;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.DeepParameters;
import java.util.ArrayList;
import java.util.List;

/**
 * The notes' network with any number of hidden layers, and its training step by the graph.
 *
 * <pre>
 *   H₁ = rect(X·W₁ᵀ + b₁), Hᵢ = rect(Hᵢ₋₁·Wᵢᵀ + bᵢ)  [n×h]
 *   L  = the mean cross-entropy of Hₗ·Wᵀ + b          []
 * </pre>
 *
 * <p>Operands of the step: weights and biases layer by layer, x, y, η. Results: the loss, then the
 * new weights and biases.
 *
 * @param layers the number of hidden layers; 1 is the notes' network
 */
record DeepNetwork(int layers) {
  private static final double ETA = 1e-9;

  /** The number of weights and biases. */
  int parameters() {
    return 2 * (layers + 1);
  }

  /** The loss of a minibatch with labels. */
  private static <T extends Tensor<T>> T loss(List<T> parameters, T x, T y) {
    return new dev.backproof.mlp.DeepNetwork(Elementary.RECT)
        .loss(DeepParameters.of(parameters), x, y);
  }

  /** The step on any reading. */
  <T extends Tensor<T>> List<T> apply(List<T> operands) {
    int count = parameters();
    T eta = operands.get(count + 2);
    Tape<T> tape = new Tape<>();
    List<Var<T>> variables = operands.subList(0, count).stream().map(tape::variable).toList();
    Var<T> loss =
        loss(variables, Var.constant(operands.get(count)), Var.constant(operands.get(count + 1)));
    Gradients<T> slopes = loss.backward();
    List<T> results = new ArrayList<>();
    results.add(loss.primal());
    variables.forEach(v -> results.add(v.primal().minus(eta.times(slopes.of(v)))));
    return results;
  }

  /** The step as recorded, over sizes d, h, m and n. */
  Program program() {
    return Program.trace(inputs(), this::apply);
  }

  private List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    Size h = Size.symbol("h");
    Size below = Size.symbol("d");
    for (int i = 1; i <= layers; i++) {
      inputs.add(new Input("W" + i, Shape.of(h, below)));
      inputs.add(new Input("b" + i, Shape.of(h)));
      below = h;
    }
    inputs.add(new Input("W", Shape.of(Size.symbol("m"), h)));
    inputs.add(new Input("b", Shape.of(Size.symbol("m"))));
    inputs.add(new Input("x", Shape.of(Size.symbol("n"), Size.symbol("d"))));
    inputs.add(new Input("y", Shape.of(Size.symbol("n"))));
    inputs.add(new Input("η", Shape.SCALAR));
    return inputs;
  }

  /** Numbers for the step: weights uniform in ±√(6/fan-in), which keeps signals alive (He). */
  List<DenseTensor> operands(Sizes sizes) {
    RandomTensors random = RandomTensors.seeded(1);
    List<DenseTensor> operands = new ArrayList<>();
    int below = sizes.d();
    for (int i = 0; i <= layers; i++) {
      int width = i < layers ? sizes.h() : sizes.m();
      double bound = Math.sqrt(6.0 / below);
      operands.add(random.uniform(-bound, bound, Shape.of(width, below)));
      operands.add(DenseTensor.full(Shape.of(width), 0));
      below = sizes.h();
    }
    operands.add(random.uniform(0, 1, Shape.of(sizes.n(), sizes.d())));
    operands.add(random.labels(sizes.m(), Shape.of(sizes.n())));
    operands.add(DenseTensor.scalar(ETA));
    return operands;
  }

  /** The step as a program. */
  static Step step(int layers, Sizes sizes) {
    DeepNetwork network = new DeepNetwork(layers);
    return PlannedStep.of(network.program(), network.operands(sizes), network.parameters());
  }
}
