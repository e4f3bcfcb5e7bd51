package dev.backproof.verify.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.verify.kernel.Interval;
import dev.backproof.verify.kernel.Rational;
import org.junit.jupiter.api.Test;

class IntervalTextTest {
  private static Rational two(int exponent) {
    return Rational.of(2).power(exponent);
  }

  @Test
  void shortFractionsAreExact() {
    assertEquals("1/3", IntervalText.of(Interval.of(Rational.of(1, 3))));
    assertEquals("-2", IntervalText.low(Interval.of(Rational.of(-2))));
    assertEquals("[-1, 1/2]", IntervalText.of(new Interval(Rational.of(-1), Rational.HALF)));
  }

  @Test
  void longOnesAreRoundedOutward() {
    Interval longOne = Interval.of(Rational.of(1_000_000_000_000L, 3_000_000_000_001L));
    assertEquals("[0.33333333333322222, 0.33333333333322223]", IntervalText.of(longOne));
    assertEquals("[-0.33333333333322223, -0.33333333333322222]", IntervalText.of(longOne.negate()));
    Interval half = Interval.of(Rational.of(1).plus(two(-60)));
    assertEquals("1", IntervalText.low(half));
    assertEquals("1.0000000000000001", IntervalText.high(half));
    assertEquals("1.2676506002282295E+30", IntervalText.high(Interval.of(two(100))));
  }
}
