package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatioCheckTest {
  private static Comparison check(Formula hand, double... at) {
    return RatioCheck.at(
        new Question(
            SampleFormulas.sumOf(Elementary.SQUARE), 0, hand, List.of(DenseTensor.vector(at))));
  }

  private static final Formula RIGHT = SampleFormulas.slopeOf(Elementary.SQUARE);

  @Test
  void theRightGradientAgrees() {
    Comparison right = check(RIGHT, 0.5, -2);
    assertEquals(Verdict.AGREES, right.verdict(), right::toString);
    assertEquals(2, right.entries());
  }

  @Test
  void twoPercentAreSeenAndHalfAPercentIsNot() {
    assertEquals(Verdict.DISAGREES, check(SampleFormulas.off(RIGHT, 50), 0.5, -2).verdict());
    assertEquals(Verdict.AGREES, check(SampleFormulas.off(RIGHT, 200), 0.5, -2).verdict());
  }

  @Test
  void zerosAreLeftOut() {
    assertEquals(1, check(RIGHT, 0, 1).entries());
    Comparison none = check(RIGHT, 0, 0);
    assertEquals(Verdict.NOT_CHECKABLE, none.verdict());
    assertEquals(0, none.entries());
  }

  @Test
  void aZeroByHandWhereThereIsASlopeIsRejected() {
    Comparison wrong = check(Formula.of(RatioCheckTest::zeros), 1, 2);
    assertEquals(Verdict.DISAGREES, wrong.verdict());
    assertTrue(wrong.detail().orElseThrow().contains("by hand 0.0"), wrong::toString);
  }

  @Test
  void aSlopeByHandWhereThereIsNoneIsRejected() {
    assertEquals(Verdict.DISAGREES, check(SampleFormulas.slopeOf(Elementary.EXP), 0, 0).verdict());
  }

  /** The right entry behind the undefined one must not make up for it. */
  @Test
  void anUndefinedEntryIsNotForgotten() {
    Comparison wrong = check(Formula.of(RatioCheckTest::undefinedBelowZero), -1, 1);
    assertEquals(Verdict.DISAGREES, wrong.verdict());
    assertEquals(Double.POSITIVE_INFINITY, wrong.reached());
  }

  @Test
  void anotherShapeIsSaid() {
    Comparison wrong = check(SampleFormulas.sumOf(Elementary.SQUARE), 1, 2);
    assertEquals(Verdict.DISAGREES, wrong.verdict());
    assertTrue(wrong.detail().orElseThrow().contains("[2]"), wrong::toString);
  }

  private static <T extends Tensor<T>> T zeros(T x) {
    return x.minus(x);
  }

  private static <T extends Tensor<T>> T undefinedBelowZero(T x) {
    return x.map(Elementary.SQRT).times(x.constant(2));
  }
}
