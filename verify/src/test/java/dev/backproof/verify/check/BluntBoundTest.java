package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A side derived by hand that is too badly conditioned to be judged is not said to agree. */
class BluntBoundTest {
  private static final DenseTensor W = DenseTensor.vector(2, 1);

  private static <T extends Tensor<T>> T norm(T w) {
    return Functions.l1Norm(w);
  }

  /**
   * Twice the sign of positive entries, by way of 2⁵³: the error bound of it is as large as it is.
   */
  private static <T extends Tensor<T>> T wrongByHand(T w) {
    T huge = w.constant(1L << 53);
    T two = w.constant(101, 100).plus(huge).minus(huge);
    return two.broadcastTo(w.shape());
  }

  private static <T extends Tensor<T>> T log(T x) {
    return x.map(Elementary.LOG);
  }

  private static <T extends Tensor<T>> T reciprocal(T x) {
    return x.map(Elementary.RECIPROCAL);
  }

  @Test
  void aWrongGradientBehindAHugeBoundIsNotAccepted() {
    Question question =
        new Question(
            Formula.of(BluntBoundTest::norm),
            0,
            Formula.of(BluntBoundTest::wrongByHand),
            List.of(W));
    for (Comparison comparison : new GradientCheck().atSmoothPoint(question)) {
      Verdict expected =
          comparison.witness() == Witness.DIFFERENCES ? Verdict.DISAGREES : Verdict.NOT_CHECKABLE;
      assertEquals(expected, comparison.verdict(), comparison::toString);
    }
  }

  @Test
  void outsideTheDomainAWitnessThatHasNoAnswerSaysSo() {
    Question question =
        new Question(
            Formula.of(BluntBoundTest::log),
            0,
            Formula.of(BluntBoundTest::reciprocal),
            List.of(DenseTensor.scalar(-1)));
    Comparison found =
        new GradientCheck()
            .atSmoothPoint(question).stream()
                .filter(c -> c.witness() == Witness.HIGH_PRECISION)
                .findFirst()
                .orElseThrow();
    assertEquals(Verdict.NOT_CHECKABLE, found.verdict(), found::toString);
  }

  @Test
  void aQuestionAboutNoOperandIsRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Question(
                    Formula.of(BluntBoundTest::norm),
                    7,
                    Formula.of(BluntBoundTest::norm),
                    List.of(W)));
    assertEquals("question: there is no operand 7 among 1, counted from 0", refused.getMessage());
  }
}
