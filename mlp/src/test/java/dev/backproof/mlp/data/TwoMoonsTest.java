package dev.backproof.mlp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TwoMoonsTest {

  private static void refused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void hasTwoInputsAndTwoClasses() {
    Dataset moons = TwoMoons.generate(7, 0.1, 1);
    assertEquals(Shape.of(7, 2), moons.examples().shape());
    assertEquals(2, moons.classes());
  }

  @Test
  void withoutNoisePointsLieOnTwoHalfCircles() {
    Dataset moons = TwoMoons.generate(200, 0, 3);
    for (int i = 0; i < moons.size(); i++) {
      double x = moons.examples().get(i, 0);
      double y = moons.examples().get(i, 1);
      // A few roundings of numbers below 2: 1e-14 leaves room.
      if (moons.label(i) == 0) {
        assertEquals(1, Math.hypot(x, y), 1e-14);
        assertTrue(y >= 0);
      } else {
        assertEquals(1, Math.hypot(x - 1, y - 0.5), 1e-14);
        assertTrue(y <= 0.5);
      }
    }
  }

  @Test
  void bothMoonsAreCoveredFromEndToEnd() {
    Dataset moons = TwoMoons.generate(2000, 0, 3);
    double[] lowest = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] highest = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < moons.size(); i++) {
      int label = moons.label(i);
      lowest[label] = Math.min(lowest[label], moons.examples().get(i, 0));
      highest[label] = Math.max(highest[label], moons.examples().get(i, 0));
    }
    // Within 0.1 of an end lies a seventh of the angle range; 1000 draws cannot all miss it.
    assertEquals(-1, lowest[0], 0.1);
    assertEquals(1, highest[0], 0.1);
    assertEquals(0, lowest[1], 0.1);
    assertEquals(2, highest[1], 0.1);
  }

  @Test
  void classesAreBalancedWithinOne() {
    for (int n : new int[] {1, 2, 9, 100, 101}) {
      Dataset moons = TwoMoons.generate(n, 0.2, 1);
      int ones = 0;
      for (int i = 0; i < n; i++) {
        ones += moons.label(i);
      }
      assertEquals(n / 2, ones);
    }
  }

  @Test
  void theNoiseHasTheDeviationAskedFor() {
    int n = 20_000;
    Dataset moons = TwoMoons.generate(n, 0.05, 11);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double x = moons.examples().get(i, 0);
      double y = moons.examples().get(i, 1);
      double off = (moons.label(i) == 0 ? Math.hypot(x, y) : Math.hypot(x - 1, y - 0.5)) - 1;
      sum += off;
      squares += off * off;
    }
    // Across the circle the noise is normal; the radius grows by σ²/2 = 0.00125 on average.
    // Standard errors are 0.05/√n = 0.00035 and 0.05/√(2n) = 0.00025.
    assertEquals(0, sum / n, 0.003);
    assertEquals(0.05, Math.sqrt(squares / n), 0.0015);
  }

  @Test
  void theSameSeedGivesTheSameExamples() {
    assertEquals(TwoMoons.generate(50, 0.2, 4), TwoMoons.generate(50, 0.2, 4));
    assertNotEquals(
        TwoMoons.generate(50, 0.2, 4).examples(), TwoMoons.generate(50, 0.2, 5).examples());
  }

  @Test
  void aSeedGivesTheseExamplesForGood() {
    // Equal on JDK 17 and 25, compiled and interpreted. It changes with the recipe only, and then
    // so does every experiment that quotes a seed.
    assertEquals(-910707946, Arrays.hashCode(TwoMoons.generate(1000, 0.1, 1).examples().toArray()));
  }

  @Test
  void fewerExamplesAreTheFirstOfMore() {
    assertEquals(TwoMoons.generate(10, 0.2, 4), TwoMoons.generate(25, 0.2, 4).range(0, 10));
  }

  @Test
  void refusesToMakeNoExample() {
    refused(
        "two moons: at least one example is needed, but n = 0", () -> TwoMoons.generate(0, 0.1, 1));
    refused(
        "two moons: at least one example is needed, but n = -5",
        () -> TwoMoons.generate(-5, 0.1, 1));
  }

  @Test
  void refusesMoreExamplesThanAnArrayHolds() {
    refused(
        "two moons: 1073741824 examples of 2 inputs have more entries than an array can hold",
        () -> TwoMoons.generate(1 << 30, 0.1, 1));
  }

  @Test
  void refusesNoiseThatIsNoDeviation() {
    for (double noise : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(
          "two moons: the noise is a standard deviation, finite and not negative, but is " + noise,
          () -> TwoMoons.generate(10, noise, 1));
    }
  }
}
