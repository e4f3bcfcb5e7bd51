package dev.backproof.mlp.closedform;

import static dev.backproof.mlp.SmallNetwork.PARAMETERS;
import static dev.backproof.mlp.SmallNetwork.w1;
import static dev.backproof.mlp.SmallNetwork.w2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.SmallNetwork;
import org.junit.jupiter.api.Test;

class OneExampleTest {
  private static final OneExample HAND = OneExample.EQUATIONS;

  @Test
  void theGradientsAreThoseOnPaper() {
    DenseTensor target = Network.target(PARAMETERS, SmallNetwork.Y);
    LayerGradients<DenseTensor> found =
        HAND.gradients(Network.NOTES, PARAMETERS, SmallNetwork.X, target);
    assertEquals(DenseTensor.vector(-0.5, 0.5), found.gradOa());
    assertEquals(DenseTensor.vector(-0.5, 0.5, -1), found.gradHs());
    assertEquals(0, found.gradHa().minus(DenseTensor.vector(-0.5, 0.5, 0)).sum().item());
    assertEquals(zeroed(w1(-0.5, -1, 0.5, 1, 0, 0)), zeroed(found.parameters().w1()));
    assertEquals(zeroed(DenseTensor.vector(-0.5, 0.5, 0)), zeroed(found.parameters().b1()));
    assertEquals(zeroed(w2(-1, -1, 0, 1, 1, 0)), zeroed(found.parameters().w2()));
    assertEquals(DenseTensor.vector(-0.5, 0.5), found.parameters().b2());
    assertEquals(DenseTensor.vector(-0.5, 0.5), HAND.gradX(PARAMETERS.w1(), found.gradHa()));
  }

  /** The same with 0 for −0, which compare as different. */
  private static DenseTensor zeroed(DenseTensor x) {
    return x.plus(x.zero());
  }

  @Test
  void theHiddenGradientTakesTheConventionAtTheKink() {
    DenseTensor ha = DenseTensor.vector(-1, 0, 1);
    DenseTensor upstream = DenseTensor.vector(3, 5, 7);
    DenseTensor found = HAND.gradHa(Elementary.RECT, upstream, ha, ha.map(Elementary.RECT));
    assertEquals(DenseTensor.vector(0, 0, 7), found);
  }

  @Test
  void aUnitWithoutGradientSendsNoneWhereTheSlopeIsInfinite() {
    DenseTensor zero = DenseTensor.vector(0);
    assertEquals(zero, HAND.gradHa(Elementary.SQRT, zero, zero, zero));
  }

  @Test
  void theRankOfTheExampleChoosesTheEquations() {
    assertSame(OneExample.EQUATIONS, ClosedForm.of(SmallNetwork.X));
    assertSame(Minibatch.EQUATIONS, ClosedForm.of(SmallNetwork.BATCH));
  }
}
