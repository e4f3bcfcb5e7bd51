package dev.backproof.verify.bench;

import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Program;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.train.TrainingStep;
import dev.backproof.mlp.train.TrainingStep.Gradient;
import java.util.ArrayList;
import java.util.List;

/** The training step of the notes' network and its forward pass, eager and traced. */
final class NetworkSteps {
  private NetworkSteps() {}

  /** One of the four steps. */
  static Step of(Variant variant, Sizes sizes) {
    return of(variant, StepData.of(sizes));
  }

  static Step of(Variant variant, StepData data) {
    return switch (variant) {
      case CLOSED_FORM_EAGER -> eager(step(Gradient.CLOSED_FORM), data);
      case GRAPH_EAGER -> eager(step(Gradient.GRAPH), data);
      case CLOSED_FORM_TRACED -> traced(step(Gradient.CLOSED_FORM), data);
      case GRAPH_TRACED -> traced(step(Gradient.GRAPH), data);
      default -> throw new IllegalArgumentException(variant + " is no step of the network");
    };
  }

  private static TrainingStep step(Gradient gradient) {
    return new TrainingStep(Network.NOTES, gradient, false);
  }

  private static Program program(TrainingStep step, boolean oneExample) {
    return oneExample ? step.oneExample() : step.minibatch();
  }

  /** The step with gradients by hand, as recorded. */
  static Program closedForm(boolean oneExample) {
    return program(step(Gradient.CLOSED_FORM), oneExample);
  }

  /** The step with gradients by the graph, as recorded. */
  static Program graph(boolean oneExample) {
    return program(step(Gradient.GRAPH), oneExample);
  }

  private static Step eager(TrainingStep step, StepData data) {
    List<DenseTensor> operands = data.operands();
    return () -> {
      List<DenseTensor> results = step.apply(operands);
      for (int i = 0; i < Parameters.COUNT; i++) {
        operands.set(i, results.get(i + 1));
      }
      return results.get(0).item();
    };
  }

  private static Step traced(TrainingStep step, StepData data) {
    return PlannedStep.of(
        program(step, data.sizes().isOneExample()), data.operands(), Parameters.COUNT);
  }

  /** The loss on tensors. */
  static Step forwardEager(Sizes sizes) {
    StepData data = StepData.of(sizes);
    return () -> Network.NOTES.loss(data.parameters(), data.x(), data.y()).item();
  }

  /** The loss as a program. */
  static Step forwardTraced(Sizes sizes) {
    return PlannedStep.of(forward(sizes.isOneExample()), StepData.of(sizes).example(), 0);
  }

  /** The loss as recorded. */
  static Program forward(boolean oneExample) {
    List<Input> inputs = graph(oneExample).inputs();
    // all but η
    return Program.trace(inputs.subList(0, inputs.size() - 1), NetworkSteps::loss);
  }

  private static <T extends Tensor<T>> List<T> loss(List<T> operands) {
    int x = Parameters.COUNT;
    return new ArrayList<>(
        List.of(Network.NOTES.loss(Parameters.of(operands), operands.get(x), operands.get(x + 1))));
  }
}
