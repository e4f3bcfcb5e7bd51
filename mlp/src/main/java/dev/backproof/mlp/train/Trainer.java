package dev.backproof.mlp.train;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.data.Dataset;
import dev.backproof.mlp.model.Model;

/**
 * Minibatch gradient descent with a constant step size.
 *
 * @param steps how a step is carried out, with its gradient and its step size
 * @param batchSize examples per step; the last batch of an epoch may be smaller
 * @param epochs how often each example is used
 */
public record Trainer(Steps steps, int batchSize, int epochs) {
  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if a step would have no example, or the number of epochs is
   *     negative
   */
  public Trainer {
    if (batchSize < 1) {
      throw new IllegalArgumentException(
          "trainer: wants at least one example per step, not " + batchSize);
    }
    if (epochs < 0) {
      throw new IllegalArgumentException(
          "trainer: the number of epochs is never negative: " + epochs);
    }
  }

  /**
   * Training by programs.
   *
   * @param step the step size η
   * @throws IllegalArgumentException if the step size is not finite, or as {@link #Trainer}
   */
  public static Trainer traced(
      Network network, TrainingStep.Gradient gradient, double step, int batchSize, int epochs) {
    requireFinite(step);
    TrainingStep one = new TrainingStep(network, gradient, false);
    return new Trainer(Steps.traced(one, step), batchSize, epochs);
  }

  /**
   * Training operation by operation.
   *
   * @throws IllegalArgumentException as {@link #traced}
   */
  public static Trainer eager(GradientSource source, double step, int batchSize, int epochs) {
    requireFinite(step);
    return new Trainer(Steps.eager(source, step), batchSize, epochs);
  }

  private static void requireFinite(double step) {
    if (!Double.isFinite(step)) {
      throw new IllegalArgumentException("trainer: the step size is " + step);
    }
  }

  /**
   * The parameters after the last step.
   *
   * @param seed decides the order of the examples, anew in each epoch
   */
  public Parameters<DenseTensor> train(Parameters<DenseTensor> start, Dataset data, long seed) {
    RandomTensors random = RandomTensors.seeded(seed);
    Steps.Run run = steps.begin(start);
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (Dataset batch : data.shuffledBatches(batchSize, random)) {
        run.step(batch);
      }
    }
    return run.parameters();
  }

  /**
   * The share of examples to whose class the network gives the largest probability; ties go to the
   * first.
   */
  public static double accuracy(Network network, Parameters<DenseTensor> p, Dataset data) {
    DenseTensor oa = network.forward(p, data.examples()).oa();
    int[] best = Model.best(oa);
    int right = 0;
    for (int row = 0; row < best.length; row++) {
      right += best[row] == data.label(row) ? 1 : 0;
    }
    return (double) right / data.size();
  }
}
