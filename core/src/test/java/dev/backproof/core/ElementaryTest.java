package dev.backproof.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Elementary.Domain;
import dev.backproof.core.Elementary.Slope;
import org.junit.jupiter.api.Test;

class ElementaryTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  private static void assertValue(double expected, Elementary f, double x) {
    // Java's library is within one unit, of tanh within two and a half, and at most two roundings
    assertEquals(expected, f.value(x), 4 * Math.ulp(expected), () -> f + " at " + x);
  }

  private static void assertExactly(double expected, Elementary f, double x) {
    assertEquals(expected, f.value(x), () -> f + " at " + x);
  }

  @Test
  void knownValues() {
    // digits from the tables of Abramowitz and Stegun, chapters 4 and 7, and from DLMF 4 and 7
    assertValue(2.718281828459045, Elementary.EXP, 1);
    assertValue(0.6931471805599453, Elementary.LOG, 2);
    assertValue(1.4142135623730951, Elementary.SQRT, 2);
    assertValue(0.7615941559557649, Elementary.TANH, 1);
    assertValue(-0.7615941559557649, Elementary.TANH, -1);
    assertValue(0.7310585786300049, Elementary.SIGMOID, 1);
    assertValue(0.2689414213699951, Elementary.SIGMOID, -1);
    assertValue(1.3132616875182228, Elementary.SOFTPLUS, 1);
    assertValue(0.3132616875182228, Elementary.SOFTPLUS, -1);
    assertValue(0.8414709848078965, Elementary.SIN, 1);
    assertValue(0.5403023058681398, Elementary.COS, 1);
    assertValue(0.8427007929497149, Elementary.ERF, 1);
    assertExactly(0.25, Elementary.RECIPROCAL, 4);
    assertExactly(9, Elementary.SQUARE, -3);
    assertExactly(3, Elementary.NEGATE, -3);
  }

  @Test
  void valuesAtZero() {
    for (Elementary f : Elementary.values()) {
      double expected =
          switch (f) {
            case EXP, COS -> 1;
            case LOG -> -INF;
            case RECIPROCAL -> INF;
            case SIGMOID -> 0.5;
            case SOFTPLUS -> 0.6931471805599453;
            case NEGATE -> -0.0;
            case SQRT, SQUARE, TANH, RECT, ABS, SIGN, STEP, SIN, ERF -> 0;
          };
      assertExactly(expected, f, 0);
    }
  }

  @Test
  void tailsOfTheSigmoid() {
    // e^-745 is 2.82e-324, between the two smallest numbers
    assertEquals(Double.MIN_VALUE, Elementary.SIGMOID.value(-745));
    assertExactly(0, Elementary.SIGMOID, -1000);
    assertExactly(1, Elementary.SIGMOID, 1000);
    assertExactly(0, Elementary.SIGMOID, -INF);
    assertExactly(1, Elementary.SIGMOID, INF);
    assertValue(2.6503965530043108e-261, Elementary.SIGMOID, -600);
  }

  @Test
  void tailsOfTheSoftplus() {
    assertExactly(1000, Elementary.SOFTPLUS, 1000);
    assertExactly(0, Elementary.SOFTPLUS, -1000);
    assertExactly(INF, Elementary.SOFTPLUS, INF);
    assertExactly(0, Elementary.SOFTPLUS, -INF);
    assertValue(4.248354255291589e-18, Elementary.SOFTPLUS, -40);
    assertValue(2.6503965530043108e-261, Elementary.SOFTPLUS, -600);
  }

  @Test
  void tailsOfTheHyperbolicTangent() {
    assertExactly(1e-300, Elementary.TANH, 1e-300);
    assertExactly(Double.MIN_VALUE, Elementary.TANH, Double.MIN_VALUE);
    assertExactly(1, Elementary.TANH, 1000);
    assertExactly(-1, Elementary.TANH, -INF);
  }

  @Test
  void kinksFollowTheConvention() {
    assertExactly(0, Elementary.RECT, -0.0);
    assertExactly(0, Elementary.RECT, -3);
    assertExactly(3, Elementary.RECT, 3);
    assertExactly(3, Elementary.ABS, -3);
    assertExactly(-1, Elementary.SIGN, -3);
    assertExactly(1, Elementary.SIGN, Double.MIN_VALUE);
    assertExactly(0, Elementary.SIGN, -0.0);
    assertExactly(1, Elementary.STEP, Double.MIN_VALUE);
    assertExactly(0, Elementary.STEP, -0.0);
    assertExactly(0, Elementary.STEP, -1);
  }

  @Test
  void outsideTheDomainIeeeArithmeticSpeaks() {
    assertExactly(Double.NaN, Elementary.LOG, -1);
    assertExactly(Double.NaN, Elementary.SQRT, -1);
    assertExactly(-INF, Elementary.RECIPROCAL, -0.0);
  }

  @Test
  void everyFunctionGivesNanForNan() {
    for (Elementary f : Elementary.values()) {
      assertExactly(Double.NaN, f, Double.NaN);
    }
  }

  @Test
  void domainsSayWhereAFunctionIsDefined() {
    for (Elementary f : Elementary.values()) {
      assertFalse(f.domain().contains(Double.NaN));
      assertFalse(f.domain().contains(INF));
      for (double x : new double[] {-2, -0.0, 0, 2}) {
        assertEquals(Double.isFinite(f.value(x)), f.domain().contains(x), f + " at " + x);
      }
    }
    assertEquals(Domain.NON_NEGATIVE, Elementary.SQRT.domain());
    assertTrue(Domain.NON_ZERO.contains(-1e-300));
    assertFalse(Domain.POSITIVE.contains(0));
  }

  @Test
  void slopesSayHowADerivativeIsMultiplied() {
    assertEquals(Slope.NONE, Elementary.SIGN.slope());
    assertEquals(Slope.MASK, Elementary.RECT.slope());
    assertEquals(Slope.PLAIN, Elementary.TANH.slope());
    assertEquals(Slope.STRONG, Elementary.LOG.slope());
    assertEquals("tanh", Elementary.TANH.toString());
    assertEquals("-", Elementary.NEGATE.symbol());
  }

  @Test
  void tensorsAreMappedEntryByEntry() {
    assertEquals(DenseTensor.vector(1, 4), DenseTensor.vector(-1, 2).map(Elementary.SQUARE));
    DenseTensor none = DenseTensor.vector();
    assertEquals(none, none.map(Elementary.EXP));
  }
}
