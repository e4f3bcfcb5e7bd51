package dev.backproof.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class IntervalTest {
  private static Interval of(long low, long high) {
    return new Interval(Rational.of(low), Rational.of(high));
  }

  private static Rational two(int exponent) {
    return Rational.of(2).power(exponent);
  }

  @Test
  void theEndsAreInOrder() {
    assertThrows(Refusal.class, () -> of(2, 1));
    assertEquals(of(1, 1), Interval.of(Rational.ONE));
  }

  @Test
  void sumsAndProductsAreExactForSmallFractions() {
    assertEquals(of(-1, 5), of(1, 2).plus(of(-2, 3)));
    assertEquals(of(-2, 4), of(1, 2).minus(of(-2, 3)));
    assertEquals(of(-4, 6), of(1, 2).times(of(-2, 3)));
    assertEquals(of(-8, 12), of(-4, 2).times(of(-2, 2).plus(of(-1, 0))));
    assertEquals(of(3, 8), of(-4, -3).times(of(-2, -1)));
    assertEquals(of(-2, -1), of(1, 2).negate());
    Interval third = Interval.of(Rational.of(1, 3));
    assertEquals(Interval.ZERO, third.plus(third).plus(third).minus(Interval.ONE));
  }

  @Test
  void divisionWantsZeroOutside() {
    assertEquals(new Interval(Rational.of(1, 4), Rational.HALF), of(2, 4).reciprocal());
    assertEquals(new Interval(Rational.of(-1, 2), Rational.of(-1, 4)), of(-4, -2).reciprocal());
    for (Interval zero : new Interval[] {of(-1, 1), of(0, 1), of(-1, 0), of(0, 0)}) {
      assertThrows(Undefined.class, zero::reciprocal);
    }
  }

  @Test
  void powersSeeTheirSign() {
    assertEquals(of(0, 9), of(-3, 2).power(Rational.of(2)));
    assertEquals(of(4, 9), of(-3, -2).power(Rational.of(2)));
    assertEquals(of(-27, 8), of(-3, 2).power(Rational.of(3)));
    assertEquals(Interval.ONE, of(-3, 2).power(Rational.ZERO));
    assertEquals(Interval.ONE, Interval.ZERO.power(Rational.ZERO));
    assertEquals(
        new Interval(Rational.of(1, 9), Rational.of(1, 4)), of(-3, -2).power(Rational.of(-2)));
    assertThrows(Undefined.class, () -> of(-3, 2).power(Rational.of(-2)));
    assertThrows(Undefined.class, () -> of(2, 2).power(Rational.of(5000)));
    assertThrows(Refusal.class, () -> of(1, 1).power(Rational.of(1L << 40)));
  }

  @Test
  void absoluteValuesAndMaxima() {
    assertEquals(of(0, 3), of(-3, 2).abs());
    assertEquals(of(0, 4), of(-3, 4).abs());
    assertEquals(of(2, 3), of(-3, -2).abs());
    assertEquals(of(2, 3), of(2, 3).abs());
    assertEquals(of(1, 5), of(-1, 5).max(of(1, 2)));
    assertEquals(of(1, 5), of(1, 2).max(of(-1, 5)));
  }

  @Test
  void aGuardIsDecidedByASign() {
    assertEquals(Interval.ONE, of(1, 2).guard());
    assertEquals(Interval.ZERO, of(-1, 0).guard());
    assertEquals(Interval.ZERO, Interval.ZERO.guard());
    assertEquals(Interval.UNIT, of(-1, 1).guard());
    assertEquals(Interval.UNIT, of(0, 1).guard());
  }

  @Test
  void signsOfAllItsNumbers() {
    assertEquals(Signs.POSITIVE, of(1, 2).signs());
    assertEquals(Signs.NON_NEGATIVE, of(0, 2).signs());
    assertEquals(Signs.ZERO, of(0, 0).signs());
    assertEquals(Signs.NON_POSITIVE, of(-2, 0).signs());
    assertEquals(Signs.NEGATIVE, of(-2, -1).signs());
    assertEquals(Signs.ANY, of(-2, 1).signs());
  }

  @Test
  void disjointMeansNoNumberInCommon() {
    assertTrue(of(1, 2).isDisjoint(of(3, 4)));
    assertTrue(of(3, 4).isDisjoint(of(1, 2)));
    assertFalse(of(1, 2).isDisjoint(of(2, 3)));
    assertFalse(of(2, 3).isDisjoint(of(1, 2)));
    assertFalse(of(1, 9).isDisjoint(of(3, 4)));
    assertTrue(
        DecimalEvaluator.isIn(Rational.ONE, of(1, 3))
            && DecimalEvaluator.isIn(Rational.of(3), of(1, 3)));
    assertFalse(
        DecimalEvaluator.isIn(Rational.ZERO, of(1, 3))
            || DecimalEvaluator.isIn(Rational.of(4), of(1, 3)));
    assertTrue(of(2, 2).isPoint());
    assertFalse(of(2, 3).isPoint());
  }

  @Test
  void longEndsAreRoundedOutward() {
    Rational fifth =
        new Rational(BigInteger.TWO.pow(200).add(BigInteger.ONE), BigInteger.valueOf(5));
    Interval rounded = Interval.of(fifth);
    assertTrue(rounded.low().compareTo(fifth) < 0 && fifth.compareTo(rounded.high()) < 0);
    assertTrue(rounded.high().minus(rounded.low()).compareTo(two(200 - 93)) < 0);
    assertTrue(rounded.low().numerator().shiftRight(100).bitLength() <= 105);
    Interval negative = Interval.of(fifth.negate());
    assertEquals(rounded.low(), negative.high().negate());
    assertEquals(rounded.high(), negative.low().negate());
  }

  @Test
  void exactUpToTheLimitAndNotBeyond() {
    Rational at = new Rational(BigInteger.TWO.pow(128).subtract(BigInteger.ONE), BigInteger.ONE);
    assertTrue(Interval.of(at).isPoint());
    Rational above = at.plus(Rational.of(2));
    assertFalse(Interval.of(above).isPoint());
    assertTrue(Interval.of(at.reciprocal()).isPoint());
    assertFalse(Interval.of(above.reciprocal()).isPoint());
  }

  @Test
  void theTiniestAreBesideZero() {
    Interval tiny = Interval.of(two(-4100));
    assertEquals(Rational.ZERO, tiny.low());
    assertTrue(tiny.high().signum() > 0 && DecimalEvaluator.isIn(two(-4100), tiny));
    Interval negative = Interval.of(two(-4100).negate());
    assertEquals(Rational.ZERO, negative.high());
    assertTrue(DecimalEvaluator.isIn(two(-4100).negate(), negative));
    assertThrows(Undefined.class, () -> Interval.of(two(4100)));
    assertEquals(Signs.POSITIVE, Interval.of(two(-3990)).signs());
  }

  @Test
  void inMessagesEndsAreExact() {
    assertEquals("1/3", Interval.of(Rational.of(1, 3)).toString());
    assertEquals("[-1, 1/2]", new Interval(Rational.of(-1), Rational.HALF).toString());
  }

  @Test
  void unfitNumbersAreRefused() {
    assertThrows(Undefined.class, () -> of(-1, 1).power(Rational.HALF));
    assertThrows(Undefined.class, () -> of(0, 0).power(Rational.of(-1, 2)));
    assertThrows(Undefined.class, () -> of(0, 1).power(Rational.of(-1, 2)));
    assertEquals(Interval.ZERO, of(0, 0).power(Rational.of(3, 2)));
    assertEquals(of(0, 8), of(0, 4).power(Rational.of(3, 2)));
  }
}
