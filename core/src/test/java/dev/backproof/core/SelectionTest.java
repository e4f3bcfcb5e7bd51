package dev.backproof.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {
  static DoubleStream numbers() {
    return DoubleStream.of(
        0.0,
        -0.0,
        1.5,
        -1.5,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void whatIsChosenIsItToTheLastBit(double x) {
    assertSame(x, Selection.of(true, x, 7));
    assertSame(7, Selection.of(false, x, 7));
    assertSame(x, Selection.of(false, 7, x));
  }

  @Test
  void oneIsChosenBesideZero() {
    assertSame(1, Selection.one(true));
    assertSame(0.0, Selection.one(false));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void oneComparisonSelectsAsTheMaskDoes(double z) {
    double masked = EntrywiseKernels.select(Elementary.STEP.value(z), 3, -7);
    assertSame(masked, EntrywiseKernels.selectPositive(z, 3, -7));
    assertSame(z > 0 || Double.isNaN(z) ? 3 : -7, masked);
  }

  private static void assertSame(double expected, double actual) {
    assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual));
  }
}
