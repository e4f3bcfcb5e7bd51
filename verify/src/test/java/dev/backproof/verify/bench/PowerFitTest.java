package dev.backproof.verify.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PowerFitTest {
  private static Curve.Point point(double x, double y) {
    return new Curve.Point(x, y, 0);
  }

  @Test
  void findsThePowerLawThePointsAreOn() {
    PowerFit cubic = PowerFit.of(List.of(point(1, 5), point(2, 40), point(10, 5000)));
    assertEquals(3, cubic.exponent(), 1e-12);
    assertEquals(5, cubic.factor(), 1e-11);
    assertEquals(5 * 64, cubic.at(4), 1e-9);
  }

  @Test
  void aConstantHasExponentZero() {
    PowerFit constant = PowerFit.of(List.of(point(1, 7), point(10, 7), point(1000, 7)));
    assertEquals(0, constant.exponent(), 1e-12);
    assertEquals(7, constant.factor(), 1e-12);
  }

  @Test
  void noiseOnBothSidesCancels() {
    // y = x, first and last a factor of 2 above, the two in the middle a factor of 2 below.
    PowerFit fit =
        PowerFit.of(List.of(point(1, 2), point(10, 5), point(100, 50), point(1000, 2000)));
    assertEquals(1, fit.exponent(), 1e-12);
    assertEquals(1, fit.factor(), 1e-12);
  }

  @Test
  void aCurveSaysHowItEnds() {
    Curve curve = new Curve("n", "n", "", List.of(point(1, 10), point(10, 10), point(100, 100)));
    assertEquals(1, curve.lastFit().exponent(), 1e-12);
    assertEquals(0.5, curve.fit().exponent(), 1e-12);
  }

  @Test
  void refusesWhatHasNoLogarithmAndWhatHasNoSlope() {
    for (List<Curve.Point> points :
        List.of(
            List.of(point(1, 2), point(2, 0)),
            List.of(point(0, 2), point(2, 1)),
            List.of(point(1, Double.NaN), point(2, 1)),
            List.of(point(2, 1), point(2, 3)),
            List.of(point(2, 1)))) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> PowerFit.of(points)).getMessage();
      assertTrue(String.valueOf(message).startsWith("a power law wants"), message);
    }
  }
}
