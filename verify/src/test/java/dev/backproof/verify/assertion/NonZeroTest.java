package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.GradientAssertions.assertIdentity;
import static dev.backproof.verify.assertion.Operand.nonZero;
import static dev.backproof.verify.assertion.Operand.scalar;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is declared not to be 0 has one of two signs, and nothing between them. */
class NonZeroTest {
  static <T extends Tensor<T>> T sign(T x) {
    return x.map(Elementary.SIGN);
  }

  static <T extends Tensor<T>> T twoSteps(T x) {
    return x.constant(2).times(x.greater(x.zero())).minus(x.one());
  }

  static <T extends Tensor<T>> T absolute(T x) {
    return x.map(Elementary.ABS);
  }

  static <T extends Tensor<T>> T absoluteByStep(T x) {
    return x.times(twoSteps(x));
  }

  static <T extends Tensor<T>> T ratio(T x) {
    return x.div(absolute(x));
  }

  static <T extends Tensor<T>> T isZero(T x) {
    return x.equal(x.zero());
  }

  static <T extends Tensor<T>> T zero(T x) {
    return x.zero().broadcastTo(x.shape());
  }

  static <T extends Tensor<T>> T atLeast(T x) {
    return x.atLeast(x.zero());
  }

  static <T extends Tensor<T>> T greater(T x) {
    return x.greater(x.zero());
  }

  private static void assertEqual(Formula.Of1 left, Formula.Of1 right) {
    for (Operand x : List.of(scalar("x"), vector("x", "d"), vector("x", "2"))) {
      Proof proof = assertIdentity(left).forAll(nonZero(x)).isProvedEqualTo(right);
      assertFalse(proof.hypotheses().isEmpty(), proof::toString);
      assertEquals(List.of(), proof.conditions());
    }
    AssertionError undeclared =
        assertThrows(
            AssertionError.class,
            () -> assertIdentity(left).forAll(vector("x", "d")).isProvedEqualTo(right));
    assertFalse(
        Objects.requireNonNull(undeclared.getMessage()).startsWith("PROVED"),
        undeclared::getMessage);
  }

  @Test
  void ofTwoMasksOneIsEnough() {
    assertEqual(NonZeroTest::sign, NonZeroTest::twoSteps);
    assertEqual(NonZeroTest::isZero, NonZeroTest::zero);
    assertEqual(NonZeroTest::atLeast, NonZeroTest::greater);
  }

  @Test
  void aQuotientByTheAbsoluteValueIsTheSign() {
    assertEqual(NonZeroTest::ratio, NonZeroTest::sign);
    assertEqual(NonZeroTest::ratio, NonZeroTest::twoSteps);
  }

  @Test
  void theAbsoluteValueIsByOneMaskToo() {
    assertIdentity(NonZeroTest::absolute)
        .forAll(nonZero(vector("x", "d")))
        .isProvedEqualTo(NonZeroTest::absoluteByStep);
  }

  static <T extends Tensor<T>> T sumOfAbsolute(T x) {
    return absolute(x).sum();
  }

  @Test
  void aKinkThatIsDeclaredAwayIsNone() {
    Proof proof =
        assertGradient(NonZeroTest::sumOfAbsolute)
            .forAll(nonZero(vector("x", "d")))
            .isProvedFor(NonZeroTest::twoSteps);
    assertFalse(proof.offTheKinks(), proof::toString);
  }

  static <T extends Tensor<T>> T signOfSecond(T x, T y) {
    return sign(y);
  }

  static <T extends Tensor<T>> T twoStepsOfSecond(T x, T y) {
    return twoSteps(y);
  }

  @Test
  void whatIsDeclaredOfOneOperandIsSaidOfNoOther() {
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () ->
                assertIdentity(NonZeroTest::signOfSecond)
                    .forAll(nonZero(vector("x", "d")), vector("y", "d"))
                    .isProvedEqualTo(NonZeroTest::twoStepsOfSecond));
    assertTrue(Objects.requireNonNull(error.getMessage()).startsWith("REFUTED: "));
  }
}
