package dev.backproof.core.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SizedProductTest {
  @Test
  void theExtentsAloneDecide() {
    assertFalse(SizedProduct.isLarge(3, 3, 111));
    assertTrue(SizedProduct.isLarge(10, 10, 10));
    assertTrue(SizedProduct.isLarge(1 << 20, 1 << 20, 1 << 20));
  }

  @Test
  void smallProductsDoNotAskForTheLargeOne() {
    SizedProduct sized =
        new SizedProduct(
            () -> {
              throw new AssertionError("asked for");
            },
            new PlainProduct());
    double[] c = {1};
    sized.multiply(
        false, false, 1, 1, 1, 2, new double[] {3}, 0, 1, new double[] {4}, 0, 1, 1, c, 0, 1);
    assertEquals(25, c[0]);
  }
}
