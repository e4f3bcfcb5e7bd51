package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.Messages.assertFailure;
import static dev.backproof.verify.assertion.Operand.scalar;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A tie need not be a kink: there the gradient has to be right, off the kinks too. */
class SmoothTieTest {
  private static <T extends Tensor<T>> T places(T b) {
    return b.equal(b.max(0));
  }

  private static <T extends Tensor<T>> T shifted(T w, T v) {
    return w.plus(v.map(Elementary.RECT));
  }

  static <T extends Tensor<T>> T largestShifted(T w, T v) {
    return shifted(w, v).max(0);
  }

  static <T extends Tensor<T>> T placesShifted(T w, T v) {
    return places(shifted(w, v)).sum();
  }

  static <T extends Tensor<T>> T one(T w, T v) {
    return w.one();
  }

  @Test
  void whereAllAreShiftedByOneNumberNoTieIsAKink() {
    assertFailure(
        "smooth-tie.txt",
        () ->
            by(SmoothTieTest::largestShifted).isProvedOffTheKinksFor(SmoothTieTest::placesShifted));
  }

  @Test
  void theSlopeThatIsRightAtTiesTooIsProved() {
    by(SmoothTieTest::largestShifted).isProvedOffTheKinksFor(SmoothTieTest::one);
  }

  static <T extends Tensor<T>> T largestScaled(T w, T v) {
    return w.times(v.map(Elementary.RECT)).max(0);
  }

  static <T extends Tensor<T>> T sumScaled(T w, T v) {
    T r = v.map(Elementary.RECT);
    return places(w.times(r)).times(r).sum();
  }

  static <T extends Tensor<T>> T largestClipped(T w, T v) {
    return w.times(v.minimum(v.one())).max(0);
  }

  static <T extends Tensor<T>> T sumClipped(T w, T v) {
    T c = v.minimum(v.one());
    return places(w.times(c)).times(c).sum();
  }

  @Test
  void norWhereAllAreScaledByOne() {
    assertElsewhere(SmoothTieTest::largestScaled, SmoothTieTest::sumScaled);
    assertElsewhere(SmoothTieTest::largestClipped, SmoothTieTest::sumClipped);
  }

  private static <T extends Tensor<T>> T ones(T a) {
    return a.map(Elementary.SIN)
        .map(Elementary.SQUARE)
        .plus(a.map(Elementary.COS).map(Elementary.SQUARE));
  }

  static <T extends Tensor<T>> T largestOfEqual(T w, T a) {
    return w.times(ones(a)).max(0);
  }

  static <T extends Tensor<T>> T sumOfEqual(T w, T a) {
    return places(w.times(ones(a))).times(ones(a)).sum();
  }

  /** With two entries or more there is no point at which what is assumed holds. */
  @Test
  void whatAlwaysTiesIsNotLeftOut() {
    assertElsewhere(SmoothTieTest::largestOfEqual, SmoothTieTest::sumOfEqual);
  }

  static <T extends Tensor<T>> T stableLogSumExp(T o) {
    T largest = o.max(0);
    return o.minus(largest).map(Elementary.EXP).sum().map(Elementary.LOG).plus(largest);
  }

  static <T extends Tensor<T>> T softmaxAndTies(T o) {
    return Functions.softmax(o).plus(places(o).sum().minus(o.one()));
  }

  @Test
  void whereTheMaximumCancelsNoTieIsAKink() {
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () ->
                assertGradient(SmoothTieTest::stableLogSumExp)
                    .forAll(vector("o", "n"))
                    .isProvedOffTheKinksFor(SmoothTieTest::softmaxAndTies));
    assertUnderConditions(error);
  }

  private static GradientForAll<Formula.Of2> by(Formula.Of2 function) {
    return assertGradient(function).forAll(scalar("w"), vector("v", "n"));
  }

  private static void assertElsewhere(Formula.Of2 function, Formula.Of2 hand) {
    assertUnderConditions(
        assertThrows(AssertionError.class, () -> by(function).isProvedOffTheKinksFor(hand)));
  }

  private static void assertUnderConditions(AssertionError error) {
    String message = Objects.requireNonNull(error.getMessage());
    assertTrue(message.startsWith("PROVED under conditions only: "), message);
  }
}
