package dev.backproof.mlp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.DenseTensor;
import org.junit.jupiter.api.Test;

class ElasticNetTest {
  @Test
  void weightsArePenalisedAndBiasesAreNot() {
    // Σ|W1| = 4, ΣW1² = 4, Σ|W2| = 4, ΣW2² = 4, each with a factor of its own
    ElasticNet<DenseTensor> net =
        new ElasticNet<>(
            DenseTensor.scalar(1),
            DenseTensor.scalar(10),
            DenseTensor.scalar(100),
            DenseTensor.scalar(1000));
    assertEquals(4444, net.penalty(SmallNetwork.PARAMETERS).item());
  }
}
