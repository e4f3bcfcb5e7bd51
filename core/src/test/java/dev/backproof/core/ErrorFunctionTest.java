package dev.backproof.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class ErrorFunctionTest {
  private static final MathContext DIGITS = new MathContext(40);

  private static final BigDecimal PI =
      new BigDecimal("3.14159265358979323846264338327950288419716939937510");

  /**
   * (2/√π)·e^(−x²)·Σ 2ⁿx²ⁿ⁺¹/(1·3·…·(2n+1)), Abramowitz and Stegun 7.1.6, whose terms are all of
   * one sign: another series than that of the code.
   */
  private static BigDecimal reference(double x) {
    BigDecimal square = new BigDecimal(x).pow(2, DIGITS);
    BigDecimal odd = BigDecimal.ONE;
    BigDecimal sum = odd;
    BigDecimal power = BigDecimal.ONE;
    BigDecimal exponential = power;
    for (int n = 1; odd.compareTo(new BigDecimal("1e-40")) > 0; n++) {
      odd = odd.multiply(square).multiply(BigDecimal.valueOf(2));
      odd = odd.divide(BigDecimal.valueOf(2L * n + 1), DIGITS);
      sum = sum.add(odd, DIGITS);
      power = power.multiply(square).divide(BigDecimal.valueOf(n), DIGITS);
      exponential = exponential.add(power, DIGITS);
    }
    return new BigDecimal(x)
        .multiply(sum)
        .multiply(BigDecimal.valueOf(2))
        .divide(PI.sqrt(DIGITS).multiply(exponential), DIGITS);
  }

  private static double unitsOff(double x) {
    BigDecimal exact = reference(x);
    double unit = Math.ulp(exact.doubleValue());
    return new BigDecimal(ErrorFunction.erf(x))
        .subtract(exact)
        .abs()
        .divide(new BigDecimal(unit), MathContext.DECIMAL32)
        .doubleValue();
  }

  @Test
  void isWithinTwoUnitsFromMinusSixToSix() {
    double worst = 0;
    double at = 0;
    for (int i = -600; i <= 600; i++) {
      double x = i / 100.0;
      double off = unitsOff(x);
      at = off > worst ? x : at;
      worst = Math.max(worst, off);
    }
    assertTrue(worst <= 2, worst + " units at " + at);
  }

  @Test
  void isWithinTwoUnitsAroundTheChangeOfMethod() {
    for (double x : new double[] {Math.nextDown(1.0), 1, Math.nextUp(1.0), 0.999, 1.001}) {
      assertTrue(unitsOff(x) <= 2, unitsOff(x) + " units at " + x);
    }
  }

  @Test
  void isWithinTwoUnitsForTinyArguments() {
    for (int exponent = -1074; exponent < 0; exponent += 7) {
      double x = -1.3 * Math.scalb(1.0, exponent);
      assertTrue(unitsOff(x) <= 2, unitsOff(x) + " units at " + x);
    }
    assertTrue(unitsOff(1e-310) <= 1, unitsOff(1e-310) + " units");
  }

  @Test
  void theReferenceAgreesWithPublishedDigits() {
    // DLMF, table 7.23: erf 0.5, 1, 2, 3
    assertEquals(0.5204998778130465, reference(0.5).doubleValue());
    assertEquals(0.8427007929497149, reference(1).doubleValue());
    assertEquals(0.9953222650189527, reference(2).doubleValue());
    assertEquals(0.9999779095030014, reference(3).doubleValue());
  }

  @Test
  void isOddAndKeepsTheSignOfZero() {
    assertEquals(0.0, ErrorFunction.erf(0.0));
    assertEquals(-0.0, ErrorFunction.erf(-0.0));
    for (double x : new double[] {1e-310, 0.3, 1.5, 7}) {
      assertEquals(-ErrorFunction.erf(x), ErrorFunction.erf(-x));
    }
  }

  @Test
  void theTailsAreOne() {
    assertEquals(1, ErrorFunction.erf(6.5));
    assertEquals(1, ErrorFunction.erf(1e200));
    assertEquals(1, ErrorFunction.erf(Double.POSITIVE_INFINITY));
    assertEquals(-1, ErrorFunction.erf(Double.NEGATIVE_INFINITY));
    assertEquals(Double.NaN, ErrorFunction.erf(Double.NaN));
  }
}
