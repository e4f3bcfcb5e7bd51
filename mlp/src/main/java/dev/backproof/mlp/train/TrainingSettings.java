package dev.backproof.mlp.train;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.RandomTensors;
import dev.backproof.mlp.DeepNetwork;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.Initialization;
import dev.backproof.mlp.data.Dataset;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that decides what a training does, but for its data. With the same data and settings
 * it gives the same bits.
 *
 * @param hidden the units of each hidden layer; none for a network without
 * @param activation the function of the hidden layers
 * @param gradient where the gradients come from
 * @param eta the step size η
 * @param momentum the share μ of the velocity that stays from step to step; 0 for plain descent
 * @param l1 the factor λ1 of the weights' absolute values
 * @param l2 the factor λ2 of their squares
 * @param batch examples per step; the last batch of an epoch may be smaller
 * @param epochs how often each example is used, at most
 * @param patience the number of epochs without a smaller loss of the examples kept back after which
 *     training stops, and the best parameters are taken; 0 for never
 * @param seed decides the first parameters and the order of the examples
 */
public record TrainingSettings(
    List<Integer> hidden,
    Elementary activation,
    TrainingStep.Gradient gradient,
    double eta,
    double momentum,
    double l1,
    double l2,
    int batch,
    int epochs,
    int patience,
    long seed) {
  /** The functions that make sense between two layers, as derivatives go through them. */
  public static final List<Elementary> ACTIVATIONS =
      List.of(
          Elementary.RECT,
          Elementary.TANH,
          Elementary.SIGMOID,
          Elementary.SOFTPLUS,
          Elementary.ABS,
          Elementary.SIN,
          Elementary.ERF);

  private static final long MIX = 0x9E3779B97F4A7C15L;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public TrainingSettings {
    hidden = List.copyOf(hidden);
    require(
        hidden.stream().allMatch(width -> width > 0),
        "every hidden layer has at least one unit, not " + hidden);
    require(
        ACTIVATIONS.contains(activation),
        "the activation " + activation + " is none of " + ACTIVATIONS);
    require(
        eta > 0 && eta < Double.POSITIVE_INFINITY,
        "the step size is finite and above 0, not " + eta);
    require(momentum >= 0 && momentum < 1, "the momentum is in [0, 1), not " + momentum);
    require(
        l1 >= 0 && l2 >= 0 && Double.isFinite(l1 + l2),
        "the factors of the penalty are finite and not negative, not " + l1 + " and " + l2);
    require(batch > 0, "a step takes at least one example, not " + batch);
    require(epochs >= 0, "the number of epochs is not negative: " + epochs);
    require(patience >= 0, "the patience is not negative: " + patience);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("training: " + otherwise);
    }
  }

  /** The network. */
  public DeepNetwork network() {
    return new DeepNetwork(activation);
  }

  /** One step of this training. */
  public DeepStep step() {
    return new DeepStep(network(), hidden.size() + 1, gradient, momentum > 0, l1 > 0 || l2 > 0);
  }

  /** The scalars that a step takes behind its data, in the order of {@link DeepStep}. */
  List<Double> scalars() {
    List<Double> scalars = new ArrayList<>(List.of(eta));
    if (step().momentum()) {
      scalars.add(momentum);
    }
    if (step().penalised()) {
      scalars.add(l1);
      scalars.add(l2);
    }
    return scalars;
  }

  /** Where training on these examples begins. */
  public DeepParameters<DenseTensor> start(Dataset training) {
    List<Integer> widths = new ArrayList<>(List.of(training.inputs()));
    widths.addAll(hidden);
    widths.add(training.classes());
    return Initialization.uniform(widths, RandomTensors.seeded(seed));
  }

  /**
   * The minibatches of an epoch, from 0: their order depends on the seed and the epoch only, so
   * that a training can go on anywhere.
   */
  Iterable<Dataset> batches(Dataset training, int epoch) {
    return training.shuffledBatches(batch, RandomTensors.seeded(seed + (epoch + 1) * MIX));
  }

  /** The number of steps of an epoch. */
  public int stepsPerEpoch(Dataset training) {
    return (training.size() + batch - 1) / batch;
  }
}
