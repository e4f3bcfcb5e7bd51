package dev.backproof.mlp.train;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.data.Dataset;

/** How the steps of a training are carried out: by programs, or operation by operation. */
@FunctionalInterface
public interface Steps {
  /** A run of steps that begins at these parameters. */
  Run begin(Parameters<DenseTensor> start);

  /** A training under way. */
  interface Run {
    /** Takes one step on a minibatch. */
    void step(Dataset batch);

    /** The parameters as they are now. */
    Parameters<DenseTensor> parameters();
  }

  /** Operation by operation, with gradients from any source: for looking at what happens. */
  static Steps eager(GradientSource source, double eta) {
    return start ->
        new Run() {
          private final DenseTensor factor = DenseTensor.scalar(eta);
          private Parameters<DenseTensor> p = start;

          @Override
          public void step(Dataset batch) {
            Parameters<DenseTensor> slope = source.gradient(p, batch.examples(), batch.labels());
            p = GradientDescent.step(p, slope, factor);
          }

          @Override
          public Parameters<DenseTensor> parameters() {
            return p;
          }
        };
  }

  /** By programs that were recorded and optimised once. */
  static Steps traced(TrainingStep step, double eta) {
    return start -> new TracedRun(step, start, eta);
  }
}
