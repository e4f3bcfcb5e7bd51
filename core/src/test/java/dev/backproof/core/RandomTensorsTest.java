package dev.backproof.core;

import static dev.backproof.core.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RandomTensorsTest {
  private static final Shape MANY = Shape.of(100, 100);

  @Test
  void theSameSeedGivesTheSameTensors() {
    RandomTensors a = RandomTensors.seeded(42);
    RandomTensors b = RandomTensors.seeded(42);
    assertEquals(a.uniform(-1, 1, MANY), b.uniform(-1, 1, MANY));
    assertEquals(a.normal(MANY), b.normal(MANY));
    assertEquals(a.directions(MANY), b.directions(MANY));
    assertEquals(a.labels(7, MANY), b.labels(7, MANY));
    assertEquals(a.integer(1000), b.integer(1000));
  }

  @Test
  void anotherSeedAndAnotherCallGiveOthers() {
    RandomTensors a = RandomTensors.seeded(42);
    DenseTensor first = a.normal(MANY);
    assertNotEquals(first, a.normal(MANY));
    assertNotEquals(first, RandomTensors.seeded(43).normal(MANY));
  }

  @Test
  void uniformEntriesStayInTheirRange() {
    DenseTensor x = RandomTensors.seeded(1).uniform(-2, 3, MANY);
    assertTrue(x.negate().max(0).max(0).item() <= 2);
    assertTrue(x.max(0).max(0).item() < 3);
    // mean ½ with standard deviation 5/√12/100, so 0.1 is seven of them
    assertEquals(0.5, x.mean().item(), 0.1);
    double low = 1;
    double high = Math.nextUp(low);
    assertEquals(DenseTensor.full(MANY, low), RandomTensors.seeded(1).uniform(low, high, MANY));
  }

  @Test
  void normalEntriesHaveTheirMoments() {
    DenseTensor x = RandomTensors.seeded(2).normal(MANY);
    // 10,000 entries: standard errors 0.01 and 0.014, and five of each
    assertEquals(0, x.mean().item(), 0.05);
    assertEquals(1, x.times(x).mean().item(), 0.07);
  }

  @Test
  void directionsHaveEitherSignAndNoSmallEntry() {
    DenseTensor v = RandomTensors.seeded(3).directions(MANY);
    DenseTensor size = v.map(Elementary.ABS);
    assertTrue(size.negate().max(0).max(0).item() <= -0.5);
    assertTrue(size.max(0).max(0).item() < 2);
    assertEquals(0, v.map(Elementary.SIGN).mean().item(), 0.05);
  }

  @Test
  void labelsAreTheClassesAndAllOccur() {
    DenseTensor labels = RandomTensors.seeded(4).labels(3, MANY);
    DenseTensor counts = labels.oneHot(Size.of(3)).sum(0).sum(0);
    for (int k = 0; k < 3; k++) {
      // 10,000/3 with standard deviation 47, and five of them
      assertEquals(3333, counts.at(k), 235);
    }
  }

  @Test
  void emptyAndScalarTensors() {
    assertEquals(0, RandomTensors.seeded(5).normal(Shape.of(0, 3)).count());
    assertEquals(Shape.SCALAR, RandomTensors.seeded(5).uniform(0, 1, Shape.SCALAR).shape());
  }

  @Test
  void refusesEmptyRanges() {
    RandomTensors random = RandomTensors.seeded(6);
    refuses("uniform: no finite range of numbers: [1.0, 1.0)", () -> random.uniform(1, 1, MANY));
    refuses(
        "uniform: no finite range of numbers: [0.0, Infinity)",
        () -> random.uniform(0, Double.POSITIVE_INFINITY, MANY));
    refuses("integer: no whole number from 0 on is below 0", () -> random.integer(0));
    refuses("labels: no whole number from 0 on is below -1", () -> random.labels(-1, Shape.of(0)));
  }
}
