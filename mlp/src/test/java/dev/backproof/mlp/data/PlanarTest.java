package dev.backproof.mlp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated points: where they lie without noise, and that a seed decides them. */
class PlanarTest {
  static Stream<LongFunction<Dataset>> sets() {
    return Stream.of(
        seed -> Circles.generate(30, 2, 0.1, seed),
        seed -> Spirals.generate(30, 3, 1, 0.1, seed),
        seed -> Blobs.generate(30, 4, 0.1, seed),
        seed -> Xor.generate(30, 0.1, seed));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void theSeedDecidesAndLabelsTakeTurns(LongFunction<Dataset> set) {
    Dataset data = set.apply(5);
    assertEquals(data, set.apply(5));
    assertNotEquals(data, set.apply(6));
    assertEquals(30, data.size());
    assertEquals(2, data.inputs());
    for (int i = 0; i < data.size(); i++) {
      assertEquals(i % data.classes(), data.label(i));
    }
  }

  private static double radius(Dataset data, int row) {
    return Math.hypot(data.examples().get(row, 0), data.examples().get(row, 1));
  }

  @Test
  void circlesHaveRadiiInEqualSteps() {
    Dataset data = Circles.generate(60, 3, 0, 1);
    for (int i = 0; i < data.size(); i++) {
      assertEquals((3 - data.label(i)) / 3.0, radius(data, i), 1e-15);
    }
  }

  @Test
  void armsOfASpiralAreTheSameTurned() {
    Dataset data = Spirals.generate(300, 3, 1.5, 0, 2);
    for (int i = 0; i < data.size(); i++) {
      double t = radius(data, i);
      assertTrue(t >= 0.1 - 1e-15 && t < 1, () -> "at " + t);
      double angle = Math.atan2(data.examples().get(i, 1), data.examples().get(i, 0));
      double turns = angle / (2 * Math.PI) - 1.5 * t - data.label(i) / 3.0;
      // Angles are rounded to 1e-16 of some turns.
      assertEquals(0, turns - Math.rint(turns), 1e-13);
    }
  }

  @Test
  void blobsWithoutNoiseAreTheirCentres() {
    Dataset data = Blobs.generate(8, 4, 0, 3);
    for (int i = 0; i < 8; i++) {
      assertEquals(new double[] {1, 0, -1, 0}[i % 4], data.examples().get(i, 0), 1e-15);
      assertEquals(new double[] {0, 1, 0, -1}[i % 4], data.examples().get(i, 1), 1e-15);
    }
  }

  @Test
  void theSignsDecideExclusiveOr() {
    Dataset data = Xor.generate(200, 0, 4);
    for (int i = 0; i < data.size(); i++) {
      double x = data.examples().get(i, 0);
      double y = data.examples().get(i, 1);
      assertEquals(data.label(i) == 1, x * y < 0);
      assertTrue(Math.abs(x) >= 0.1 && Math.abs(x) < 1);
    }
  }

  @Test
  void refusalsNameTheSet() {
    assertEquals(
        "circles: at least one example is needed, but n = 0",
        refusal(() -> Circles.generate(0, 2, 0, 1)));
    assertEquals(
        "blobs: below two classes there is nothing to tell apart, but classes = 1",
        refusal(() -> Blobs.generate(1, 1, 0, 1)));
    assertEquals(
        "xor: the noise is a standard deviation, finite and not negative, but is NaN",
        refusal(() -> Xor.generate(1, Double.NaN, 1)));
    assertEquals(
        "spirals: the number of turns is finite and not negative, but is -1.0",
        refusal(() -> Spirals.generate(1, 2, -1, 0, 1)));
    assertEquals(
        "spirals: 2000000000 examples of 2 inputs have more entries than an array can hold",
        refusal(() -> Spirals.generate(2_000_000_000, 2, 1, 0, 1)));
  }

  private static String refusal(Runnable what) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, what::run).getMessage());
  }
}
