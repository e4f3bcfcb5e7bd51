package dev.backproof.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Entrywise arithmetic and broadcasting on numbers. */
class ArithmeticTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  private static DenseTensor v(double... entries) {
    return DenseTensor.vector(entries);
  }

  private static DenseTensor m(int rows, int columns, double... entries) {
    return DenseTensor.of(Shape.of(rows, columns), entries);
  }

  @Test
  void entryByEntry() {
    DenseTensor a = v(6, -4, 9);
    DenseTensor b = v(2, 4, -3);
    assertEquals(v(8, 0, 6), a.plus(b));
    assertEquals(v(4, -8, 12), a.minus(b));
    assertEquals(v(12, -16, -27), a.times(b));
    assertEquals(v(12, -16, -27), a.strongTimes(b));
    assertEquals(v(3, -1, -3), a.div(b));
    assertEquals(v(36, 256, 1.0 / 729), a.pow(b));
    assertEquals(v(6, 4, 9), a.maximum(b));
    assertEquals(v(2, -4, -3), a.minimum(b));
    assertEquals(v(-6, 4, -9), a.negate());
  }

  @Test
  void comparisonsGiveMasks() {
    DenseTensor a = v(1, 2, 3, NAN, 0.0);
    DenseTensor b = v(2, 2, 2, NAN, -0.0);
    assertEquals(v(0, 1, 0, 0, 1), a.equal(b));
    assertEquals(v(0, 0, 1, 0, 0), a.greater(b));
    assertEquals(v(0, 1, 1, 0, 1), a.atLeast(b));
  }

  @Test
  void rowsColumnsAndScalarsBroadcast() {
    DenseTensor a = m(2, 3, 1, 2, 3, 4, 5, 6);
    assertEquals(m(2, 3, 11, 22, 33, 14, 25, 36), a.plus(v(10, 20, 30)));
    assertEquals(m(2, 3, 9, 18, 27, 6, 15, 24), v(10, 20, 30).minus(a));
    assertEquals(m(2, 3, 11, 12, 13, 24, 25, 26), a.plus(m(2, 1, 10, 20)));
    assertEquals(m(2, 3, 2, 4, 6, 8, 10, 12), a.times(DenseTensor.scalar(2)));
    assertEquals(m(2, 3, 2, 4, 6, 8, 10, 12), a.times(m(1, 1, 2)));
    assertEquals(m(2, 2, 11, 21, 12, 22), m(2, 1, 1, 2).plus(v(10, 20)));
  }

  @Test
  void aSingleEntryOfHigherRankLendsItsRank() {
    DenseTensor unit = DenseTensor.of(Shape.of(1, 1), 2);
    assertEquals(DenseTensor.of(Shape.of(1, 3), 3, 4, 5), unit.plus(v(1, 2, 3)));
    assertEquals(DenseTensor.of(Shape.of(1, 1), 5), unit.plus(DenseTensor.scalar(3)));
  }

  @Test
  void threeAxesBroadcast() {
    DenseTensor a = DenseTensor.of(Shape.of(2, 1, 2), 1, 2, 3, 4);
    DenseTensor b = DenseTensor.of(Shape.of(3, 1), 10, 20, 30);
    assertEquals(
        DenseTensor.of(Shape.of(2, 3, 2), 11, 12, 21, 22, 31, 32, 13, 14, 23, 24, 33, 34),
        a.plus(b));
  }

  @Test
  void aZeroOfEitherFactorWinsInTheStrongProduct() {
    assertEquals(v(0, 0, 0, 0), v(0, INF, NAN, -0.0).strongTimes(v(NAN, 0, 0, -INF)));
    assertEquals(v(INF, NAN, NAN), v(INF, NAN, INF).strongTimes(v(2, 1, NAN)));
    assertEquals(v(NAN, NAN), v(0, INF).times(v(INF, 0)));
  }

  @Test
  void nanWinsInMaximumAndMinimum() {
    assertEquals(v(NAN, NAN), v(NAN, 1).maximum(v(1, NAN)));
    assertEquals(v(NAN, NAN), v(NAN, 1).minimum(v(1, NAN)));
  }

  @Test
  void whereTouchesOnlyWhatItSelects() {
    assertEquals(v(1, 20, 3), v(1, 0, -2).where(v(1, NAN, 3), v(NAN, 20, INF)));
    assertEquals(m(2, 2, 1, 9, 2, 9), v(1, 0).where(m(2, 1, 1, 2), DenseTensor.scalar(9)));
    assertEquals(v(5, 5), v(NAN, 1).where(v(5, 5), v(6, 6)));
  }

  @Test
  void divisionByZeroIsThatOfIeeeArithmetic() {
    assertEquals(v(INF, -INF, NAN), v(1, -1, 0).div(v(0, 0, 0)));
  }

  @Test
  void detachedValuesAreTheSame() {
    DenseTensor a = v(1, NAN);
    assertEquals(a, a.detach());
  }

  private static final double[] NUMBERS = {
    0.0, -0.0, 1, -1, 0.3, -2.5, 1e308, Double.MIN_VALUE, INF, -INF, NAN
  };

  @Test
  void twoNumbersGiveWhatTwoVectorsOfOneEntryGive() {
    for (Primitive primitive : Primitive.values()) {
      if (!primitive.isEntrywiseOfTwo()) {
        continue;
      }
      Op op = new Op(primitive, Attribute.None.NONE);
      for (double a : NUMBERS) {
        for (double b : NUMBERS) {
          DenseTensor number = DenseTensor.scalar(a).apply(op, DenseTensor.scalar(b));
          assertEquals(Shape.SCALAR, number.shape());
          assertEquals(v(a).apply(op, v(b)), v(number.item()), () -> a + " " + op + " " + b);
        }
      }
    }
  }

  @Test
  void aFunctionOfANumberGivesWhatItGivesOfAVectorOfOneEntry() {
    for (Elementary f : Elementary.values()) {
      for (double a : NUMBERS) {
        DenseTensor number = DenseTensor.scalar(a).map(f);
        assertEquals(Shape.SCALAR, number.shape());
        assertEquals(v(a).map(f), v(number.item()), () -> f + " of " + a);
      }
    }
  }

  @Test
  void aMaskOfOneNumberSelectsANumber() {
    DenseTensor then = DenseTensor.scalar(2);
    DenseTensor otherwise = DenseTensor.scalar(NAN);
    assertEquals(then, DenseTensor.scalar(1).where(then, otherwise));
    assertEquals(then, DenseTensor.scalar(NAN).where(then, otherwise));
    assertEquals(otherwise, DenseTensor.scalar(0).where(then, otherwise));
    assertEquals(otherwise, DenseTensor.scalar(-0.0).where(then, otherwise));
    assertEquals(v(2, 2), DenseTensor.scalar(1).where(v(2, 2), otherwise));
  }
}
