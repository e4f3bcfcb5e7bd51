package dev.backproof.mlp.closedform;

import static dev.backproof.mlp.SmallNetwork.PARAMETERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.SmallNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinibatchTest {
  private static Parameters<DenseTensor> gradient(DenseTensor x, DenseTensor y) {
    return ClosedForm.of(x)
        .gradients(Network.NOTES, PARAMETERS, x, Network.target(PARAMETERS, y))
        .parameters();
  }

  @Test
  void twiceTheSameExampleIsTheExample() {
    DenseTensor row = SmallNetwork.X.insertAxis(0);
    DenseTensor twice = row.concatenate(0, List.of(row));
    Parameters<DenseTensor> batch = gradient(twice, DenseTensor.vector(0, 0));
    assertSame(gradient(SmallNetwork.X, SmallNetwork.Y), batch, 1);
  }

  @Test
  void theGradientOfABatchIsTheMeanOverItsRows() {
    Parameters<DenseTensor> sum =
        gradient(SmallNetwork.X, SmallNetwork.Y)
            .combine(gradient(DenseTensor.vector(1, 0), DenseTensor.scalar(1)), DenseTensor::plus);
    assertSame(sum, gradient(SmallNetwork.BATCH, SmallNetwork.LABELS), 2);
  }

  private static void assertSame(
      Parameters<DenseTensor> expected, Parameters<DenseTensor> found, double divisor) {
    for (int part = 0; part < Parameters.COUNT; part++) {
      DenseTensor e = expected.list().get(part);
      DenseTensor f = found.list().get(part);
      assertEquals(e.shape(), f.shape());
      for (int i = 0; i < e.count(); i++) {
        assertEquals(e.at(i) / divisor, f.at(i), 1e-15, "entries below 2 round by less");
      }
    }
  }

  @Test
  void noExampleIsRefusedAsTheGraphRefusesIt() {
    DenseTensor none = DenseTensor.full(Shape.of(0, 2), 0);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> gradient(none, DenseTensor.vector()));
    assertEquals(
        "minibatch: [0×2] has no example; a mean of nothing has no value", refused.getMessage());
  }

  @Test
  void theGradientOfTheExamplesHasTheirShape() {
    DenseTensor gradHa = DenseTensor.matrix(new double[] {1, 0, 0}, new double[] {0, 0, 2});
    DenseTensor gradX = Minibatch.EQUATIONS.gradX(PARAMETERS.w1(), gradHa);
    assertEquals(Shape.of(2, 2), gradX.shape());
    assertEquals(DenseTensor.matrix(new double[] {1, 0}, new double[] {2, -2}), gradX);
  }
}
