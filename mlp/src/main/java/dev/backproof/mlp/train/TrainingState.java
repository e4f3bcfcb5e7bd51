package dev.backproof.mlp.train;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.DeepParameters;
import java.util.List;
import java.util.Optional;

/**
 * Where a training is: with the settings and the data, all that decides how it goes on.
 *
 * @param epoch how many epochs are finished
 * @param step how many steps of the next one are taken
 * @param lossSum the sum of the losses of these steps' examples
 * @param parameters as they are
 * @param velocities with momentum, one for each parameter
 * @param history the epochs that are finished
 * @param best with patience, what is taken in the end
 */
public record TrainingState(
    int epoch,
    int step,
    double lossSum,
    DeepParameters<DenseTensor> parameters,
    Optional<DeepParameters<DenseTensor>> velocities,
    List<Epoch> history,
    Optional<Best> best) {
  /** Copies the list. */
  public TrainingState {
    history = List.copyOf(history);
  }

  /**
   * The parameters with the smallest loss of the examples kept back so far.
   *
   * @param epoch after which epoch, from 1
   * @param loss the loss
   * @param parameters as they were
   */
  public record Best(int epoch, double loss, DeepParameters<DenseTensor> parameters) {}

  /** Before the first step. */
  static TrainingState start(TrainingSettings settings, DeepParameters<DenseTensor> parameters) {
    return new TrainingState(
        0,
        0,
        0,
        parameters,
        settings.step().momentum()
            ? Optional.of(parameters.map(part -> DenseTensor.full(part.shape(), 0)))
            : Optional.empty(),
        List.of(),
        Optional.empty());
  }
}
