package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TaylorSlopesTest {
  private static final int SEEDS = 100;

  private static Comparison check(long seed, double gradientFactor, double curvatureFactor) {
    List<DenseTensor> at = SampleFormulas.smoothPoint(seed);
    List<DenseTensor> v = Directions.random(at, 2, RandomTensors.seeded(seed));
    return TaylorSlopes.check(
        SampleFormulas.SMOOTH,
        at,
        v,
        scaled(Differentiation.grad(SampleFormulas.SMOOTH, at, 2), gradientFactor),
        scaled(Differentiation.hvp(SampleFormulas.SMOOTH, at, v), curvatureFactor));
  }

  private static List<DenseTensor> scaled(List<DenseTensor> parts, double factor) {
    return parts.stream().map(part -> part.times(DenseTensor.scalar(factor))).toList();
  }

  private static Comparison check(Formula f, DenseTensor at) {
    return TaylorSlopes.check(f, List.of(at), 1, RandomTensors.seeded(8));
  }

  private static void assertVerdict(Verdict expected, Comparison comparison) {
    assertEquals(expected, comparison.verdict(), comparison::toString);
  }

  /**
   * Chance decides how small the curvature is along a direction; the bound is what was measured.
   */
  @Test
  void theRightDerivativesAreHardlyEverRejected() {
    long rejected =
        LongStream.range(0, SEEDS)
            .filter(seed -> check(seed, 1, 1).verdict() == Verdict.DISAGREES)
            .count();
    assertEquals(0, rejected);
  }

  @Test
  void aGradientOffByOnePartInAMillionIsRejected() {
    for (long seed = 0; seed < SEEDS; seed++) {
      assertVerdict(Verdict.DISAGREES, check(seed, 1 + 1e-6, 1));
      assertVerdict(Verdict.DISAGREES, check(seed, 1 - 1e-6, 1));
    }
  }

  @Test
  void aCurvatureOffByOnePartInThousandIsRejected() {
    for (long seed = 0; seed < SEEDS; seed++) {
      assertVerdict(Verdict.DISAGREES, check(seed, 1, 1.001));
      assertVerdict(Verdict.DISAGREES, check(seed, 1, 0));
    }
  }

  @Test
  void aDerivativeThatIsNoNumberIsRejected() {
    assertVerdict(Verdict.DISAGREES, check(1, Double.NaN, 1));
    assertVerdict(Verdict.DISAGREES, check(1, 1, Double.NaN));
    assertVerdict(Verdict.DISAGREES, check(1, Double.POSITIVE_INFINITY, 1));
  }

  @Test
  void aRemainderThatIsZeroPasses() {
    DenseTensor at = DenseTensor.vector(0.3, -0.7);
    assertVerdict(Verdict.AGREES, check(SampleFormulas.sumOf(Elementary.NEGATE), at));
    assertVerdict(Verdict.AGREES, check(SampleFormulas.sumOf(Elementary.SQUARE), at));
    assertVerdict(
        Verdict.AGREES,
        check(SampleFormulas.sumOf(Elementary.NEGATE), at.times(DenseTensor.scalar(0))));
  }

  /** sin has no curvature at 0, so its first remainder shrinks like h³ at once. */
  @Test
  void aRemainderThatShrinksFasterPasses() {
    assertVerdict(
        Verdict.AGREES, check(SampleFormulas.sumOf(Elementary.SIN), DenseTensor.vector(0, 0)));
  }

  @Test
  void aNegativeFunctionIsCheckedLikeAnyOther() {
    assertVerdict(
        Verdict.AGREES, check(Formula.of(TaylorSlopesTest::minusExp), DenseTensor.vector(1, -1)));
  }

  @Test
  void roundingErrorsThatHideTheFunctionAreSaid() {
    Comparison hidden = check(Formula.of(TaylorSlopesTest::cancelled), DenseTensor.vector(1, -2));
    assertVerdict(Verdict.NOT_CHECKABLE, hidden);
    assertTrue(hidden.detail().orElseThrow().contains("rounding errors"), hidden::toString);
  }

  @Test
  void aStepOutOfTheDomainIsSaid() {
    Comparison outside =
        check(SampleFormulas.sumOf(Elementary.LOG), DenseTensor.full(Shape.of(8), 0.01));
    assertVerdict(Verdict.NOT_CHECKABLE, outside);
    assertTrue(outside.detail().orElseThrow().contains("no finite value"), outside::toString);
  }

  /** The whole power nearest to 3.2 is 0.2 away: more than the tenth that is allowed. */
  @Test
  void aSlopeTwoTenthsOffAWholePowerIsRejected() {
    DenseTensor zero = DenseTensor.scalar(0);
    List<DenseTensor> none = List.of(zero);
    Comparison rough =
        TaylorSlopes.check(
            Formula.of(TaylorSlopesTest::roughPower),
            List.of(zero),
            List.of(DenseTensor.scalar(1)),
            none,
            none);
    assertVerdict(Verdict.DISAGREES, rough);
    assertEquals(2, rough.reached(), 0.01, "tenths; rounding blurs the smallest remainders");
  }

  /** 1 + |x|^3.2, whose first two derivatives at 0 are 0. */
  private static <T extends Tensor<T>> T roughPower(T x) {
    return x.one().plus(x.map(Elementary.ABS).pow(x.constant(16, 5)));
  }

  private static <T extends Tensor<T>> T minusExp(T x) {
    return x.map(Elementary.EXP).sum().negate();
  }

  /** Σ tanh(xᵢ), of which ten digits are lost. */
  private static <T extends Tensor<T>> T cancelled(T x) {
    T large = x.constant(10_000_000_000L);
    return x.map(Elementary.TANH).sum().plus(large).minus(large);
  }
}
