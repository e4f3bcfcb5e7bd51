package dev.backproof.verify.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.train.TrainingStep;
import dev.backproof.mlp.train.TrainingStep.Gradient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeepNetworkTest {
  private static final Sizes SIZES = new Sizes(5, 4, 3, 6);

  @Test
  void withOneHiddenLayerItIsTheNotesNetwork() {
    List<DenseTensor> operands = new DeepNetwork(1).operands(SIZES);
    assertEquals(
        new TrainingStep(Network.NOTES, Gradient.GRAPH, false).apply(operands),
        new DeepNetwork(1).apply(operands));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theProgramComputesWhatTensorsDo(int layers) {
    DeepNetwork network = new DeepNetwork(layers);
    List<DenseTensor> operands = network.operands(SIZES);
    List<DenseTensor> expected = network.apply(operands);
    PlannedStep step = PlannedStep.of(network.program(), operands, network.parameters());
    // Sums of a few terms of size 1, in another order.
    assertEquals(expected.get(0).item(), step.run(), 1e-13);
    for (int p = 0; p < network.parameters(); p++) {
      assertArrayEquals(expected.get(p + 1).toArray(), step.parameter(p), 1e-13);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 5_000})
  void lengthsComeCloseToWhatIsWanted(int operations) {
    int reached = Compilation.operations(Compilation.layers(operations));
    assertTrue(Math.abs(reached - operations) <= 10, reached + " for " + operations);
  }
}
