package dev.backproof.core;

import static dev.backproof.core.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FunctionsTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  private static DenseTensor v(double... entries) {
    return DenseTensor.vector(entries);
  }

  private static DenseTensor rows(double[]... rows) {
    return DenseTensor.matrix(rows);
  }

  /** Within four units of the largest entry: an exponential, a sum, a logarithm, a difference. */
  private static void assertClose(DenseTensor expected, DenseTensor actual) {
    assertEquals(expected.shape(), actual.shape());
    for (int i = 0; i < expected.count(); i++) {
      double unit = Math.ulp(Math.max(1, Math.abs(expected.at(i))));
      assertEquals(expected.at(i), actual.at(i), 4 * unit, "entry " + i + " of " + actual);
    }
  }

  @Test
  void softmaxOfSmallLogits() {
    DenseTensor p = v(0.09003057317038046, 0.24472847105479764, 0.6652409557748219);
    assertClose(p, Functions.softmax(v(1, 2, 3)));
    assertClose(p.map(Elementary.LOG), Functions.logSoftmax(v(1, 2, 3)));
  }

  @Test
  void softmaxOfHugeLogits() {
    assertEquals(v(1, 0, 0), Functions.softmax(v(1000, -1000, 0)));
    assertEquals(v(0, -2000, -1000), Functions.logSoftmax(v(1000, -1000, 0)));
    assertEquals(v(0.5, 0.5), Functions.softmax(v(1e308, 1e308)));
    assertEquals(v(1, 0), Functions.softmax(v(3, -INF)));
  }

  @Test
  void softmaxWorksRowByRow() {
    assertEquals(
        rows(new double[] {0.5, 0.5}, new double[] {1, 0}),
        Functions.softmax(rows(new double[] {7, 7}, new double[] {1000, -1000})));
    assertEquals(v(1), Functions.softmax(v(-5)));
  }

  @Test
  void logSumExpIsFiniteForHugeLogits() {
    assertClose(DenseTensor.scalar(3.40760596444438), Functions.logSumExp(v(1, 2, 3)));
    assertEquals(DenseTensor.scalar(1000), Functions.logSumExp(v(1000, -1000, 0)));
    assertClose(
        v(1000 + 0.6931471805599453, -1000 + 0.6931471805599453),
        Functions.logSumExp(rows(new double[] {1000, 1000}, new double[] {-1000, -1000})));
  }

  @Test
  void logSumExpOfInfinities() {
    assertEquals(DenseTensor.scalar(3), Functions.logSumExp(v(-INF, 3, -INF)));
    assertEquals(
        v(NAN, NAN, NAN),
        Functions.logSumExp(
            rows(new double[] {-INF, -INF}, new double[] {INF, 0}, new double[] {NAN, 0})));
  }

  @Test
  void crossEntropyFromLogitsIsRightForHugeLogits() {
    DenseTensor o =
        rows(new double[] {1000, -1000}, new double[] {-1000, 1000}, new double[] {-1000, -1000});
    DenseTensor target = v(0, 0, 1).oneHot(Size.of(2));
    DenseTensor loss = Functions.crossEntropyFromLogits(o, target);
    assertEquals(0, loss.at(0));
    assertEquals(2000, loss.at(1));
    // one rounding at the size of the logits
    assertEquals(0.6931471805599453, loss.at(2), Math.ulp(1000.0));
    assertClose(
        DenseTensor.scalar(1000), Functions.crossEntropyFromLogits(v(1000, -1000), v(0.5, 0.5)));
  }

  @Test
  void crossEntropyFromProbabilitiesIgnoresClassesWithoutWeight() {
    assertClose(
        DenseTensor.scalar(0.6931471805599453),
        Functions.crossEntropyFromProbabilities(v(0, 0.5, 0.5), v(0, 1, 0)));
    assertEquals(
        DenseTensor.scalar(INF), Functions.crossEntropyFromProbabilities(v(0, 1), v(1, 0)));
  }

  @Test
  void varianceIsThatOfTheEntriesThemselves() {
    assertEquals(DenseTensor.scalar(4), Functions.variance(v(2, 4, 4, 4, 5, 5, 7, 9)));
    assertEquals(v(0, 1), Functions.variance(rows(new double[] {5, 5}, new double[] {3, 5})));
    assertEquals(DenseTensor.scalar(1), Functions.variance(v(1e9 + 1, 1e9 - 1)));
  }

  @Test
  void norms() {
    DenseTensor a = rows(new double[] {3, -4}, new double[] {0, 12});
    assertEquals(19, Functions.l1Norm(a).item());
    assertEquals(169, Functions.squaredL2Norm(a).item());
    assertEquals(13, Functions.l2Norm(a).item());
    assertEquals(0, Functions.l2Norm(v()).item());
    assertEquals(5, Functions.l1Norm(DenseTensor.scalar(-5)).item());
  }

  @Test
  void clipHoldsBetweenTwoBounds() {
    DenseTensor low = DenseTensor.scalar(-1);
    DenseTensor high = DenseTensor.scalar(2);
    assertEquals(
        v(-1, -1, 0.5, 2, 2, -1, 2), Functions.clip(v(-3, -1, 0.5, 2, 7, -INF, INF), low, high));
    assertEquals(v(1, 0), Functions.clip(v(5, -5), v(0, 0), v(1, 1)));
  }

  @Test
  void clipDoesNotHideNan() {
    assertEquals(v(NAN), Functions.clip(v(NAN), DenseTensor.scalar(0), DenseTensor.scalar(1)));
  }

  @Test
  void emptyRowsAreRefusedAndNoRowsAreNot() {
    DenseTensor emptyRows = DenseTensor.full(Shape.of(2, 0), 0);
    String message = "max: axis 1 of [2×0] is empty; a maximum of nothing has no value";
    refuses(message, () -> Functions.softmax(emptyRows));
    refuses(message, () -> Functions.logSumExp(emptyRows));
    refuses(
        "mean: axis 1 of [2×0] is empty; a mean of nothing has no value",
        () -> Functions.variance(emptyRows));
    refuses(
        "max: no axis -1 in [], which has rank 0", () -> Functions.softmax(DenseTensor.scalar(1)));
    DenseTensor noRows = DenseTensor.full(Shape.of(0, 3), 0);
    assertEquals(noRows, Functions.softmax(noRows));
    assertEquals(Shape.of(0), Functions.logSumExp(noRows).shape());
  }
}
