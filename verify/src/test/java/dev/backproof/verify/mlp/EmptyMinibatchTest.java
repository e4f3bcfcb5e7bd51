package dev.backproof.verify.mlp;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.mlp.Initialization;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.train.GradientSource;
import org.junit.jupiter.api.Test;

/** A mean over no examples has no value: neither source of gradients makes one up. */
class EmptyMinibatchTest {
  @Test
  void bothSourcesRefuseIt() {
    var p = Initialization.uniform(3, 4, 2, RandomTensors.seeded(1));
    DenseTensor x = DenseTensor.full(Shape.of(0, 3), 0);
    DenseTensor y = DenseTensor.vector();
    for (GradientSource source :
        new GradientSource[] {
          GradientSource.closedForm(Network.NOTES), GradientSource.graph(Network.NOTES)
        }) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> source.gradient(p, x, y));
      assertTrue(
          String.valueOf(refused.getMessage()).endsWith("a mean of nothing has no value"),
          refused::getMessage);
    }
  }
}
