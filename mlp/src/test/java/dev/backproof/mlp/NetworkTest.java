package dev.backproof.mlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final Network NET = Network.NOTES;

  @Test
  void theForwardPassIsTheOneOnPaper() {
    Activations<DenseTensor> forward = NET.forward(SmallNetwork.PARAMETERS, SmallNetwork.X);
    assertEquals(DenseTensor.vector(2, 2, -1), forward.ha());
    assertEquals(DenseTensor.vector(2, 2, 0), forward.hs());
    assertEquals(DenseTensor.vector(2, 2), forward.oa());
    assertEquals(DenseTensor.vector(0.5, 0.5), forward.os());
  }

  @Test
  void theLossOfTwoEqualLogitsIsLogTwo() {
    double loss = NET.loss(SmallNetwork.PARAMETERS, SmallNetwork.X, SmallNetwork.Y).item();
    assertEquals(Math.log(2), loss, Math.ulp(1.0) * 4, "logits of size 2 round by 4 units");
  }

  @Test
  void aMinibatchIsRowsOfExamplesAndItsLossTheMean() {
    Activations<DenseTensor> rows = NET.forward(SmallNetwork.PARAMETERS, SmallNetwork.BATCH);
    assertEquals(DenseTensor.matrix(new double[] {2, 2, -1}, new double[] {2, 0, 1}), rows.ha());
    assertEquals(DenseTensor.matrix(new double[] {2, 2}, new double[] {3, -1}), rows.oa());
    double loss = NET.loss(SmallNetwork.PARAMETERS, SmallNetwork.BATCH, SmallNetwork.LABELS).item();
    double second = Math.log(Math.exp(3) + Math.exp(-1)) + 1;
    assertEquals((Math.log(2) + second) / 2, loss, 1e-15);
  }

  @Test
  void aDistributionMayStandForTheLabel() {
    DenseTensor even = DenseTensor.vector(0.5, 0.5);
    DenseTensor loss = NET.lossFromTarget(SmallNetwork.PARAMETERS, SmallNetwork.X, even);
    assertEquals(Math.log(2), loss.item(), 1e-15);
  }

  @Test
  void theActivationIsAChoice() {
    Activations<DenseTensor> forward =
        new Network(Elementary.TANH).forward(SmallNetwork.PARAMETERS, SmallNetwork.X);
    assertEquals(Math.tanh(-1), forward.hs().at(2));
  }

  @Test
  void shapesFollowTheSizesEvenAsSymbols() {
    Parameters<Shape> shapes = Network.shapes(Size.symbol("d"), Size.symbol("h"), Size.symbol("m"));
    assertEquals("[[h×d], [h], [m×h], [m]]", shapes.list().toString());
  }

  @Test
  void whatDoesNotFitIsRefusedWithBothShapes() {
    DenseTensor long3 = DenseTensor.vector(1, 2, 3);
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> NET.forward(SmallNetwork.PARAMETERS, long3))
            .getMessage();
    assertEquals("matmul: inner extents differ: [3×2] · [3] (2 ≠ 3)", message);
  }

  @Test
  void aLabelThatIsNoClassIsRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> NET.loss(SmallNetwork.PARAMETERS, SmallNetwork.X, DenseTensor.scalar(2)));
    assertEquals(
        "oneHot: label 2.0 at position 0 is not one of 0 … 1; labels count from 0",
        refused.getMessage());
  }
}
