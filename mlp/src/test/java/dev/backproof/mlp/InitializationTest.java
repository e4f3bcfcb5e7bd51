package dev.backproof.mlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InitializationTest {
  private static Parameters<DenseTensor> of(long seed) {
    return Initialization.uniform(100, 25, 10, RandomTensors.seeded(seed));
  }

  @Test
  void biasesAreZeroAndWeightsWithinTheRootOfFanIn() {
    Parameters<DenseTensor> p = of(1);
    assertEquals(DenseTensor.full(Shape.of(25), 0), p.b1());
    assertEquals(DenseTensor.full(Shape.of(10), 0), p.b2());
    assertWithin(p.w1(), 1.0 / 10);
    assertWithin(p.w2(), 1.0 / 5);
  }

  private static void assertWithin(DenseTensor weights, double bound) {
    double largest = Arrays.stream(weights.toArray()).map(Math::abs).max().orElseThrow();
    assertTrue(largest <= bound, "too large");
    assertTrue(largest > 0.9 * bound, "not spread over the whole interval");
    double mean = Arrays.stream(weights.toArray()).average().orElseThrow();
    assertTrue(Math.abs(mean) < 0.2 * bound, "leaning to one side");
  }

  @Test
  void aSeedDecidesThem() {
    assertEquals(of(7), of(7));
    assertNotEquals(of(7), of(8));
  }

  @Test
  void sizesBelowOneAreRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Initialization.uniform(2, 0, 3, RandomTensors.seeded(1)))
            .getMessage();
    assertEquals(
        "network: wants at least one input, hidden unit and class, not d = 2, h = 0, m = 3",
        message);
  }
}
