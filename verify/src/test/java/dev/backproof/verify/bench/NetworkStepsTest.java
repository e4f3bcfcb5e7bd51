package dev.backproof.verify.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.train.TrainingStep;
import dev.backproof.mlp.train.TrainingStep.Gradient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All variants of the step compute the same step. */
class NetworkStepsTest {
  private static final int STEPS = 5;

  /**
   * Losses and parameters are of size 1, made of sums of at most 100 terms; five steps of rounding
   * in another order stay far below this.
   */
  private static final double TOLERANCE = 1e-12;

  /** One example, more than one, extents that are no multiple of four. */
  static Stream<StepData> data() {
    return Stream.of(
            new Sizes(2, 8, 2, 1),
            new Sizes(5, 7, 3, 1),
            new Sizes(2, 32, 2, 64),
            new Sizes(9, 6, 4, 11),
            new Sizes(1, 1, 1, 2),
            new Sizes(64, 33, 10, 32))
        .map(sizes -> StepData.of(sizes).withEta(0.1));
  }

  /** The losses of some steps and the parameters after them, by the graph on tensors. */
  private record Expected(List<Double> losses, List<DenseTensor> parameters) {
    static Expected of(StepData data) {
      TrainingStep step = new TrainingStep(Network.NOTES, Gradient.GRAPH, false);
      List<DenseTensor> operands = data.operands();
      List<Double> losses = new ArrayList<>();
      for (int i = 0; i < STEPS; i++) {
        List<DenseTensor> results = step.apply(operands);
        losses.add(results.get(0).item());
        for (int p = 0; p < 4; p++) {
          operands.set(p, results.get(p + 1));
        }
      }
      return new Expected(losses, operands.subList(0, 4));
    }
  }

  @ParameterizedTest
  @MethodSource("data")
  void everyVariantHasTheLossesOfTheGraph(StepData data) {
    Expected expected = Expected.of(data);
    for (Variant variant :
        List.of(
            Variant.CLOSED_FORM_EAGER,
            Variant.GRAPH_EAGER,
            Variant.CLOSED_FORM_TRACED,
            Variant.GRAPH_TRACED)) {
      Step step = NetworkSteps.of(variant, data);
      for (double loss : expected.losses()) {
        assertEquals(loss, step.run(), TOLERANCE, variant::toString);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("data")
  void plainLoopsTakeTheSameSteps(StepData data) {
    Expected expected = Expected.of(data);
    PlainLoops loops = PlainLoops.of(data);
    for (double loss : expected.losses()) {
      assertEquals(loss, loops.run(), TOLERANCE);
    }
    for (int p = 0; p < 4; p++) {
      assertArrayEquals(
          expected.parameters().get(p).toArray(), loops.parameters().get(p), TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("data")
  void aTracedStepWritesNewParametersOverTheOldOnes(StepData data) {
    Expected expected = Expected.of(data);
    PlannedStep step = (PlannedStep) NetworkSteps.of(Variant.GRAPH_TRACED, data);
    for (int i = 0; i < STEPS; i++) {
      step.run();
    }
    for (int p = 0; p < 4; p++) {
      assertArrayEquals(expected.parameters().get(p).toArray(), step.parameter(p), TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("data")
  void theForwardPassIsTheLossAlone(StepData data) {
    double loss = Expected.of(data).losses().get(0);
    assertEquals(loss, NetworkSteps.forwardEager(data.sizes()).run(), TOLERANCE);
    assertEquals(loss, NetworkSteps.forwardTraced(data.sizes()).run(), TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("data")
  void lossesGoDown(StepData data) {
    List<Double> losses = Expected.of(data).losses();
    assertTrue(data.sizes().m() == 1 || losses.get(STEPS - 1) < losses.get(0), losses::toString);
  }
}
