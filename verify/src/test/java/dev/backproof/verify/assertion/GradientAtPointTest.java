package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.Messages.assertFailure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.Verdict;
import org.junit.jupiter.api.Test;

class GradientAtPointTest {
  private static final DenseTensor W =
      DenseTensor.matrix(new double[] {1, -0.5, 2}, new double[] {0.25, 1, -1});
  private static final DenseTensor X = DenseTensor.vector(1, 2, 0.5);
  private static final DenseTensor T = DenseTensor.vector(0.5, -1);

  private static GradientAtPoint<Formula.Of3> layer() {
    return assertGradient(Layer::loss).at(W, X, T);
  }

  @Test
  void everyWitnessAgreesWithARightGradientAndSaysHowClosely() {
    Evidence evidence = layer().matches(Layer::byWeights);
    assertEquals(Verdict.AGREES, evidence.verdict());
    assertEquals(5, evidence.comparisons().size());
    for (Comparison comparison : evidence.comparisons()) {
      assertEquals(Verdict.AGREES, comparison.verdict(), evidence::toString);
      assertEquals(6, comparison.entries());
    }
    assertEquals(5, evidence.toString().lines().count());
    assertGradient(Layer::loss).withRespectTo(1).at(W, X, T).matches(Layer::byInput);
  }

  @Test
  void aWrongSignIsShownByEveryWitnessWithThePoint() {
    assertFailure("point-sign.txt", () -> layer().matches(Layer::wrongSign));
  }

  @Test
  void aTransposeIsMalformed() {
    assertFailure("point-transpose.txt", () -> layer().matches(Layer::transposed));
  }

  @Test
  void anOperationThatDoesNotFitIsMalformed() {
    assertFailure("point-misfit.txt", () -> layer().matches(Layer::misfit));
    assertFailure(
        "point-no-scalar.txt",
        () -> assertGradient(Layer::residuals).at(W, X, T).matches(Layer::byWeights));
  }

  @Test
  void aKinkIsSuspectedAndAskedForByItself() {
    DenseTensor kink = W.with(0, 0).with(1, 0).with(2, 0);
    assertFailure(
        "point-kink.txt",
        () -> assertGradient(Layer::loss).at(kink, X, T).matches(Layer::byWeights));
    var atKink = assertGradient(Layer::loss).atKink(kink, X, T);
    assertEquals(2, atKink.matches(Layer::byWeights).comparisons().size());
    assertThrows(AssertionError.class, () -> atKink.matches(Layer::otherMask));
  }

  @Test
  void theOperandsAreCounted() {
    IllegalArgumentException few =
        assertThrows(IllegalArgumentException.class, () -> assertGradient(Layer::loss).at(W, X));
    assertEquals("at: the function takes 3 operands, but 2 given", few.getMessage());
  }
}
