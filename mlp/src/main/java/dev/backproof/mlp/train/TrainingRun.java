package dev.backproof.mlp.train;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.DeepNetwork;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.data.Dataset;
import dev.backproof.mlp.data.Split;
import dev.backproof.mlp.model.Model;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A training under way: minibatch gradient descent by programs, step by step.
 *
 * <p>It may be stopped after any step and go on from its {@link #state} later, in another process:
 * the parameters are the same to the last bit.
 */
public final class TrainingRun {
  private final TrainingSettings settings;
  private final Split data;
  private final DeepRun run;
  private final List<Epoch> history;
  private Optional<TrainingState.Best> best;
  private int epoch;
  private int step;
  private double lossSum;
  private Iterator<Dataset> batches;

  /** Where the current epoch began, or this run: what is gone back to, to see what went wrong. */
  private List<DenseTensor> anchor;

  private int anchorStep;

  /** A training from its beginning. */
  public TrainingRun(TrainingSettings settings, Split data) {
    this(settings, data, TrainingState.start(settings, settings.start(data.training())));
  }

  /**
   * A training that goes on.
   *
   * @throws IllegalArgumentException if the settings want patience but no examples are kept back
   */
  public TrainingRun(TrainingSettings settings, Split data, TrainingState from) {
    if (settings.patience() > 0 && data.validation().isEmpty()) {
      throw new IllegalArgumentException(
          "training: patience needs examples that are kept back, to judge by");
    }
    this.settings = settings;
    this.data = data;
    this.run = new DeepRun(settings, from);
    this.history = new ArrayList<>(from.history());
    this.best = from.best();
    this.epoch = from.epoch();
    this.step = from.step();
    this.lossSum = from.lossSum();
    this.batches = batches();
    for (int i = 0; i < step; i++) {
      batches.next();
    }
    this.anchor = run.state();
    this.anchorStep = step;
  }

  private Iterator<Dataset> batches() {
    return settings.batches(data.training(), epoch).iterator();
  }

  /** Whether nothing is left to do: all epochs are over, or patience is. */
  public boolean isFinished() {
    return step == 0 && (epoch >= settings.epochs() || outOfPatience());
  }

  private boolean outOfPatience() {
    return settings.patience() > 0
        && best.map(b -> epoch - b.epoch() >= settings.patience()).orElse(false);
  }

  /** Whether it ended before all epochs were over. */
  public boolean stoppedEarly() {
    return isFinished() && epoch < settings.epochs();
  }

  /**
   * Takes a step, and gives the loss of its examples before it.
   *
   * @return the mean loss of the minibatch
   * @throws DivergedTraining if a loss or a parameter is no longer a number
   * @throws IllegalStateException if the training is finished
   */
  public double step() {
    if (isFinished()) {
      throw new IllegalStateException("training: it is finished");
    }
    Dataset batch = batches.next();
    double loss = run.step(batch);
    if (!Double.isFinite(loss)) {
      throw diverged("the loss is " + loss);
    }
    lossSum += loss * batch.size();
    step++;
    if (!batches.hasNext()) {
      endEpoch();
    }
    return loss;
  }

  private void endEpoch() {
    if (!run.isFinite()) {
      throw diverged("a parameter is no longer a number");
    }
    DeepParameters<DenseTensor> parameters = run.parameters();
    Dataset judged = data.judged();
    DenseTensor oa = settings.network().forward(parameters, judged.examples()).oa();
    DenseTensor target = DeepNetwork.target(parameters, judged.labels());
    double loss = DeepNetwork.lossFromLogits(oa, target).item();
    if (!Double.isFinite(loss)) {
      throw new DivergedTraining(
          "the loss of the examples kept back is "
              + loss
              + " after epoch "
              + (epoch + 1)
              + ": they are too far from those trained on; a smaller step size than "
              + settings.eta()
              + " may help");
    }
    epoch++;
    history.add(new Epoch(epoch, lossSum / data.training().size(), loss, accuracy(oa, judged)));
    if (settings.patience() > 0 && best.map(b -> loss < b.loss()).orElse(true)) {
      best = Optional.of(new TrainingState.Best(epoch, loss, parameters));
    }
    step = 0;
    lossSum = 0;
    batches = batches();
    anchor = run.state();
    anchorStep = 0;
  }

  private static double accuracy(DenseTensor oa, Dataset judged) {
    int[] classes = Model.best(oa);
    int right = 0;
    for (int row = 0; row < classes.length; row++) {
      right += classes[row] == judged.label(row) ? 1 : 0;
    }
    return (double) right / classes.length;
  }

  /** Goes through the steps of this epoch again, up to the first that leaves the numbers. */
  private DivergedTraining diverged(String what) {
    run.reset(anchor);
    Iterator<Dataset> again = batches();
    for (int i = 0; i < anchorStep; i++) {
      again.next();
    }
    int at = anchorStep;
    while (again.hasNext()) {
      Dataset batch = again.next();
      List<DenseTensor> before = run.state();
      double loss = run.step(batch);
      if (!Double.isFinite(loss) || !run.isFinite()) {
        return new DivergedTraining(
            what
                + " in epoch "
                + (epoch + 1)
                + ", step "
                + (at + 1)
                + " of "
                + settings.stepsPerEpoch(data.training())
                + ": "
                + Divergence.describe(settings.step(), run.operands(before, batch))
                + "; a smaller step size than "
                + settings.eta()
                + " may help");
      }
      at++;
    }
    return new DivergedTraining(what + " in epoch " + (epoch + 1));
  }

  /** Whether the last step ended an epoch, or none has been taken. */
  public boolean isBetweenEpochs() {
    return step == 0;
  }

  /** Where it is. */
  public TrainingState state() {
    return new TrainingState(
        epoch, step, lossSum, run.parameters(), run.velocities(), history, best);
  }

  /** The parameters that are taken: with patience the best, else those of the last step. */
  public DeepParameters<DenseTensor> result() {
    return best.map(TrainingState.Best::parameters).orElseGet(run::parameters);
  }

  /** The number of steps taken so far, and the number of all if it does not stop early. */
  public int stepsTaken() {
    return epoch * settings.stepsPerEpoch(data.training()) + step;
  }

  /** The number of steps there are if it does not stop early. */
  public int steps() {
    return settings.epochs() * settings.stepsPerEpoch(data.training());
  }

  /** The epochs that are finished. */
  public List<Epoch> history() {
    return List.copyOf(history);
  }
}
