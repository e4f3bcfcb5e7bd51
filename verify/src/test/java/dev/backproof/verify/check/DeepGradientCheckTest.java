package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.mlp.DeepNetwork;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.Initialization;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeepGradientCheckTest {
  private static final DeepParameters<DenseTensor> P =
      Initialization.uniform(List.of(3, 6, 5, 4), RandomTensors.seeded(2));

  private static DeepGradientCheck check(Elementary activation) {
    RandomTensors random = RandomTensors.seeded(5);
    return new DeepGradientCheck(
        new DeepNetwork(activation), random.normal(Shape.of(4, 3)), random.labels(4, Shape.of(4)));
  }

  @ParameterizedTest
  @EnumSource(names = {"RECT", "TANH", "SIGMOID", "SOFTPLUS", "ABS", "SIN", "ERF"})
  void theClosedFormAgreesWithBothWitnesses(Elementary activation) {
    Comparison graph = check(activation).graph(P);
    assertEquals(Verdict.AGREES, graph.verdict(), graph::toString);
    assertEquals(18 + 6 + 30 + 5 + 20 + 4, graph.entries());
    Comparison differences = check(activation).differences(P, 1);
    assertEquals(Verdict.AGREES, differences.verdict(), differences::toString);
    assertTrue(differences.entries() > 3, differences::toString);
  }
}
