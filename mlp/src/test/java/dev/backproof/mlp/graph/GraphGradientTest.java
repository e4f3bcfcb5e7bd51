package dev.backproof.mlp.graph;

import static dev.backproof.mlp.SmallNetwork.PARAMETERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Primitive;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.ElasticNet;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.SmallNetwork;
import org.junit.jupiter.api.Test;

class GraphGradientTest {
  @Test
  void theGradientIsTheOneOnPaper() {
    Parameters<DenseTensor> found =
        GraphGradient.loss(Network.NOTES, PARAMETERS, SmallNetwork.X, SmallNetwork.Y);
    assertEquals(DenseTensor.vector(-0.5, 0.5, 0), found.b1());
    assertEquals(DenseTensor.vector(-0.5, 0.5), found.b2());
    assertEquals(-1, found.w1().get(0, 1));
    assertEquals(1, found.w2().get(1, 0));
  }

  @Test
  void thePenaltyAddsToTheWeightsOnly() {
    DenseTensor one = DenseTensor.scalar(1);
    ElasticNet<DenseTensor> net = new ElasticNet<>(one, one, one, one);
    Parameters<DenseTensor> plain =
        GraphGradient.loss(Network.NOTES, PARAMETERS, SmallNetwork.X, SmallNetwork.Y);
    Parameters<DenseTensor> penalised =
        GraphGradient.penalisedLoss(Network.NOTES, net, PARAMETERS, SmallNetwork.X, SmallNetwork.Y);
    assertEquals(plain.b1(), penalised.b1());
    // sign 1 + 2·1 at a weight of 1
    assertEquals(plain.w1().get(0, 0) + 3, penalised.w1().get(0, 0));
    assertEquals(plain.w2().get(1, 2) - 3, penalised.w2().get(1, 2));
  }

  @Test
  void anotherRulePageGivesAnotherGradient() {
    VjpRules doubled =
        new VjpRules() {
          @Override
          public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
            T right = VjpRules.super.pull(of, which, yBar);
            return of.op().primitive() == Primitive.MATMUL ? right.plus(right) : right;
          }
        };
    Parameters<DenseTensor> found =
        GraphGradient.of(
            doubled,
            PARAMETERS,
            q -> Network.NOTES.loss(q, Var.constant(SmallNetwork.X), Var.constant(SmallNetwork.Y)));
    assertEquals(DenseTensor.vector(-0.5, 0.5), found.b2());
    assertNotEquals(DenseTensor.vector(-0.5, 0.5, 0), found.b1());
  }
}
