package dev.backproof.verify.training;

import dev.backproof.mlp.data.NamedData;
import dev.backproof.mlp.data.Split;
import dev.backproof.mlp.model.Model;
import dev.backproof.mlp.train.Epoch;
import dev.backproof.mlp.train.TrainingSettings;
import java.util.List;
import java.util.Optional;

/**
 * A training that is over.
 *
 * @param data what it was given
 * @param split the same, divided; inputs as they came
 * @param settings how it was done
 * @param model what came out
 * @param history epoch by epoch
 * @param bestEpoch with patience, the epoch whose parameters were taken
 * @param stoppedEarly whether patience ended it
 * @param checks the gradient checks
 */
public record TrainingReport(
    NamedData data,
    Split split,
    TrainingSettings settings,
    Model model,
    List<Epoch> history,
    Optional<Integer> bestEpoch,
    boolean stoppedEarly,
    List<CheckedEpoch> checks) {
  /** Copies the lists. */
  public TrainingReport {
    history = List.copyOf(history);
    checks = List.copyOf(checks);
  }

  /** Whether no gradient check disagrees. */
  public boolean agrees() {
    return checks.stream().allMatch(CheckedEpoch::agrees);
  }

  /** What the examples that are judged by are called. */
  public String judgedBy() {
    return split.validation().isPresent() ? "kept back" : "trained on";
  }

  /** What the network says of the examples it is judged by. */
  public Judgement judgement() {
    return Judgement.of(model, split.judged());
  }

  /** The epoch whose parameters the model has; nothing if there was none. */
  public Optional<Epoch> taken() {
    int number = bestEpoch.orElse(history.size());
    return history.stream().filter(epoch -> epoch.number() == number).findFirst();
  }
}
