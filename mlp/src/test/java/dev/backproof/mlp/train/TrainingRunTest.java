package dev.backproof.mlp.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.data.Dataset;
import dev.backproof.mlp.data.Spirals;
import dev.backproof.mlp.data.Split;
import dev.backproof.mlp.data.TwoMoons;
import dev.backproof.mlp.train.TrainingStep.Gradient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingRunTest {
  /** 83 examples to train on: batches of 20 leave a last one of 3. */
  private static final Split MOONS = Split.of(TwoMoons.generate(104, 0.1, 3), 0.2, 1);

  private static TrainingSettings settings(
      Gradient gradient, double momentum, double l1, double l2, int epochs) {
    return new TrainingSettings(
        List.of(6, 5), Elementary.RECT, gradient, 0.2, momentum, l1, l2, 20, epochs, 0, 7);
  }

  private static TrainingRun finished(TrainingSettings settings, Split data) {
    TrainingRun run = new TrainingRun(settings, data);
    while (!run.isFinished()) {
      run.step();
    }
    return run;
  }

  @ParameterizedTest
  @EnumSource(Gradient.class)
  void withOneHiddenLayerAStepIsThatOfTheNotes(Gradient gradient) {
    TrainingSettings settings =
        new TrainingSettings(List.of(8), Elementary.RECT, gradient, 0.5, 0, 0, 0, 20, 4, 0, 7);
    Dataset training = MOONS.training();
    DeepParameters<DenseTensor> start = settings.start(training);
    Steps.Run notes =
        Steps.traced(new TrainingStep(Network.NOTES, gradient, false), 0.5)
            .begin(Parameters.of(start.list()));
    for (int epoch = 0; epoch < 4; epoch++) {
      settings.batches(training, epoch).forEach(notes::step);
    }
    assertEquals(notes.parameters().list(), finished(settings, MOONS).result().list());
  }

  /** Descent with everything, written as loops over single numbers; the gradient is the graph's. */
  @Test
  void momentumAndPenaltyAreWhatTheirDefinitionsSay() {
    TrainingSettings settings = settings(Gradient.CLOSED_FORM, 0.9, 0.01, 0.02, 3);
    DeepParameters<DenseTensor> p = settings.start(MOONS.training());
    double[][] v = p.list().stream().map(x -> new double[x.count()]).toArray(double[][]::new);
    DeepStep graph = new DeepStep(settings.network(), 3, Gradient.GRAPH, false, false);
    for (int epoch = 0; epoch < 3; epoch++) {
      for (Dataset batch : settings.batches(MOONS.training(), epoch)) {
        List<DenseTensor> slopes =
            graph.lossAndGradient(p, batch.examples(), batch.labels()).gradient().list();
        List<DenseTensor> next = new ArrayList<>();
        for (int i = 0; i < slopes.size(); i++) {
          DenseTensor old = p.list().get(i);
          double[] entries = old.toArray();
          for (int j = 0; j < entries.length; j++) {
            boolean weight = i % 2 == 0;
            double penalty = weight ? 0.01 * Math.signum(entries[j]) + 2 * 0.02 * entries[j] : 0;
            v[i][j] = 0.9 * v[i][j] + slopes.get(i).at(j) + penalty;
            entries[j] -= 0.2 * v[i][j];
          }
          next.add(DenseTensor.of(old.shape(), entries));
        }
        p = DeepParameters.of(next);
      }
    }
    assertClose(p, finished(settings, MOONS).result());
  }

  /** Fifteen steps, in each some roundings of numbers of order one. */
  private static void assertClose(
      DeepParameters<DenseTensor> expected, DeepParameters<DenseTensor> found) {
    for (int i = 0; i < expected.count(); i++) {
      for (int j = 0; j < expected.list().get(i).count(); j++) {
        assertEquals(expected.list().get(i).at(j), found.list().get(i).at(j), 1e-12);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0.9, 0, 0", "0, 0.001, 0.002", "0.9, 0.001, 0"})
  void bothSourcesOfGradientsGoTheSameWay(double momentum, double l1, double l2) {
    assertClose(
        finished(settings(Gradient.GRAPH, momentum, l1, l2, 5), MOONS).result(),
        finished(settings(Gradient.CLOSED_FORM, momentum, l1, l2, 5), MOONS).result());
  }

  @Test
  void brokenOffAfterAnyStepItComesToTheSameBits() {
    TrainingSettings settings =
        new TrainingSettings(
            List.of(5), Elementary.TANH, Gradient.CLOSED_FORM, 0.3, 0.8, 0, 0.001, 20, 4, 2, 7);
    TrainingRun whole = finished(settings, MOONS);
    for (int stop = 0; stop < whole.stepsTaken(); stop++) {
      TrainingRun first = new TrainingRun(settings, MOONS);
      for (int i = 0; i < stop; i++) {
        first.step();
      }
      byte[] file = new Checkpoint(settings, MOONS).write(first.state(), "note");
      Checkpoint.Saved found = new Checkpoint(settings, MOONS).read("f", file);
      assertEquals(first.state(), found.state());
      assertEquals("note", found.note());
      TrainingRun second = new TrainingRun(settings, MOONS, found.state());
      assertEquals(stop, second.stepsTaken());
      while (!second.isFinished()) {
        second.step();
      }
      assertEquals(whole.state(), second.state(), "broken off after " + stop);
    }
  }

  @Test
  void theHistoryIsOfEachEpoch() {
    TrainingRun run = finished(settings(Gradient.CLOSED_FORM, 0, 0, 0, 3), MOONS);
    assertEquals(List.of(1, 2, 3), run.history().stream().map(Epoch::number).toList());
    Epoch last = run.history().get(2);
    Dataset judged = MOONS.validation().orElseThrow();
    assertEquals(loss(run, judged), last.judgedLoss(), 1e-15);
    assertTrue(last.loss() < run.history().get(0).loss());
    assertEquals(15, run.stepsTaken());
    assertEquals(15, run.steps());
    assertThrows(IllegalStateException.class, run::step);
  }

  private static double loss(TrainingRun run, Dataset data) {
    return settings(Gradient.CLOSED_FORM, 0, 0, 0, 3)
        .network()
        .loss(run.result(), data.examples(), data.labels())
        .item();
  }

  @Test
  void patienceEndsItAndTheBestIsTaken() {
    // Few noisy examples and many units: soon it only learns the noise.
    Split few = Split.of(TwoMoons.generate(40, 0.5, 3), 0.5, 1);
    TrainingSettings settings =
        new TrainingSettings(
            List.of(64), Elementary.TANH, Gradient.CLOSED_FORM, 0.5, 0.9, 0, 0, 10, 500, 10, 1);
    TrainingRun run = finished(settings, few);
    assertTrue(run.stoppedEarly());
    TrainingState.Best best = run.state().best().orElseThrow();
    assertEquals(best.epoch() + 10, run.history().size());
    double least = run.history().stream().mapToDouble(Epoch::judgedLoss).min().orElseThrow();
    assertEquals(least, best.loss());
    Dataset kept = few.validation().orElseThrow();
    assertEquals(
        least, settings.network().loss(run.result(), kept.examples(), kept.labels()).item());
    assertNotEquals(run.result(), run.state().parameters());
  }

  @Test
  void patienceNeedsExamplesKeptBack() {
    TrainingSettings settings =
        new TrainingSettings(
            List.of(4), Elementary.TANH, Gradient.GRAPH, 0.5, 0, 0, 0, 10, 5, 1, 1);
    Split all = Split.of(TwoMoons.generate(10, 0.1, 1), 0, 1);
    assertThrows(IllegalArgumentException.class, () -> new TrainingRun(settings, all));
  }

  @Test
  void noEpochIsFinishedAtOnce() {
    TrainingRun run = new TrainingRun(settings(Gradient.GRAPH, 0, 0, 0, 0), MOONS);
    assertTrue(run.isFinished());
    assertFalse(run.stoppedEarly());
    assertEquals(settings(Gradient.GRAPH, 0, 0, 0, 0).start(MOONS.training()), run.result());
  }

  @Test
  void spiralsAreLearnedByTwoHiddenLayers() {
    Split spirals = Split.of(Spirals.generate(300, 2, 1, 0.02, 1), 0.2, 1);
    TrainingSettings settings =
        new TrainingSettings(
            List.of(24, 24), Elementary.TANH, Gradient.CLOSED_FORM, 0.1, 0.9, 0, 0, 20, 150, 0, 1);
    TrainingRun run = finished(settings, spirals);
    assertTrue(
        run.history().get(149).accuracy() > 0.95, () -> "" + run.history().get(149).accuracy());
  }

  @ParameterizedTest
  @EnumSource(Gradient.class)
  void aLossThatLeavesTheNumbersNamesTheFirstOperationThatDid(Gradient gradient) {
    TrainingSettings settings =
        new TrainingSettings(List.of(6, 5), Elementary.RECT, gradient, 1e200, 0, 0, 0, 20, 3, 0, 7);
    DivergedTraining diverged =
        assertThrows(DivergedTraining.class, () -> finished(settings, MOONS));
    String said = String.valueOf(diverged.getMessage());
    assertEquals(1, said.lines().count());
    assertTrue(said.startsWith("the loss is NaN in epoch 1, step 2 of 5: first matmul"), said);
    // Sums that overflow to both sides are NaN at once.
    assertTrue(said.contains("first matmul of [20×6] and [6×5], on the way to hᵃ2, gave "), said);
    assertTrue(said.endsWith("; a smaller step size than 1.0E200 may help"), said);
  }

  @Test
  void aMistakeThatIsNotYetInTheLossIsFoundAtTheEndOfTheEpoch() {
    // One step an epoch: the loss before it is finite, the parameters after it are not.
    DenseTensor x = DenseTensor.matrix(new double[] {1e200, 1}, new double[] {-1e200, 2});
    Split data = Split.of(new Dataset(x, DenseTensor.vector(0, 1), 2), 0, 1);
    TrainingSettings settings =
        new TrainingSettings(
            List.of(), Elementary.RECT, Gradient.CLOSED_FORM, 1e150, 0, 0, 0, 2, 1, 0, 7);
    String said =
        String.valueOf(
            assertThrows(DivergedTraining.class, () -> finished(settings, data)).getMessage());
    assertTrue(
        said.startsWith(
            "a parameter is no longer a number in epoch 1, step 1 of 1: first times of"),
        said);
    assertTrue(said.contains("on the way to the new W1"), said);
  }

  @Test
  void aCheckpointOfAnotherTrainingIsRefused() {
    TrainingSettings settings = settings(Gradient.GRAPH, 0.5, 0, 0, 3);
    TrainingRun run = new TrainingRun(settings, MOONS);
    byte[] file = new Checkpoint(settings, MOONS).write(run.state(), "");
    TrainingSettings other = settings(Gradient.GRAPH, 0.6, 0, 0, 3);
    assertEquals(
        "f: it is of a training with momentum 0.5, not 0.6; say the same, or begin anew",
        refusal(file, other, MOONS));
    assertEquals(
        "f: it is of a training on other data; take the same, or begin anew",
        refusal(file, settings, Split.of(TwoMoons.generate(104, 0.1, 4), 0.2, 1)));
    assertTrue(refusal(Arrays.copyOf(file, 50), settings, MOONS).startsWith("f: "));
    assertTrue(refusal(new byte[] {1}, settings, MOONS).startsWith("f: "));
    // More epochs are no other training.
    new Checkpoint(settings(Gradient.GRAPH, 0.5, 0, 0, 9), MOONS).read("f", file);
  }

  private static String refusal(byte[] file, TrainingSettings settings, Split data) {
    return String.valueOf(
        assertThrows(
                dev.backproof.mlp.data.DataFault.class,
                () -> new Checkpoint(settings, data).read("f", file))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0    | 0   | 0  | training: the step size is finite and above 0, not 0.0",
        "1    | 1   | 0  | training: the momentum is in [0, 1), not 1.0",
        "1    | 0   | -1 | training: the factors of the penalty are finite and not negative, not -1.0"
            + " and 0.0"
      })
  void numbersOutOfTheirRangeAreRefused(double eta, double momentum, double l1, String said) {
    assertEquals(
        said,
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new TrainingSettings(
                        List.of(),
                        Elementary.RECT,
                        Gradient.GRAPH,
                        eta,
                        momentum,
                        l1,
                        0,
                        1,
                        1,
                        0,
                        1))
            .getMessage());
  }

  @Test
  void stepsAreNoActivation() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new TrainingSettings(
                List.of(), Elementary.STEP, Gradient.GRAPH, 1, 0, 0, 0, 1, 1, 0, 1));
  }
}
