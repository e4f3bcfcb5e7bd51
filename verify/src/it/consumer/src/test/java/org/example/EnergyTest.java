package org.example;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.GradientCheck;
import dev.backproof.verify.check.Question;
import dev.backproof.verify.check.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnergyTest {
  private static final DenseTensor X = DenseTensor.vector(1, 2, -3);

  @Test
  void theSlopeOfASumOfSquaresIsTwiceThePoint() {
    assertEquals(DenseTensor.vector(2, 4, -6), Energy.slope(X));
  }

  @Test
  void theGradientByHandIsProvedForAllSizes() {
    var slope = assertGradient(Energy::energy).forAll(vector("x", "n"));
    slope.isProvedFor(Energy::byHand);
    AssertionError refuted =
        assertThrows(AssertionError.class, () -> slope.isProvedFor(EnergyTest::half));
    assertTrue(
        refuted.getMessage().startsWith("REFUTED: the gradient by x [n], derived by hand"),
        refuted::getMessage);
    assertGradient(Energy::energy).at(X).matches(Energy::byHand);
  }

  static <T extends Tensor<T>> T half(T x) {
    return x;
  }

  @Test
  void everyWitnessAgreesWithTheSlopeByHand() {
    Question question =
        new Question(Formula.of(Energy::energy), 0, Formula.of(Energy::byHand), List.of(X));
    for (Comparison comparison : new GradientCheck().atSmoothPoint(question)) {
      assertEquals(Verdict.AGREES, comparison.verdict(), comparison::toString);
    }
  }
}
