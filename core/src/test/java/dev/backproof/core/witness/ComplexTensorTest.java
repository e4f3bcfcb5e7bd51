package dev.backproof.core.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplexTensorTest {
  private static final double H = 0x1p-100;
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;

  private static DenseTensor v(double... entries) {
    return DenseTensor.vector(entries);
  }

  /** Entries and, in units of 2⁻¹⁰⁰, their perturbations. */
  private static ComplexTensor z(DenseTensor real, double... slopes) {
    double[] imaginary = slopes.clone();
    for (int i = 0; i < imaginary.length; i++) {
      imaginary[i] *= H;
    }
    return new ComplexTensor(real, DenseTensor.of(real.shape(), imaginary));
  }

  private static void assertIs(ComplexTensor expected, ComplexTensor actual) {
    assertEquals(expected.real(), actual.real());
    assertEquals(expected.shape(), actual.imaginary().shape());
    for (int i = 0; i < expected.real().count(); i++) {
      double slope = expected.imaginary().at(i) / H;
      // three roundings
      assertEquals(slope, actual.imaginary().at(i) / H, 3 * Math.ulp(slope), "entry " + i);
    }
  }

  @Test
  void arithmeticFollowsTheComplexNumbers() {
    ComplexTensor a = z(v(3, -2), 1, 4);
    ComplexTensor b = z(v(5, 8), 2, -1);
    assertIs(z(v(8, 6), 3, 3), a.plus(b));
    assertIs(z(v(-2, -10), -1, 5), a.minus(b));
    assertIs(z(v(15, -16), 11, 34), a.times(b));
    assertIs(z(v(15, -16), 11, 34), a.strongTimes(b));
    assertIs(z(v(0.6, -0.25), -0.04, 0.46875), a.div(b));
    assertIs(z(v(-3, 2), -1, -4), a.negate());
  }

  @Test
  void powersOfEitherSign() {
    assertIs(z(v(9, -8), 6, 12), z(v(3, -2), 1, 1).pow(z(v(2, 3), 0, 0)));
    assertIs(z(v(8), 8 * Math.log(2)), z(v(2), 0).pow(z(v(3), 1)));
    assertIs(z(v(1, 1), 0, 0), z(v(0, 5), 1, 1).pow(z(v(0, 0), 0, 0)));
    assertIs(z(v(0, 0), 1, 0), z(v(0, 0), 1, 1).pow(z(v(1, 2), 0, 0)));
    assertIs(z(v(0), 0), z(v(0), 0).pow(z(v(2), 1)));
    assertIs(z(v(0.5), -0.25), z(v(2), 1).pow(z(v(-1), 0)));
    double infinity = Double.POSITIVE_INFINITY;
    assertIs(z(v(0), 0), z(v(infinity), 1).pow(z(v(-0.5), 1)));
    assertIs(z(v(infinity), infinity), z(v(infinity), 1).pow(z(v(0.5), 1)));
    assertTrue(Double.isNaN(z(v(-2), 1).pow(z(v(0.5), 0)).imaginary().item()));
    assertTrue(Double.isNaN(z(v(-2), 0).pow(z(v(2), 1)).imaginary().item()));
  }

  @Test
  void anUnperturbedFactorAddsNothingBesideInfinity() {
    assertIs(z(v(INF), 2), z(v(INF), 0).times(z(v(1), 0)).plus(z(v(0), 2)));
    assertIs(z(v(0), 0), z(v(0), 0).strongTimes(z(v(NAN), NAN)));
    ComplexTensor row = z(DenseTensor.of(Shape.of(1, 2), INF, 1), 0, 0);
    ComplexTensor column = z(DenseTensor.of(Shape.of(2, 1), 1, 1), 0, 0);
    assertEquals(0, row.matmul(column).imaginary().item());
  }

  @Test
  void maximaChooseByTheRealPartAndTiesShare() {
    ComplexTensor a = z(v(3, 1, 2), 1, 1, 1);
    ComplexTensor b = z(v(2, 4, 2), 5, 5, 5);
    assertIs(z(v(3, 4, 2), 1, 5, 3), a.maximum(b));
    assertIs(z(v(2, 1, 2), 5, 1, 3), a.minimum(b));
    assertIs(
        z(v(4, 7), 2, 9),
        z(DenseTensor.of(Shape.of(2, 3), 4, 4, 1, 0, 7, 6), 1, 3, 50, 50, 9, 50).max(1));
    assertTrue(Double.isNaN(z(v(NAN), 1).maximum(z(v(1), 1)).imaginary().item()));
  }

  @Test
  void whatDecidesLooksAtTheRealPart() {
    ComplexTensor a = z(v(1, 2), 7, 7);
    ComplexTensor b = z(v(1, 1), -7, 7);
    assertIs(z(v(1, 0), 0, 0), a.equal(b));
    assertIs(z(v(0, 1), 0, 0), a.greater(b));
    assertIs(z(v(1, 1), -7, 7), a.greater(b).equal(a).where(a, b));
    assertIs(z(DenseTensor.of(Shape.of(1, 3), 0, 1, 0), 0, 0, 0), z(v(1), 7).oneHot(Size.of(3)));
    assertIs(z(v(1, 2), 0, 0), a.detach());
    assertIs(z(DenseTensor.scalar(0.5), 0), a.constant(1, 2));
    assertIs(z(DenseTensor.scalar(2), 0), a.size(Size.of(2)));
    assertIs(z(v(1, 1), 0, 0), a.map(Elementary.SIGN));
  }

  @Test
  void kinksOfOneVariable() {
    assertIs(z(v(2, 0, 0), 5, 0, 0), z(v(2, 0, -2), 5, 5, 5).map(Elementary.RECT));
    assertIs(z(v(2, 0, 2), 5, 0, -5), z(v(2, 0, -2), 5, 5, 5).map(Elementary.ABS));
  }

  @Test
  void axesMoveBothParts() {
    ComplexTensor a = z(DenseTensor.of(Shape.of(2, 2), 1, 2, 3, 4), 5, 6, 7, 8);
    assertIs(z(v(3, 7), 11, 15), a.sum(1));
    assertIs(z(DenseTensor.of(Shape.of(2, 2), 1, 3, 2, 4), 5, 7, 6, 8), a.transpose());
    assertIs(z(v(2, 4), 6, 8), a.slice(1, 1, 2).reshape(Shape.of(2)));
    assertIs(z(v(4, 6), 12, 14), a.sumTo(Shape.of(2)));
    assertIs(z(v(0, 9, 0), 0, 1, 0), z(v(9), 1).pad(0, 1, 1));
    assertIs(z(v(9, 8), 1, 2), z(v(9), 1).concatenate(0, List.of(z(v(8), 2))));
  }

  @Test
  void matrixProducts() {
    ComplexTensor a = z(DenseTensor.of(Shape.of(1, 2), 2, 3), 1, 0);
    ComplexTensor b = z(DenseTensor.of(Shape.of(2, 1), 5, 7), 0, 10);
    assertIs(z(DenseTensor.of(Shape.of(1, 1), 31), 35), a.matmul(b));
  }

  @Test
  void emptyTensorsStayEmpty() {
    ComplexTensor none = ComplexTensor.of(DenseTensor.full(Shape.of(0, 2), 1));
    assertEquals(Shape.of(0, 2), none.map(Elementary.EXP).shape());
    assertEquals(Shape.of(2), none.sum(0).shape());
    assertEquals(Shape.of(0), none.max(1).shape());
    assertEquals(Shape.of(0, 2), none.times(none).shape());
  }

  @Test
  void refusesWhatDoesNotFit() {
    ComplexTensor pair = z(v(1, 2), 0, 0);
    refuses(
        "times: shapes do not broadcast: [2] and [3] (2 ≠ 3)",
        () -> pair.times(z(v(1, 2, 3), 0, 0, 0)));
    refuses("complex: real part [2], imaginary part [1]", () -> new ComplexTensor(v(1, 2), v(1)));
    refuses(
        "max: axis 0 of [0] is empty; a maximum of nothing has no value",
        () -> ComplexTensor.of(v()).max(0));
  }

  private static void refuses(String message, Runnable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action::run).getMessage());
  }
}
