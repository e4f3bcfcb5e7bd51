package dev.backproof.verify.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.verify.check.BigTensor;
import dev.backproof.verify.check.HighPrecision;
import dev.backproof.verify.check.RunningError;
import java.math.BigDecimal;

/** Holds a result with its running error against witnesses, entry by entry. */
final class Closeness {
  static final double U = 0x1p-53;

  /** What is allowed to a witness in float64, whose own error is of the same kind. */
  static final double ROUNDING = 32;

  /** What gradual underflow adds: each of a handful of steps may lose half of the least number. */
  static final double UNDERFLOW = 64 * Double.MIN_VALUE;

  /** Below 1e-278 the complex step may underflow. */
  private static final double COMPLEX_FLOOR = 1e-278;

  /** Differences in high precision, where nothing on the way is above 10⁴ but the result itself. */
  private static final double DIFFERENCE_FLOOR = 1e4 * HighPrecision.FLOOR;

  private Closeness() {}

  /**
   * The exact result: within u·μ where the numbers are finite, which is what μ means; undefined
   * where they are NaN; undefined or beyond the range of float64 where they are infinite.
   */
  static void assertExact(Object label, RunningError found, BigTensor exact) {
    assertNear(label, found, exact, 0);
  }

  /** A central difference in high precision: as the exact result, and its own absolute error. */
  static void assertDifference(Object label, RunningError found, BigTensor difference) {
    assertNear(label, found, difference, DIFFERENCE_FLOOR);
  }

  private static void assertNear(
      Object label, RunningError found, BigTensor witness, double floor) {
    assertEquals(witness.shape(), found.shape(), label::toString);
    for (int i = 0; i < found.value().count(); i++) {
      double number = found.value().at(i);
      BigTensor big = entry(witness, i);
      double bound = U * found.mu().at(i) + UNDERFLOW + floor;
      String where = "entry " + i + ": " + number + ", exact " + big + ": " + label;
      if (Double.isNaN(number)) {
        assertTrue(!big.isDefined(), where);
      } else if (Double.isInfinite(number)) {
        assertTrue(!big.isDefined() || Double.isInfinite(big.at(0).doubleValue()), where);
      } else {
        assertTrue(big.isDefined(), where);
        double error = big.at(0).subtract(new BigDecimal(number)).abs().doubleValue();
        assertTrue(error <= bound, () -> where + "; off by " + error + ", allowed " + bound);
      }
    }
  }

  private static BigTensor entry(BigTensor y, int position) {
    return y.reshape(Shape.of(y.shape().count())).slice(0, position, position + 1);
  }

  /** The complex step: within 32·u·μ. */
  static void assertComplex(Object label, RunningError found, DenseTensor witness) {
    assertEquals(witness.shape(), found.shape(), label::toString);
    for (int i = 0; i < witness.count(); i++) {
      double error = Math.abs(found.value().at(i) - witness.at(i));
      double bound = ROUNDING * U * found.mu().at(i) + COMPLEX_FLOOR;
      String where = "entry " + i + ": " + found.value().at(i) + ", " + witness.at(i) + ": ";
      assertTrue(error <= bound, () -> where + label + "; allowed " + bound);
    }
  }
}
