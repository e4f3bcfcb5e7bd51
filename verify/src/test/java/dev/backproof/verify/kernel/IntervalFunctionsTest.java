package dev.backproof.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class IntervalFunctionsTest {
  private static final MathContext FINE = new MathContext(60);

  private static Interval of(long low, long high) {
    return new Interval(Rational.of(low), Rational.of(high));
  }

  @Test
  void fractionsStayExact() {
    assertEquals(Interval.ONE, IntervalFunctions.exp(Interval.ZERO));
    assertEquals(Interval.ZERO, IntervalFunctions.log(Interval.ONE));
    assertEquals(Interval.ZERO, IntervalFunctions.sin(Interval.ZERO));
    assertEquals(Interval.ONE, IntervalFunctions.cos(Interval.ZERO));
    assertEquals(Interval.ZERO, IntervalFunctions.erf(Interval.ZERO));
    Interval square = Interval.of(Rational.of(4, 9));
    assertEquals(Interval.of(Rational.of(2, 3)), square.power(Rational.HALF));
    assertEquals(Interval.of(Rational.of(27, 8)), square.power(Rational.of(-3, 2)));
    assertEquals(of(2, 3), of(16, 81).power(Rational.of(1, 4)));
    assertFalse(Interval.of(Rational.of(2)).power(Rational.HALF).isPoint());
    assertFalse(Interval.of(Rational.of(4, 3)).power(Rational.HALF).isPoint());
    assertFalse(Interval.of(Rational.of(3, 4)).power(Rational.HALF).isPoint());
  }

  @Test
  void whatHasNoValueIsUndefined() {
    for (Interval low : new Interval[] {of(0, 1), of(-1, 1), of(0, 0), of(-2, -1)}) {
      assertThrows(Undefined.class, () -> IntervalFunctions.log(low));
    }
    assertThrows(Undefined.class, () -> of(-1, 4).power(Rational.HALF));
    assertThrows(Undefined.class, () -> of(-1, 4).power(Rational.of(1, 3)));
    assertThrows(Undefined.class, () -> of(0, 1).power(Rational.of(1, 3)));
  }

  @Test
  void whatIsTooLargeIsUndefined() {
    assertThrows(Undefined.class, () -> IntervalFunctions.exp(of(0, 701)));
    assertThrows(Undefined.class, () -> IntervalFunctions.sin(of(0, 1L << 41)));
    assertThrows(Undefined.class, () -> IntervalFunctions.cos(of(-(1L << 41), 0)));
    assertThrows(Undefined.class, () -> IntervalFunctions.exp(Interval.of(two(64))));
    Interval far = Interval.of(two(1100));
    assertThrows(Undefined.class, () -> IntervalFunctions.log(far));
    assertThrows(Undefined.class, () -> IntervalFunctions.log(far.reciprocal()));
  }

  @Test
  void anExponentialThatVanishesIsAtLeastZero() {
    assertEquals(Rational.ZERO, IntervalFunctions.exp(Interval.of(two(64).negate())).low());
    Interval tiny = IntervalFunctions.exp(of(-5000, -800));
    assertEquals(Rational.ZERO, tiny.low());
    assertTrue(tiny.high().signum() > 0);
    BigDecimal atBorder = BigDecimalMath.exp(BigDecimal.valueOf(-700), FINE);
    BigDecimal high = DecimalEvaluator.high(IntervalFunctions.exp(of(-701, -701)));
    assertTrue(high.compareTo(BigDecimalMath.exp(BigDecimal.valueOf(-701), FINE)) > 0);
    assertTrue(high.compareTo(atBorder.multiply(BigDecimal.valueOf(2))) < 0);
    assertEquals(Signs.POSITIVE, IntervalFunctions.exp(of(-700, 700)).signs());
  }

  private static Rational two(int exponent) {
    return Rational.of(2).power(exponent);
  }

  @Test
  void nothingIsNarrowerThanItMayBe() {
    // At a double and its two neighbours, exp and log are off by up to two units of the last place,
    // sine and cosine by four: so much they are widened, no less.
    width(IntervalFunctions.exp(of(1, 1)), 2 * 2 * Math.ulp(Math.E), 3 * Math.E * Math.ulp(1.0));
    width(IntervalFunctions.log(of(10, 10)), 2 * 2 * Math.ulp(2.3), 3 * Math.ulp(10.0) / 10);
    width(IntervalFunctions.sin(of(1, 1)), 2 * 4 * Math.ulp(0.84), Math.ulp(0.84));
    width(IntervalFunctions.cos(of(1, 1)), 2 * 4 * Math.ulp(0.54), Math.ulp(0.54));
  }

  private static void width(Interval interval, double width, double more) {
    double actual = Evaluator.value(interval.high().minus(interval.low()));
    assertTrue(width * (1 - 1e-6) <= actual && actual <= width + more, () -> "" + actual);
  }

  @Test
  void theTrueValuesAreEnclosed() {
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      Rational x =
          Rational.of(1 + random.nextInt(1 << 30), 7 + random.nextInt(1000))
              .times(Rational.of(1, 1 << 20));
      BigDecimal exact = DecimalEvaluator.decimal(x);
      Interval at = Interval.of(x);
      if (x.compareTo(Rational.of(700)) < 0) {
        holds(IntervalFunctions.exp(at), exact, a -> BigDecimalMath.exp(a, FINE));
        holds(IntervalFunctions.exp(at.negate()), exact.negate(), a -> BigDecimalMath.exp(a, FINE));
      }
      holds(IntervalFunctions.log(at), exact, a -> BigDecimalMath.log(a, FINE));
      holds(
          IntervalFunctions.log(at.reciprocal()), exact, a -> BigDecimalMath.log(a, FINE).negate());
      holds(IntervalFunctions.sin(at), exact, a -> BigDecimalMath.sin(a, FINE));
      holds(IntervalFunctions.cos(at), exact, a -> BigDecimalMath.cos(a, FINE));
      Interval root = at.power(Rational.HALF);
      holds(root, exact, a -> a.sqrt(FINE));
    }
  }

  private static void holds(Interval enclosure, BigDecimal x, UnaryOperator<BigDecimal> reference) {
    BigDecimal value = reference.apply(x);
    assertTrue(
        DecimalEvaluator.low(enclosure).compareTo(value) <= 0
            && value.compareTo(DecimalEvaluator.high(enclosure)) <= 0,
        () -> "f(" + x + ") = " + value + " is not in " + enclosure);
  }

  @Test
  void theErrorFunctionOverItsWholeRange() {
    for (int i = -80; i <= 80; i++) {
      Rational x = Rational.of(i, 12);
      Interval enclosure = IntervalFunctions.erf(Interval.of(x));
      holds(enclosure, DecimalEvaluator.decimal(x), DecimalEvaluator::erf);
      // e^−36 is seen from the doubles beside 36, each 3.2e-15 of it away.
      assertTrue(Evaluator.value(enclosure.high().minus(enclosure.low())) < 2e-14);
    }
    assertTrue(IntervalFunctions.erf(of(-9, 9)).high().compareTo(Rational.ONE) <= 0);
    assertEquals(IntervalFunctions.erf(of(2, 2)).negate(), IntervalFunctions.erf(of(-2, -2)));
  }

  @Test
  void aRootHasAsManyDigitsAsAnythingElse() {
    for (int exponent = -900; exponent <= 900; exponent += 37) {
      Rational x = Rational.of(3).times(Rational.of(2).power(exponent));
      Interval root = Interval.of(x).power(Rational.HALF);
      holds(root, DecimalEvaluator.decimal(x), a -> a.sqrt(FINE));
      Rational relative = root.high().minus(root.low()).times(root.low().reciprocal());
      assertTrue(relative.compareTo(Rational.of(2).power(-90)) < 0, () -> x + ": " + root);
    }
  }

  @Test
  void pi() {
    Interval pi = IntervalFunctions.PI;
    BigDecimal exact = BigDecimalMath.pi(FINE);
    assertTrue(DecimalEvaluator.low(pi).compareTo(exact) < 0);
    assertTrue(DecimalEvaluator.high(pi).compareTo(exact) > 0);
    assertTrue(Evaluator.value(pi.high().minus(pi.low())) < 1e-27);
  }

  @Test
  void sineAndCosineStayWithinOne() {
    assertEquals(of(-1, 1), IntervalFunctions.sin(of(-100, 100)));
    assertEquals(of(-1, 1), IntervalFunctions.cos(of(-100, 100)));
    assertTrue(DecimalEvaluator.isIn(Rational.ONE, IntervalFunctions.sin(of(1, 2))));
  }
}
