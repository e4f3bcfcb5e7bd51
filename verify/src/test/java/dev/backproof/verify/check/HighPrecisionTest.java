package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;

class HighPrecisionTest {
  private static final MathContext DIGITS = new MathContext(60);

  private static <T extends Tensor<T>> T cube(T x) {
    return x.times(x).times(x).sum();
  }

  private static <T extends Tensor<T>> T exponential(T x) {
    return x.map(Elementary.EXP).sum();
  }

  private static <T extends Tensor<T>> T tanh(T x) {
    return x.map(Elementary.TANH).sum();
  }

  private static <T extends Tensor<T>> T root(T x) {
    return x.map(Elementary.SQRT).sum();
  }

  private static <T extends Tensor<T>> T log(T x) {
    return x.map(Elementary.LOG).sum();
  }

  private static <T extends Tensor<T>> T affine(T a, T x) {
    return a.matmul(x);
  }

  private static BigDecimal exact(double x) {
    return new BigDecimal(x);
  }

  private static BigDecimal slope(Formula f, double at) {
    return HighPrecision.derivative(
            f, List.of(DenseTensor.vector(at)), List.of(DenseTensor.vector(1)))
        .at(0);
  }

  private static void assertRelative(BigDecimal expected, BigDecimal actual, double bound) {
    double error = expected.subtract(actual).divide(expected, DIGITS).abs().doubleValue();
    assertTrue(error <= bound, "relative error " + error + " of " + actual);
  }

  @Test
  void knownDerivativesAreRightToTwentyEightDigitsAndMore() {
    BigDecimal x = exact(0.7);
    assertRelative(
        x.multiply(x).multiply(new BigDecimal(3)),
        slope(Formula.of(HighPrecisionTest::cube), 0.7),
        1e-38);
    // e to 60 digits, as published.
    assertRelative(
        new BigDecimal("2.71828182845904523536028747135266249775724709369995957496697"),
        slope(Formula.of(HighPrecisionTest::exponential), 1),
        1e-38);
    // tanh′(ln 2 rounded) is checked at 0, where it is 1.
    assertRelative(BigDecimal.ONE, slope(Formula.of(HighPrecisionTest::tanh), 0), 1e-38);
    assertRelative(new BigDecimal("0.125"), slope(Formula.of(HighPrecisionTest::root), 16), 1e-38);
    assertRelative(new BigDecimal("0.25"), slope(Formula.of(HighPrecisionTest::log), 4), 1e-38);
  }

  @Test
  void smallArgumentsAreNotSteppedOver() {
    assertRelative(
        BigDecimal.ONE.divide(exact(1e-12), DIGITS),
        slope(Formula.of(HighPrecisionTest::log), 1e-12),
        1e-30);
  }

  @Test
  void gradientOfSoftmaxCrossEntropyIsRoundedToFloat64() {
    // Two equal logits: softmax is one half each, so the gradient is ½ − target.
    DenseTensor gradient =
        HighPrecision.gradient(
            Formula.of((Formula.Of2) Functions::crossEntropyFromLogits),
            List.of(DenseTensor.vector(1, 1), DenseTensor.vector(1, 0)),
            0);
    assertEquals(DenseTensor.vector(-0.5, 0.5), gradient);
  }

  @Test
  void cotangentIsPulledBackThroughAMatrixProduct() {
    DenseTensor a = DenseTensor.matrix(new double[] {1, 2, 3}, new double[] {4, 5, 6});
    DenseTensor x = DenseTensor.vector(0.1, 0.2, 0.3);
    DenseTensor back =
        HighPrecision.gradient(
            Formula.of(HighPrecisionTest::affine), List.of(a, x), 1, DenseTensor.vector(1, -1));
    assertEquals(DenseTensor.vector(-3, -3, -3), back);
  }

  @Test
  void aVectorValuedFormulaHasNoGradientWithoutCotangent() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                HighPrecision.gradient(
                    Formula.of(HighPrecisionTest::affine),
                    List.of(DenseTensor.matrix(new double[] {1, 2}), DenseTensor.vector(1, 2)),
                    1));
    assertEquals(
        "gradient: the value has shape [1], the cotangent []; give a cotangent of the shape of the"
            + " value",
        refused.getMessage());
  }

  @Test
  void directionsMustFitTheOperands() {
    Formula f = Formula.of(HighPrecisionTest::cube);
    var shape =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                HighPrecision.derivative(
                    f, List.of(DenseTensor.vector(1, 2)), List.of(DenseTensor.vector(1))));
    assertEquals("derivative: direction 0 has shape [1], the operand [2]", shape.getMessage());
    var count =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                HighPrecision.derivative(
                    f,
                    List.of(DenseTensor.vector(1)),
                    List.of(DenseTensor.vector(1), DenseTensor.vector(1))));
    assertEquals("derivative: 2 directions for 1 operands", count.getMessage());
  }

  @Test
  void derivativeBesideThePlaneOfDefinitionIsAnErrorThatNamesTheOperation() {
    var undefined =
        assertThrows(
            ArithmeticException.class,
            () ->
                HighPrecision.gradient(
                    Formula.of(HighPrecisionTest::root), List.of(DenseTensor.vector(0)), 0));
    assertTrue(String.valueOf(undefined.getMessage()).contains("sqrt of "), undefined.toString());
  }

  @Test
  void differencesAgreeWithTheBackwardSweepInHighPrecision() {
    RandomTensors random = RandomTensors.seeded(3);
    for (FormulaCase c : FormulaCase.compositions(random)) {
      DenseTensor v = random.directions(c.at().get(0).shape());
      BigTensor difference = HighPrecision.derivative(c.formula(), c.at(), List.of(v));
      BigTensor rule =
          Differentiation.jvp(
                  c.formula(),
                  c.at().stream().map(BigTensor::of).toList(),
                  List.of(BigTensor.of(v)))
              .tangent();
      BigTensor error = difference.minus(rule);
      double relative =
          error.map(Elementary.ABS).sum().div(rule.map(Elementary.ABS).sum()).toDense().item();
      // h is 1e-20 of the scale, so its square is cut off; three digits for third derivatives.
      assertTrue(relative < 1e-37, c + ": " + relative);
    }
  }

  @Test
  void gradientOfTheSweepInFloat64IsWithinCondOfTheDifference() {
    RandomTensors random = RandomTensors.seeded(4);
    for (FormulaCase c : FormulaCase.compositions(random)) {
      DenseTensor yBar = random.directions(c.formula().apply(c.at()).shape());
      DenseTensor exact = HighPrecision.gradient(c.formula(), c.at(), 0, yBar);
      RunningError sweep =
          Differentiation.vjp(
                  c.formula(),
                  c.at().stream().map(RunningError::of).toList(),
                  1,
                  RunningError.of(yBar))
              .get(0);
      for (int i = 0; i < exact.count(); i++) {
        double error = Math.abs(exact.at(i) - sweep.value().at(i));
        // One unit in the last place for the rounding of the reference, and what it cannot see
        // below intermediate results of at most 1e4.
        double bound =
            0x1p-53 * sweep.mu().at(i) + Math.ulp(exact.at(i)) + 1e4 * HighPrecision.FLOOR;
        assertTrue(error <= bound, c + ": entry " + i + " is off by " + error + " > " + bound);
      }
    }
  }
}
