package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.GradientAssertions.assertIdentity;
import static dev.backproof.verify.assertion.Operand.nonZero;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

  static <T extends Tensor<T>> T distance(T x, T y) {
    return x.minus(y).map(Elementary.ABS).plus(y.minus(x).map(Elementary.ABS)).sum();
  }

  static <T extends Tensor<T>> T twoSignsOfDistance(T x, T y) {
    return twoSigns(x.minus(y));
  }

  @Test
  void aDifferenceEitherWayRoundIsSaidOnce() {
    Proof proof =
        assertGradient(RemedyTest::distance)
            .forAll(vector("x", "d"), vector("y", "d"))
            .isProvedOffTheKinksFor(RemedyTest::twoSignsOfDistance);
    assertEquals(List.of("xₗ − yₗ ≠ 0 for all l"), proof.conditions());
  }

  static <T extends Tensor<T>> T ratioOfLogs(T x) {
    return ratio(x.map(Elementary.LOG));
  }

  static <T extends Tensor<T>> T ratioOfSums(T x) {
    return ratio(x.sum());
  }

  static <T extends Tensor<T>> T numberOne(T x) {
    return x.one();
  }

  @Test
  void onlyWhatIsEnoughIsSaidToBeDeclared() {
    for (Operand x : List.of(vector("x", "d"), nonZero(vector("x", "d")))) {
      String logs =
          message(
              () ->
                  assertIdentity(RemedyTest::ratioOfLogs)
                      .forAll(x)
                      .isProvedEqualTo(RemedyTest::one));
      assertTrue(logs.contains("because    it is not known that log(xᵢ) ≠ 0\n"), logs);
      assertFalse(logs.contains("declare"), logs);
      String sums =
          message(
              () ->
                  assertIdentity(RemedyTest::ratioOfSums)
                      .forAll(x)
                      .isProvedEqualTo(RemedyTest::numberOne));
      assertTrue(sums.contains("declare positive(x), if no other is meant"), sums);
    }
  }

  @Test
  void reasonsAreWrittenAsTermsAre() {
    says(
        "difference  not in normal form: it is not known that xᵢ² > 0",
        () ->
            assertIdentity(RemedyTest::rootOfSquare)
                .forAll(vector("x", "d"))
                .isProvedEqualTo(RemedyTest::same));
  }

  static <T extends Tensor<T>> T sumOfInverses(T x) {
    return x.one().div(x).sum();
  }

  /** −1/x², times a square that is 1 wherever the function has a value. */
  static <T extends Tensor<T>> T inverseSquares(T x) {
    T sign = x.map(Elementary.SIGN);
    return sign.times(sign).div(x.times(x)).negate();
  }

  @Test
  void whereThereIsNoKinkNoneIsLeftOut() {
    Proof proof =
        assertGradient(RemedyTest::sumOfInverses)
            .forAll(vector("x", "d"))
            .isProvedFor(RemedyTest::inverseSquares);
    assertFalse(proof.offTheKinks(), proof::toString);
  }

  private static String message(Executable assertion) {
    return Objects.requireNonNull(assertThrows(AssertionError.class, assertion).getMessage());
  }

  private static void says(String what, Executable assertion) {
    String message = message(assertion);
    assertTrue(message.contains(what), message);
  }
}
