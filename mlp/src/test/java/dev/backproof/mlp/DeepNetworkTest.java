package dev.backproof.mlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeepNetworkTest {
  private static final DeepNetwork RECT = new DeepNetwork(Elementary.RECT);

  private static DenseTensor row(double... entries) {
    return DenseTensor.vector(entries);
  }

  /** x = (1, 2), hᵃ₁ = (3, −1), hˢ₁ = (3, 0), hᵃ₂ = (6, 4), oᵃ = (2, 2). */
  private static final DeepParameters<DenseTensor> TWO_HIDDEN =
      DeepParameters.of(
          List.of(
              DenseTensor.matrix(new double[] {1, 1}, new double[] {1, -1}),
              row(0, 0),
              DenseTensor.matrix(new double[] {2, 5}, new double[] {1, 7}),
              row(0, 1),
              DenseTensor.matrix(new double[] {1, -1}, new double[] {0, 1}),
              row(0, -2)));

  @Test
  void twoHiddenLayersAreWorkedOutByHand() {
    DeepActivations<DenseTensor> forward = RECT.forward(TWO_HIDDEN, row(1, 2));
    assertEquals(List.of(row(3, -1), row(6, 4), row(2, 2)), forward.sums());
    assertEquals(List.of(row(3, 0), row(6, 4)), forward.outputs());
    assertEquals(row(0.5, 0.5), forward.os());
    assertEquals(
        Math.log(2), RECT.loss(TWO_HIDDEN, row(1, 2), DenseTensor.scalar(0)).item(), 1e-15);
  }

  @Test
  void aMinibatchIsItsExamplesRowByRow() {
    DenseTensor batch = DenseTensor.matrix(new double[] {1, 2}, new double[] {1, 2});
    assertEquals(
        DenseTensor.matrix(new double[] {2, 2}, new double[] {2, 2}),
        RECT.forward(TWO_HIDDEN, batch).oa());
  }

  @Test
  void withoutAHiddenLayerItIsAffine() {
    DeepParameters<DenseTensor> p =
        DeepParameters.of(
            List.of(DenseTensor.matrix(new double[] {1, 0}, new double[] {0, -1}), row(1, 1)));
    DeepActivations<DenseTensor> forward = RECT.forward(p, row(3, 4));
    assertEquals(row(4, -3), forward.oa());
    assertEquals(List.of(), forward.outputs());
  }

  @Test
  void withOneItIsTheNetworkOfTheNotes() {
    Parameters<DenseTensor> p = Initialization.uniform(3, 5, 4, RandomTensors.seeded(7));
    DenseTensor x = RandomTensors.seeded(8).normal(Shape.of(6, 3));
    DenseTensor y = RandomTensors.seeded(9).labels(4, Shape.of(6));
    assertEquals(Network.NOTES.loss(p, x, y), RECT.loss(p.layers(), x, y));
    Activations<DenseTensor> forward = Network.NOTES.forward(p, x);
    assertEquals(List.of(forward.ha(), forward.oa()), RECT.forward(p.layers(), x).sums());
  }

  @Test
  void shapesFollowTheWidths() {
    assertEquals(
        List.of(
            Shape.of(5, 2), Shape.of(5), Shape.of(4, 5), Shape.of(4), Shape.of(3, 4), Shape.of(3)),
        DeepNetwork.shapes(List.of(Size.of(2), Size.of(5), Size.of(4), Size.of(3))).list());
  }

  @Test
  void aNetworkHasInputsAndClasses() {
    assertEquals(
        "network: wants inputs and classes at least, not the widths [2]",
        assertThrows(IllegalArgumentException.class, () -> DeepNetwork.shapes(List.of(Size.of(2))))
            .getMessage());
    assertEquals(
        "network: every layer has at least one unit, not the widths [2, 0, 3]",
        assertThrows(
                IllegalArgumentException.class,
                () -> Initialization.uniform(List.of(2, 0, 3), RandomTensors.seeded(1)))
            .getMessage());
  }

  @Test
  void theFirstWeightsAreThoseOfTheNotesNetwork() {
    assertEquals(
        Initialization.uniform(3, 5, 4, RandomTensors.seeded(7)).list(),
        Initialization.uniform(List.of(3, 5, 4), RandomTensors.seeded(7)).list());
  }

  @Test
  void thePenaltyIsThatOfEveryLayersWeights() {
    DeepElasticNet<DenseTensor> net =
        new DeepElasticNet<>(DenseTensor.scalar(1), DenseTensor.scalar(10));
    // |W|: 4, 15, 3; W²: 4, 79, 3.
    assertEquals(22 + 860, net.penalty(TWO_HIDDEN).item());
  }

  @Test
  void partsComeInPairs() {
    assertEquals(
        "parameters: weights and biases in turn, not 3 parts",
        assertThrows(
                IllegalArgumentException.class, () -> DeepParameters.of(List.of("a", "b", "c")))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> DeepParameters.of(List.of()));
    assertEquals(List.of("W1", "b1", "W2", "b2"), DeepParameters.names(2).list());
    assertEquals(
        "parameters: 1 layers do not fit 2",
        assertThrows(
                IllegalArgumentException.class,
                () -> DeepParameters.names(1).combine(DeepParameters.names(2), String::concat))
            .getMessage());
  }
}
