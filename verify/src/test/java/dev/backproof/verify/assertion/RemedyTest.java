package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.GradientAssertions.assertIdentity;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Elementary;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RemedyTest {
  static <T extends Tensor<T>> T same(T x) {
    return x;
  }

  static <T extends Tensor<T>> T zero(T x) {
    return x.zero().broadcastTo(x.shape());
  }

  static <T extends Tensor<T>> T one(T x) {
    return x.one().broadcastTo(x.shape());
  }

  static <T extends Tensor<T>> T ratio(T x) {
    return x.div(x);
  }

  static <T extends Tensor<T>> T rootOfSquare(T x) {
    return x.map(Elementary.SQUARE).map(Elementary.SQRT);
  }

  static <T extends Tensor<T>> T twoAbsolute(T x) {
    return x.negate().map(Elementary.ABS).plus(x.map(Elementary.ABS)).sum();
  }

  static <T extends Tensor<T>> T twoSigns(T x) {
    return x.greater(x.zero()).times(x.constant(4)).minus(x.constant(2));
  }

  @Test
  void hypothesesThatHoldNowhereAreShown() {
    says(
        "at no point: none was found that satisfies what is assumed",
        () ->
            assertIdentity(RemedyTest::same)
                .forAll(vector("x", "d"))
                .assuming(RemedyTest::same, RemedyTest::zero)
                .assuming(RemedyTest::same, RemedyTest::one)
                .isProvedEqualTo(RemedyTest::same));
  }

  @Test
  void whatWantsASignSaysHowToDeclareIt() {
    says(
        "declare positive(x), or nonZero(x), if no other is meant",
        () ->
            assertIdentity(RemedyTest::ratio)
                .forAll(vector("x", "d"))
                .isProvedEqualTo(RemedyTest::one));
  }

  @Test
  void aRefutationWithoutANormalFormSaysWhy() {
    says(
        "difference  not in normal form: ",
        () ->
            assertIdentity(RemedyTest::rootOfSquare)
                .forAll(vector("x", "d"))
                .isProvedEqualTo(RemedyTest::same));
  }

  @Test
  void aConditionAndItsNegativeAreSaidOnce() {
    Proof proof =
        assertGradient(RemedyTest::twoAbsolute)
            .forAll(vector("x", "d"))
            .isProvedOffTheKinksFor(RemedyTest::twoSigns);
    assertEquals(List.of("xₗ ≠ 0 for all l"), proof.conditions());
  }

  private static void says(String what, Executable assertion) {
    String message =
        Objects.requireNonNull(assertThrows(AssertionError.class, assertion).getMessage());
    assertTrue(message.contains(what), message);
  }
}
