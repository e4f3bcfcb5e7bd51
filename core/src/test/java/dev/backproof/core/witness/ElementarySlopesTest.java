package dev.backproof.core.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import org.junit.jupiter.api.Test;

/** The hand derivative of every elementary function against the complex step, tails included. */
class ElementarySlopesTest {
  private static double byHand(Elementary f, double x) {
    DenseTensor at = DenseTensor.scalar(x);
    return f.derivative(at, at.map(f)).item();
  }

  private static void assertAgree(Elementary f, double x) {
    double hand = byHand(f, x);
    double step = ComplexStepTest.slope(f, x);
    // 16 roundings, and x² more where e^(−x²) has lost its last digits to the rounding of x²
    double roundings = 16 + (f == Elementary.ERF ? 2 * x * x : 0);
    assertEquals(hand, step, roundings * Math.ulp(hand), () -> f + "′ at " + x);
  }

  @Test
  void handDerivativesAgreeWithTheComplexStep() {
    for (Elementary f : Elementary.values()) {
      for (int i = -300; i <= 300; i++) {
        double x = i / 14.0;
        if (x != 0 && f.domain().contains(x)) {
          assertAgree(f, x);
        }
      }
    }
  }

  @Test
  void handDerivativesAgreeForTinyAndHugeArguments() {
    for (Elementary f : Elementary.values()) {
      for (double x : new double[] {1e-12, 1e-8, 1e-3, 20, 100, 300, 600}) {
        for (double signed : new double[] {x, -x}) {
          double size = Math.abs(byHand(f, signed));
          // below 1e-270 the product with the step underflows
          if (f.domain().contains(signed) && (size == 0 || size > 1e-270)) {
            assertAgree(f, signed);
          }
        }
      }
    }
  }

  @Test
  void knownSlopesInTheTails() {
    // e^-600, 1/cosh²(300), e^700, (2/√π)·e^-400, computed with 60 digits
    assertRelative(2.6503965530043108e-261, ComplexStepTest.slope(Elementary.SIGMOID, -600));
    assertRelative(2.6503965530043108e-261, ComplexStepTest.slope(Elementary.SIGMOID, 600));
    assertRelative(2.6503965530043108e-261, ComplexStepTest.slope(Elementary.SOFTPLUS, -600));
    assertRelative(1.0601586212017243e-260, ComplexStepTest.slope(Elementary.TANH, 300));
    assertRelative(1.0601586212017243e-260, ComplexStepTest.slope(Elementary.TANH, -300));
    assertRelative(1.0142320547350045e+304, ComplexStepTest.slope(Elementary.EXP, 700));
    assertRelative(2.1610374743867984e-174, ComplexStepTest.slope(Elementary.ERF, 20));
  }

  private static void assertRelative(double expected, double actual) {
    assertEquals(expected, actual, 1e-15 * expected);
  }

  @Test
  void saturatedSlopesAreZeroOrOneAndFinite() {
    for (double x : new double[] {1000, -1000, 1e300, -1e300}) {
      assertEquals(0, ComplexStepTest.slope(Elementary.SIGMOID, x));
      assertEquals(0, ComplexStepTest.slope(Elementary.TANH, x));
      assertEquals(0, ComplexStepTest.slope(Elementary.ERF, x));
      assertEquals(x > 0 ? 1 : 0, ComplexStepTest.slope(Elementary.SOFTPLUS, x));
    }
  }

  @Test
  void undefinedValuesStayUndefined() {
    assertTrue(Double.isNaN(ComplexStepTest.slope(Elementary.LOG, -1)));
    assertTrue(Double.isNaN(ComplexStepTest.slope(Elementary.SQRT, -1)));
    for (Elementary f : Elementary.values()) {
      DenseTensor nan = DenseTensor.scalar(Double.NaN);
      assertTrue(Double.isNaN(ComplexTensor.of(nan).map(f).real().item()), f.toString());
    }
  }

  @Test
  void theRealPartIsTheFunctionItself() {
    for (Elementary f : Elementary.values()) {
      for (int i = -40; i <= 40; i++) {
        double x = i / 4.0;
        double value = f.value(x);
        DenseTensor at = DenseTensor.scalar(x);
        double real = new ComplexTensor(at, DenseTensor.scalar(1e-40)).map(f).real().item();
        assertEquals(value + 0.0, real + 0.0, () -> f + " at " + x);
      }
    }
  }
}
