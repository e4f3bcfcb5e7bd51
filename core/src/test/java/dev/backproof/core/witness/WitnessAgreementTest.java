package dev.backproof.core.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The two witnesses, which share nothing, against each other. */
class WitnessAgreementTest {
  private static final List<Formula> FORMULAS =
      List.of(
          Formula.of(Functions::softmax),
          Formula.of(Functions::logSoftmax),
          Formula.of(Functions::logSumExp),
          Formula.of(Functions::variance),
          Formula.of(Functions::l2Norm),
          Formula.of(Functions::l1Norm),
          Formula.of(FiniteDifferencesTest::normalised),
          Formula.of(FiniteDifferencesTest::loss),
          Formula.of(WitnessAgreementTest::gated),
          Formula.of(WitnessAgreementTest::powers),
          Formula.of(WitnessAgreementTest::gram),
          Formula.of(WitnessAgreementTest::clipped));

  static <T extends Tensor<T>> T gated(T x) {
    return x.times(x.map(Elementary.SIGMOID)).plus(x.map(Elementary.ERF));
  }

  static <T extends Tensor<T>> T powers(T x) {
    return x.map(Elementary.SOFTPLUS).pow(x.div(x.constant(3)));
  }

  static <T extends Tensor<T>> T gram(T x) {
    return x.transpose().matmul(x).map(Elementary.SIN).max(0);
  }

  static <T extends Tensor<T>> T clipped(T x) {
    return Functions.clip(x, x.constant(-1, 3), x.constant(1, 3)).times(x);
  }

  private record Tally(int checkable, int covered) {}

  private static Tally tally(Formula f, double reach, long seed) {
    RandomTensors random = RandomTensors.seeded(seed);
    int checkable = 0;
    int covered = 0;
    for (int trial = 0; trial < 25; trial++) {
      DenseTensor x = random.uniform(-reach, reach, Shape.of(3, 4));
      DenseTensor v = random.directions(x.shape());
      DenseTensor w = random.directions(f.apply(List.of(x)).shape());
      Estimate estimate = FiniteDifferences.derivative(f::apply, List.of(x), List.of(v), w);
      DenseTensor step = ComplexStep.derivative(f, List.of(x), List.of(v));
      checkable += estimate.isOk() ? 1 : 0;
      covered += estimate.covers(step.times(w).sum().item()) ? 1 : 0;
    }
    return new Tally(checkable, covered);
  }

  @Test
  void everyEstimateCoversTheComplexStep() {
    int checkable = 0;
    for (int i = 0; i < FORMULAS.size(); i++) {
      for (double reach : new double[] {0.1, 2, 30}) {
        Tally tally = tally(FORMULAS.get(i), reach, 100 + i);
        int formula = i;
        assertEquals(
            tally.checkable(), tally.covered(), () -> "formula " + formula + ", reach " + reach);
        checkable += tally.checkable();
      }
    }
    assertTrue(checkable >= 890, "only " + checkable + " of 900 points were checkable");
  }
}
