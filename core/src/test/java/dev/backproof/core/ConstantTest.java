package dev.backproof.core;

import static dev.backproof.core.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.Constant.Rational;
import org.junit.jupiter.api.Test;

class ConstantTest {
  @Test
  void fractionsAreReducedWithAPositiveDenominator() {
    assertEquals(new Rational(-1, 2), new Rational(3, -6));
    assertEquals(new Rational(0, 1), new Rational(0, -7));
    assertEquals("-1/2", new Rational(3, -6).toString());
    assertEquals("5", new Rational(10, 2).toString());
    assertEquals(new Rational(1, 1), new Rational(Long.MIN_VALUE, Long.MIN_VALUE));
    assertEquals("-9223372036854775808", new Rational(Long.MIN_VALUE, 1).toString());
  }

  @Test
  void theValueIsTheNearestNumber() {
    assertEquals(0.1, new Rational(1, 10).value());
    assertEquals(1.0 / 3, new Rational(1, 3).value());
    // 2^53 + 1 over 2^53 − 1: dividing rounded parts would be one unit off
    assertEquals(1 + 0x1p-52, new Rational((1L << 53) + 1, (1L << 53) - 1).value());
    assertEquals(0x1p63, -new Rational(Long.MIN_VALUE, 1).value());
    assertEquals(Math.PI, Constant.Named.PI.value());
  }

  @Test
  void tensorsReadThemExactly() {
    DenseTensor any = DenseTensor.vector(7, 7);
    assertEquals(DenseTensor.scalar(0.75), any.constant(3, 4));
    assertEquals(DenseTensor.scalar(12), any.constant(12));
    assertEquals(DenseTensor.scalar(-11), any.constant(-11));
    assertEquals(DenseTensor.scalar(0), any.zero());
    assertEquals(DenseTensor.scalar(1), any.one());
    assertEquals(DenseTensor.scalar(Math.PI), any.pi());
    assertEquals(DenseTensor.scalar(2), any.size(any.shape().last()));
  }

  @Test
  void refusesWhatIsNoFraction() {
    refuses("constant: denominator 0 below 3", () -> new Rational(3, 0));
    refuses(
        "constant: 9223372036854775808/1 does not fit two longs",
        () -> new Rational(Long.MIN_VALUE, -1));
  }
}
