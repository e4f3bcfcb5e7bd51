package dev.backproof.mlp.closedform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.ElasticNet;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.SmallNetwork;
import org.junit.jupiter.api.Test;

class PenaltyTest {
  @Test
  void theGradientHasTheConventionAtZeroWeights() {
    DenseTensor found =
        Penalty.gradWeights(
            DenseTensor.scalar(0.5), DenseTensor.scalar(3), DenseTensor.vector(2, 0, -1));
    // 0.5·sign w + 2·3·w
    assertEquals(DenseTensor.vector(12.5, 0, -6.5), found);
  }

  @Test
  void biasesStayAsTheyAreAndEachLayerHasItsOwnFactors() {
    Parameters<DenseTensor> ones =
        SmallNetwork.PARAMETERS.map(part -> DenseTensor.full(part.shape(), 1));
    ElasticNet<DenseTensor> net =
        new ElasticNet<>(
            DenseTensor.scalar(1),
            DenseTensor.scalar(2),
            DenseTensor.scalar(10),
            DenseTensor.scalar(20));
    Parameters<DenseTensor> found = Penalty.add(ones, net, SmallNetwork.PARAMETERS);
    assertEquals(ones.b1(), found.b1());
    assertEquals(ones.b2(), found.b2());
    assertEquals(SmallNetwork.w1(6, 1, 1, 6, 6, -4), found.w1());
    assertEquals(SmallNetwork.w2(51, 1, 51, 1, 51, -49), found.w2());
  }
}
