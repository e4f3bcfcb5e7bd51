package dev.backproof.core.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiniteDifferencesTest {
  private static final DenseTensor ONE = DenseTensor.scalar(1);

  private static Estimate slope(Elementary f, double x) {
    return FiniteDifferences.derivative(
        at -> at.get(0).map(f), List.of(DenseTensor.scalar(x)), List.of(ONE), ONE);
  }

  private static void assertCovers(double derivative, Estimate estimate) {
    assertTrue(estimate.covers(derivative), () -> derivative + " is not " + estimate);
  }

  static <T extends Tensor<T>> T normalised(T x) {
    T centered = x.minus(x.mean(-1).insertAxis(-1));
    T eps = x.constant(1, 100_000);
    return centered.div(Functions.variance(x).plus(eps).map(Elementary.SQRT).insertAxis(-1));
  }

  static <T extends Tensor<T>> T loss(T x) {
    return Functions.logSumExp(x.times(x)).plus(x.map(Elementary.TANH).sum());
  }

  @Test
  void theBoundCoversKnownSlopes() {
    assertCovers(Math.exp(1), slope(Elementary.EXP, 1));
    assertCovers(Math.cos(0.3), slope(Elementary.SIN, 0.3));
    assertCovers(0.5, slope(Elementary.LOG, 2));
    assertCovers(-4, slope(Elementary.RECIPROCAL, -0.5));
    assertCovers(0.25, slope(Elementary.SQRT, 4));
    assertCovers(2 / Math.sqrt(Math.PI), slope(Elementary.ERF, 0));
    assertCovers(0, slope(Elementary.SQUARE, 0));
  }

  @Test
  void smoothSlopesHaveSmallBounds() {
    // what 7 points reach in float64: about 1e-12, see the class comment
    assertTrue(slope(Elementary.TANH, 0.5).bound() < 1e-11);
    assertTrue(slope(Elementary.EXP, 1).bound() < 1e-11);
  }

  @Test
  void farFromTheOriginTheStepGrowsWithThePoint() {
    assertCovers(1e-6, slope(Elementary.LOG, 1e6));
    assertCovers(Math.cos(1000), slope(Elementary.SIN, 1000));
  }

  @Test
  void closeToAPoleTheStepShrinksWithThePoint() {
    assertCovers(1e5, slope(Elementary.LOG, 1e-5));
    assertCovers(-1e12, slope(Elementary.RECIPROCAL, 1e-6));
  }

  @Test
  void atAKinkNothingIsClaimed() {
    for (Elementary f : List.of(Elementary.RECT, Elementary.ABS)) {
      Estimate estimate = slope(f, 0);
      assertEquals(Estimate.Status.NOT_CHECKABLE, estimate.status(), f.toString());
      assertTrue(estimate.reason().contains("kink"), estimate::reason);
      assertFalse(estimate.covers(0.5));
      assertFalse(estimate.covers(Double.NaN));
    }
  }

  @Test
  void atAJumpNothingIsClaimed() {
    assertFalse(slope(Elementary.STEP, 0).isOk());
    assertFalse(slope(Elementary.SIGN, 0).isOk());
  }

  @Test
  void besideAKinkTheStepIsQuarteredUntilTheStencilClearsIt() {
    assertCovers(1, slope(Elementary.RECT, 1e-3));
    assertCovers(0, slope(Elementary.RECT, -1e-3));
    assertCovers(-1, slope(Elementary.ABS, -0.01));
  }

  /**
   * sin + exp and a kink of any weight at any distance: the kink may be hidden by the curvature of
   * the rest, or lie where two rules err alike.
   */
  @Test
  void aKinkOfLittleWeightIsCoveredByTheBound() {
    Random random = new Random(5);
    int claimed = 0;
    for (int i = 0; i < 3_000; i++) {
      double where = (random.nextBoolean() ? 1 : -1) * Math.pow(10, 6 * random.nextDouble() - 7);
      double weight = Math.pow(10, 13 * random.nextDouble() - 13);
      double phase = random.nextGaussian();
      Estimate estimate =
          FiniteDifferences.derivative(
              at -> {
                double t = at.get(0).item() - 1;
                double kink = weight * Math.max(0, t - where);
                return DenseTensor.scalar(Math.sin(phase + t) + Math.exp(t) + kink);
              },
              List.of(ONE),
              List.of(ONE),
              ONE);
      if (estimate.isOk()) {
        claimed++;
        assertCovers(Math.cos(phase) + 1 + (where < 0 ? weight : 0), estimate);
      }
    }
    assertTrue(claimed > 1_500, claimed + " of 3000 claimed");
  }

  @Test
  void aFlatFourthPowerIsNoKink() {
    Estimate estimate =
        FiniteDifferences.derivative(
            at -> at.get(0).times(at.get(0)).map(Elementary.SQUARE),
            List.of(DenseTensor.scalar(0)),
            List.of(ONE),
            ONE);
    assertCovers(0, estimate);
  }

  @Test
  void valuesThatAreNotFiniteAreNotCheckable() {
    assertEquals("the value at the point is not finite", slope(Elementary.LOG, 0).reason());
    assertFalse(slope(Elementary.SQRT, 0).isOk());
    assertTrue(slope(Elementary.SQRT, 0).reason().contains("not finite"));
  }

  @Test
  void aBoundThatStaysTooLargeIsSaid() {
    Estimate estimate =
        FiniteDifferences.derivative(
            at -> at.get(0).map(Elementary.SIN),
            List.of(DenseTensor.scalar(1)),
            List.of(ONE),
            ONE,
            1e-3,
            0);
    assertFalse(estimate.isOk());
    assertTrue(estimate.reason().contains("exceeds 1.0E-9 of the scale"), estimate::reason);
    assertTrue(estimate.toString().startsWith("not checkable: the bound"));
  }

  @Test
  void aKnownScaleMakesAFlatFunctionCheckable() {
    List<DenseTensor> at = List.of(DenseTensor.scalar(3));
    double error = 1e-14;
    Estimate alone =
        FiniteDifferences.derivative(x -> x.get(0).zero(), at, List.of(ONE), ONE, error, 0);
    Estimate scaled =
        FiniteDifferences.derivative(x -> x.get(0).zero(), at, List.of(ONE), ONE, error, 1);
    assertFalse(alone.isOk());
    assertCovers(0, scaled);
    assertFalse(scaled.covers(1e-9));
  }

  @Test
  void theLayerNormOfAConstantRowIsFoundAtItsOwnScale() {
    DenseTensor row = DenseTensor.full(Shape.of(4), 0.5);
    DenseTensor v = DenseTensor.vector(1, -0.5, 0.75, -1.25);
    DenseTensor w = DenseTensor.vector(0.5, 1, -2, 1.5);
    Estimate estimate =
        FiniteDifferences.derivative(at -> normalised(at.get(0)), List.of(row), List.of(v), w);
    // v is centred, so Jv = v/sqrt(1e-5) and <w, v> = -3.375
    assertCovers(-3.375 / Math.sqrt(1e-5), estimate);
  }

  @Test
  void agreesWithTheComplexStepAlongRandomDirections() {
    RandomTensors random = RandomTensors.seeded(5);
    Formula f = Formula.of(FiniteDifferencesTest::loss);
    for (int trial = 0; trial < 20; trial++) {
      DenseTensor x = random.uniform(-2, 2, Shape.of(6));
      DenseTensor v = random.directions(x.shape());
      Estimate estimate = FiniteDifferences.derivative(f::apply, List.of(x), List.of(v), ONE);
      assertCovers(ComplexStep.derivative(f, List.of(x), List.of(v)).item(), estimate);
    }
  }

  @Test
  void aSlopeThatIsWrongByOnePartInTenBillionIsNotCovered() {
    Estimate estimate = slope(Elementary.EXP, 1);
    assertFalse(estimate.covers(Math.exp(1) * (1 + 1e-10)));
  }

  @Test
  void theGradientHasAnEstimateForEachEntry() {
    DenseTensor x = DenseTensor.vector(1, -2, 3);
    List<Estimate> gradient =
        FiniteDifferences.gradient(Formula.of(Functions::squaredL2Norm), List.of(x), 0);
    assertEquals(3, gradient.size());
    assertCovers(2, gradient.get(0));
    assertCovers(-4, gradient.get(1));
    assertCovers(6, gradient.get(2));
  }

  @Test
  void operandsBeyondTheDirectionsStayWhereTheyAre() {
    List<DenseTensor> at = List.of(DenseTensor.scalar(2), DenseTensor.scalar(5));
    Estimate estimate =
        FiniteDifferences.derivative(x -> x.get(0).times(x.get(1)), at, List.of(ONE), ONE);
    assertCovers(5, estimate);
  }

  @Test
  void withoutAMovementTheSlopeIsExactlyZero() {
    Estimate estimate =
        FiniteDifferences.derivative(
            at -> at.get(0), List.of(ONE), List.of(DenseTensor.scalar(0)), ONE);
    assertEquals(Estimate.of(0, 0), estimate);
    assertEquals("0.0 ± 0.0", estimate.toString());
  }

  @Test
  void theOperandsAreNotChanged() {
    DenseTensor x = DenseTensor.vector(1, 2);
    List<DenseTensor> at = new ArrayList<>(List.of(x));
    FiniteDifferences.gradient(Formula.of(Functions::squaredL2Norm), at, 0);
    assertEquals(List.of(DenseTensor.vector(1, 2)), at);
  }

  @Test
  void refusesWhatDoesNotFit() {
    List<DenseTensor> at = List.of(DenseTensor.vector(1, 2));
    assertMessage(
        "finite differences: operand 0 has shape [2], its direction []",
        () -> FiniteDifferences.derivative(x -> x.get(0), at, List.of(ONE), ONE));
    assertMessage(
        "finite differences: the value has shape [2], its cotangent []",
        () -> FiniteDifferences.derivative(x -> x.get(0), at, at, ONE));
    assertMessage(
        "finite differences: 2 directions for 1 operands",
        () -> FiniteDifferences.derivative(x -> x.get(0), at, List.of(ONE, ONE), ONE));
    assertMessage(
        "finite differences: no operand 1 among 1; they count from 0",
        () -> FiniteDifferences.gradient(Formula.of(Functions::l1Norm), at, 1));
    assertMessage(
        "finite differences: a gradient wants a scalar, not [2]; sum it, or contract it",
        () -> FiniteDifferences.gradient(x -> x.get(0), at, 0));
    assertMessage(
        "finite differences: an error of one evaluation and a scale are at least 0, not -1.0 and 0.0",
        () -> FiniteDifferences.derivative(x -> x.get(0), at, at, at.get(0), -1, 0));
  }

  private static void assertMessage(String message, Runnable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action::run).getMessage());
  }
}
