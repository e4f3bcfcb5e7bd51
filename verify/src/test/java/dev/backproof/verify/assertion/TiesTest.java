package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.Messages.assertFailure;
import static dev.backproof.verify.assertion.Operand.matrix;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A tie is a kink only of a maximum that the derivative sees. */
class TiesTest {
  /** How many entries are the largest: 1 off the ties. */
  private static <T extends Tensor<T>> T places(T x) {
    return x.equal(x.max(0)).sum();
  }

  static <T extends Tensor<T>> T byDetached(T x) {
    return x.times(x.detach().max(0)).sum();
  }

  static <T extends Tensor<T>> T largestAndPlaces(T x) {
    return x.max(0).times(places(x)).broadcastTo(x.shape());
  }

  static <T extends Tensor<T>> T whereLargestIsPositive(T x) {
    return x.times(x.max(0).greater(x.zero())).sum();
  }

  static <T extends Tensor<T>> T largestIsPositiveAndPlaces(T x) {
    return x.max(0).greater(x.zero()).times(places(x)).broadcastTo(x.shape());
  }

  @Test
  void ofWhatIsDetachedATieIsNone() {
    assertRefuted(TiesTest::byDetached, TiesTest::largestAndPlaces);
  }

  @Test
  void insideAMaskATieIsNone() {
    assertRefuted(TiesTest::whereLargestIsPositive, TiesTest::largestIsPositiveAndPlaces);
  }

  static <T extends Tensor<T>> T largest(T x) {
    return x.max(0);
  }

  static <T extends Tensor<T>> T whereLargest(T x) {
    return x.equal(x.max(0));
  }

  @Test
  void offTiesTheSlopeOfAMaximumIsWhereItIsAttained() {
    var largest = assertGradient(TiesTest::largest).forAll(vector("x", "d"));
    Proof proof = largest.isProvedOffTheKinksFor(TiesTest::whereLargest);
    assertTrue(proof.offTheKinks());
    assertEquals(List.of("maxₗ xₗ is attained in one place"), proof.hypotheses());
    AssertionError wrong =
        assertThrows(AssertionError.class, () -> largest.isProvedFor(TiesTest::whereLargest));
    assertTrue(Objects.requireNonNull(wrong.getMessage()).startsWith("REFUTED: "));
    assertGradient(TiesTest::largest)
        .forAll(vector("x", "2"))
        .isProvedOffTheKinksFor(TiesTest::whereLargest);
  }

  static <T extends Tensor<T>> T squaredRowMaxima(T x) {
    return x.max(1).map(Elementary.SQUARE).sum();
  }

  static <T extends Tensor<T>> T twiceWhereRowMaxima(T x) {
    return x.equal(x.maxKeepingAxis(1)).times(x.constant(2)).times(x);
  }

  static <T extends Tensor<T>> T whereRowMaxima(T x) {
    return x.equal(x.maxKeepingAxis(1)).times(x.constant(2));
  }

  @Test
  void offTiesOfEveryRowAMaximumIsTheEntryThatAttainsIt() {
    var rows = assertGradient(TiesTest::squaredRowMaxima).forAll(matrix("x", "n", "d"));
    Proof proof = rows.isProvedOffTheKinksFor(TiesTest::twiceWhereRowMaxima);
    assertEquals(List.of("maxₗ xₜₗ is attained in one place for all t"), proof.hypotheses());
    AssertionError wrong =
        assertThrows(
            AssertionError.class, () -> rows.isProvedOffTheKinksFor(TiesTest::whereRowMaxima));
    assertTrue(Objects.requireNonNull(wrong.getMessage()).startsWith("REFUTED: "));
  }

  /** No proof of it is found, but a tie is no counterexample to what is asked. */
  @Test
  void aTieIsNoCounterexampleOffTheKinks() {
    var largest = assertGradient(TiesTest::largest).forAll(vector("x", "3"));
    AssertionError open =
        assertThrows(
            AssertionError.class, () -> largest.isProvedOffTheKinksFor(TiesTest::whereLargest));
    String message = Objects.requireNonNull(open.getMessage());
    assertTrue(message.startsWith("UNDECIDED off the kinks: "), message);
    assertTrue(message.contains("at a kink, which is not asked about"), message);
    AssertionError wrong =
        assertThrows(AssertionError.class, () -> largest.isProvedFor(TiesTest::whereLargest));
    assertTrue(Objects.requireNonNull(wrong.getMessage()).startsWith("REFUTED: "));
  }

  static <T extends Tensor<T>> T one(T x) {
    return x.one().broadcastTo(x.shape());
  }

  @Test
  void whatIsWrongOffTheKinksIsShownThere() {
    var largest = assertGradient(TiesTest::largest).forAll(vector("x", "d"));
    assertFailure("off-ties.txt", () -> largest.isProvedOffTheKinksFor(TiesTest::one));
  }

  private static void assertRefuted(Formula.Of1 function, Formula.Of1 rightOffTies) {
    var gradient = assertGradient(function).forAll(vector("x", "d"));
    String message =
        Objects.requireNonNull(
            assertThrows(AssertionError.class, () -> gradient.isProvedOffTheKinksFor(rightOffTies))
                .getMessage());
    assertTrue(message.startsWith("REFUTED: "), message);
  }
}
