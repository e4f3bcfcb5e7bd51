package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.backproof.core.DenseTensor;
import dev.backproof.verify.cli.Main;
import org.junit.jupiter.api.Test;

class EnergyTest {
  @Test
  void theSlopeOfASumOfSquaresIsTwiceThePoint() {
    DenseTensor slope = Energy.slope(DenseTensor.vector(1, 2, -3));
    assertEquals(DenseTensor.vector(2, 4, -6), slope);
  }

  @Test
  void theToolIsOnTheTestPath() {
    assertNotNull(Main.class);
  }
}
