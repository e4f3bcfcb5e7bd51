package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.mlp.DeepNetwork;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.Initialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /**
   * Of 100 points with rect, some have a kink of little weight near: none may disagree for that.
   */
  @ParameterizedTest
  @ValueSource(ints = {3, 64})
  void kinksAreNoDisagreement(int inputs) {
    RandomTensors random = RandomTensors.seeded(11);
    List<Integer> widths = inputs == 64 ? List.of(64, 32, 16, 10) : List.of(3, 16, 12, 4);
    int checked = 0;
    for (int i = 0; i < 100; i++) {
      DeepParameters<DenseTensor> p = Initialization.uniform(widths, random);
      DeepGradientCheck check =
          new DeepGradientCheck(
              new DeepNetwork(Elementary.RECT),
              random.normal(Shape.of(4, inputs)),
              random.labels(widths.get(3), Shape.of(4)));
      Comparison differences = check.differences(p, i);
      assertNotEquals(Verdict.DISAGREES, differences.verdict(), differences::toString);
      checked += differences.entries();
    }
    int all = checked;
    assertTrue(all > 500, () -> all + " of 600 directions checked");
  }

  @Test
  void onAKinkNothingCanBeSaid() {
    DeepParameters<DenseTensor> zero = P.map(part -> DenseTensor.full(part.shape(), 0));
    DeepGradientCheck check = check(Elementary.RECT);
    Comparison differences = check.differences(zero, 1);
    // The output layer's biases move no unit; all others do, or nothing.
    assertNotEquals(Verdict.DISAGREES, differences.verdict(), differences::toString);
    assertEquals(Verdict.AGREES, check.graph(zero).verdict());
  }
}
