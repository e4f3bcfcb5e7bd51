package dev.backproof.verify.bench;

import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.core.DenseTensor;
import java.util.List;

/**
 * The three parts of making a traced step fast, timed on programs of any length: training steps of
 * deep networks with tiny layers.
 */
final class Compilation {
  private static final Sizes TINY = new Sizes(2, 2, 2, 2);

  private Compilation() {}

  /** The number of operations of the program for so many layers, as recorded. */
  static int operations(int layers) {
    return new DeepNetwork(layers).program().operations();
  }

  /** The number of layers whose program comes closest to so many operations. */
  static int layers(int operations) {
    int two = operations(2);
    int perLayer = operations(3) - two;
    return Math.max(1, Math.round(2 + (float) (operations - two) / perLayer));
  }

  static Step trace(int layers) {
    DeepNetwork network = new DeepNetwork(layers);
    return () -> network.program().outputs().size();
  }

  static Step optimise(int layers) {
    Program recorded = new DeepNetwork(layers).program();
    return () -> Optimizer.optimize(recorded).outputs().size();
  }

  static Step plan(int layers) {
    DeepNetwork network = new DeepNetwork(layers);
    Program optimised = Optimizer.optimize(network.program());
    List<DenseTensor> operands = network.operands(TINY);
    return () -> PlannedStep.plan(optimised, operands, network.parameters()).workingEntries();
  }
}
