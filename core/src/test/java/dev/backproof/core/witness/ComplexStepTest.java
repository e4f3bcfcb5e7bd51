package dev.backproof.core.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplexStepTest {
  private static final DenseTensor ONE = DenseTensor.scalar(1);

  static <T extends Tensor<T>> T product(T a, T b) {
    return a.matmul(b);
  }

  static <T extends Tensor<T>> T ratio(T a, T b) {
    return a.div(b);
  }

  static <T extends Tensor<T>> T power(T a, T b) {
    return a.pow(b);
  }

  static <T extends Tensor<T>> T twice(T a) {
    return a.plus(a);
  }

  static <T extends Tensor<T>> T guardedLog(T x) {
    return x.greater(x.zero()).where(x.map(Elementary.LOG), x.zero()).sum();
  }

  static double slope(Elementary f, double x) {
    Formula formula = Formula.ofList(new Mapped(f));
    return ComplexStep.derivative(formula, List.of(DenseTensor.scalar(x)), List.of(ONE)).item();
  }

  private record Mapped(Elementary f) implements Formula.OfList {
    @Override
    public <T extends Tensor<T>> T apply(List<T> operands) {
      return operands.get(0).map(f);
    }
  }

  private static void assertClose(double expected, double actual) {
    // four units in the last place: three roundings of the formula and one of the library function
    assertEquals(expected, actual, 4 * Math.ulp(expected));
  }

  @Test
  void slopesAreRightToRounding() {
    assertClose(-1, slope(Elementary.NEGATE, 3));
    assertClose(Math.E, slope(Elementary.EXP, 1));
    assertClose(4, slope(Elementary.LOG, 0.25));
    assertClose(0.125, slope(Elementary.SQRT, 16));
    assertClose(-6, slope(Elementary.SQUARE, -3));
    assertClose(-0.0625, slope(Elementary.RECIPROCAL, -4));
    assertClose(1, slope(Elementary.TANH, 0));
    assertClose(0.25, slope(Elementary.SIGMOID, 0));
    assertClose(0.5, slope(Elementary.SOFTPLUS, 0));
    assertClose(1, slope(Elementary.SIN, 0));
    assertClose(-1, slope(Elementary.COS, Math.PI / 2));
    assertClose(2 / Math.sqrt(Math.PI), slope(Elementary.ERF, 0));
  }

  @Test
  void kinksHaveTheSlopeOfTheConvention() {
    assertEquals(0, slope(Elementary.RECT, 0));
    assertEquals(0, slope(Elementary.ABS, 0));
    assertEquals(0, slope(Elementary.SIGN, 0));
    assertEquals(0, slope(Elementary.STEP, 0));
    assertEquals(1, slope(Elementary.RECT, 2));
    assertEquals(0, slope(Elementary.RECT, -2));
    assertEquals(-1, slope(Elementary.ABS, -2));
  }

  @Test
  void linearFormulasAreExactAlongAnyDirection() {
    DenseTensor x = DenseTensor.vector(0.1, 1e8, -1e-8);
    DenseTensor v = DenseTensor.vector(0.3, -7e5, 1e-7);
    assertEquals(
        v.plus(v),
        ComplexStep.derivative(Formula.of(ComplexStepTest::twice), List.of(x), List.of(v)));
  }

  @Test
  void operandsBeyondTheDirectionsAreConstants() {
    Formula f = Formula.of(ComplexStepTest::product);
    DenseTensor a = DenseTensor.matrix(new double[][] {{1, 2}, {3, 4}});
    DenseTensor b = DenseTensor.vector(5, 7);
    DenseTensor v = DenseTensor.matrix(new double[][] {{1, 0}, {0, -1}});
    assertEquals(DenseTensor.vector(5, -7), ComplexStep.derivative(f, List.of(a, b), List.of(v)));
  }

  @Test
  void gradientsOfEveryOperand() {
    List<DenseTensor> at = List.of(DenseTensor.scalar(3), DenseTensor.scalar(2));
    assertEquals(0.5, ComplexStep.gradient(Formula.of(ComplexStepTest::ratio), at, 0).item());
    assertEquals(-0.75, ComplexStep.gradient(Formula.of(ComplexStepTest::ratio), at, 1).item());
    assertClose(6, ComplexStep.gradient(Formula.of(ComplexStepTest::power), at, 0).item());
    assertClose(
        9 * Math.log(3), ComplexStep.gradient(Formula.of(ComplexStepTest::power), at, 1).item());
  }

  @Test
  void theNormAtTheOriginHasTheSlopeOfTheConvention() {
    DenseTensor origin = DenseTensor.vector(0, 0);
    Formula norm = Formula.of(Functions::l2Norm);
    assertEquals(origin, ComplexStep.gradient(norm, List.of(origin), 0));
    assertEquals(Double.POSITIVE_INFINITY, slope(Elementary.SQRT, 0));
  }

  @Test
  void aTinyOperandHasATinyStep() {
    DenseTensor x = DenseTensor.scalar(1e-60);
    assertClose(
        1e60,
        ComplexStep.derivative(Formula.ofList(new Mapped(Elementary.LOG)), List.of(x), List.of(ONE))
            .item());
  }

  @Test
  void theBranchNotTakenDoesNotLeak() {
    DenseTensor x = DenseTensor.vector(-1, 0, 2);
    assertEquals(
        DenseTensor.vector(0, 0, 0.5),
        ComplexStep.gradient(Formula.of(ComplexStepTest::guardedLog), List.of(x), 0));
  }

  @Test
  void theGradientOfTheSoftmaxLossIsTheProbabilityLessTheTarget() {
    DenseTensor o = DenseTensor.vector(0, Math.log(3));
    DenseTensor target = DenseTensor.vector(0, 1);
    DenseTensor gradient =
        ComplexStep.gradient(Formula.of(Functions::crossEntropyFromLogits), List.of(o, target), 0);
    assertEquals(0.25, gradient.at(0), 4e-16);
    assertEquals(-0.25, gradient.at(1), 4e-16);
  }

  @Test
  void anEmptyOperandHasAnEmptyGradient() {
    DenseTensor none = DenseTensor.full(Shape.of(0, 3), 0);
    assertEquals(none, ComplexStep.gradient(Formula.of(Functions::l1Norm), List.of(none), 0));
  }

  @Test
  void refusesWhatDoesNotFit() {
    Formula f = Formula.of(ComplexStepTest::twice);
    List<DenseTensor> at = List.of(DenseTensor.vector(1, 2));
    assertMessage(
        "complex step: operand 0 has shape [2], its direction []",
        () -> ComplexStep.derivative(f, at, List.of(ONE)));
    assertMessage(
        "complex step: 2 directions for 1 operands",
        () -> ComplexStep.derivative(f, at, List.of(ONE, ONE)));
    assertMessage(
        "complex step: no operand -1 among 1; they count from 0",
        () -> ComplexStep.gradient(f, at, -1));
    assertMessage(
        "complex step: a gradient wants a scalar, not [2]; sum it, or contract it",
        () -> ComplexStep.gradient(f, at, 0));
  }

  private static void assertMessage(String message, Runnable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action::run).getMessage());
  }
}
