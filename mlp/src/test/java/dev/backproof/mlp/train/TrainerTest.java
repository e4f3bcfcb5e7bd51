package dev.backproof.mlp.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.mlp.Initialization;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.SmallNetwork;
import dev.backproof.mlp.data.Dataset;
import dev.backproof.mlp.data.TwoMoons;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final Network NET = Network.NOTES;
  private static final Dataset MOONS = TwoMoons.generate(200, 0.1, 3);
  private static final Parameters<DenseTensor> START =
      Initialization.uniform(2, 16, 2, RandomTensors.seeded(5));

  private static Parameters<DenseTensor> train(GradientSource source, long seed) {
    return Trainer.eager(source, 0.5, 20, 60).train(START, MOONS, seed);
  }

  @Test
  void aStepGoesAgainstTheGradient() {
    Parameters<DenseTensor> ones =
        SmallNetwork.PARAMETERS.map(part -> DenseTensor.full(part.shape(), 1));
    Parameters<DenseTensor> next =
        GradientDescent.step(SmallNetwork.PARAMETERS, ones, DenseTensor.scalar(0.25));
    assertEquals(DenseTensor.vector(0.75, -0.25, -0.25), next.b1());
  }

  @Test
  void bothSourcesLearnTheMoons() {
    for (GradientSource source :
        new GradientSource[] {GradientSource.closedForm(NET), GradientSource.graph(NET)}) {
      Parameters<DenseTensor> end = train(source, 1);
      assertTrue(loss(end) < 0.2 * loss(START), () -> "loss " + loss(end));
      assertTrue(Trainer.accuracy(NET, end, MOONS) > 0.97, "hardly better than a line");
    }
  }

  @Test
  void programsLearnTheMoonsFromBothSources() {
    for (TrainingStep.Gradient gradient : TrainingStep.Gradient.values()) {
      Trainer trainer = Trainer.traced(NET, gradient, 0.5, 20, 60);
      Parameters<DenseTensor> end = trainer.train(START, MOONS, 1);
      assertTrue(loss(end) < 0.2 * loss(START), () -> "loss " + loss(end));
      assertEquals(end, trainer.train(START, MOONS, 1), "the same bits again");
    }
  }

  @Test
  void aProgramGoesWhereSingleOperationsGo() {
    // 33 examples of 200 leave a last batch of 2: another plan of the same program.
    GradientSource source = GradientSource.closedForm(NET);
    Parameters<DenseTensor> eager = Trainer.eager(source, 0.5, 33, 1).train(START, MOONS, 1);
    for (TrainingStep.Gradient gradient : TrainingStep.Gradient.values()) {
      Parameters<DenseTensor> traced =
          Trainer.traced(NET, gradient, 0.5, 33, 1).train(START, MOONS, 1);
      for (int part = 0; part < Parameters.COUNT; part++) {
        DenseTensor a = eager.list().get(part);
        DenseTensor b = traced.list().get(part);
        for (int i = 0; i < a.count(); i++) {
          // Seven steps of sums of at most 33 terms of order 1.
          assertEquals(a.at(i), b.at(i), 1e-12);
        }
      }
    }
  }

  @Test
  void theStartStaysAsItIs() {
    Parameters<DenseTensor> before = START.map(part -> part.with(0, part.at(0)));
    Trainer.traced(NET, TrainingStep.Gradient.GRAPH, 0.5, 20, 1).train(START, MOONS, 1);
    assertEquals(before, START);
  }

  private static double loss(Parameters<DenseTensor> p) {
    return NET.loss(p, MOONS.examples(), MOONS.labels()).item();
  }

  @Test
  void aSeedDecidesTheRun() {
    GradientSource source = GradientSource.closedForm(NET);
    assertEquals(train(source, 1), train(source, 1));
    assertNotEquals(train(source, 1), train(source, 2));
  }

  @Test
  void accuracyCountsTheLargestLogit() {
    Dataset two = new Dataset(SmallNetwork.BATCH, SmallNetwork.LABELS, 2);
    // equal logits go to class 0, which is right; logits (3, −1) say 0, and the label is 1
    assertEquals(0.5, Trainer.accuracy(NET, SmallNetwork.PARAMETERS, two));
  }

  @Test
  void settingsThatCannotBeMeantAreRefused() {
    GradientSource source = GradientSource.closedForm(NET);
    assertRefused("trainer: the step size is NaN", () -> Trainer.eager(source, Double.NaN, 1, 1));
    assertRefused(
        "trainer: wants at least one example per step, not 0",
        () -> Trainer.eager(source, 1, 0, 1));
    assertRefused(
        "trainer: the number of epochs is never negative: -1",
        () -> Trainer.eager(source, 1, 1, -1));
  }

  private static void assertRefused(String message, Runnable make) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, make::run).getMessage());
  }
}
