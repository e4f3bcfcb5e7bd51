package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.GradientAssertions.assertIdentity;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BrokenMethodTest {
  static <T extends Tensor<T>> T sum(T x) {
    return x.sum();
  }

  static <T extends Tensor<T>> T same(T x) {
    return x;
  }

  static <T extends Tensor<T>> T deep(T x) {
    T y = x;
    for (int i = 0; i < 20_000; i++) {
      y = y.map(Elementary.SIN);
    }
    return y.sum();
  }

  static <T extends Tensor<T>> T throwing(T x) {
    throw new IllegalStateException("boom");
  }

  @SuppressWarnings("NullAway") // what a caller without checks may write
  static <T extends Tensor<T>> T nothing(T x) {
    return null;
  }

  private static GradientForAll<Formula.Of1> gradient(Formula.Of1 of) {
    return assertGradient(of).forAll(vector("x", "d"));
  }

  @Test
  void aMethodThatThrowsIsMalformed() {
    String why = "because  the gradient by hand throws java.lang.IllegalStateException: boom\n";
    says(
        "MALFORMED",
        why,
        () -> gradient(BrokenMethodTest::sum).isProvedFor(BrokenMethodTest::throwing));
    says(
        "MALFORMED",
        why,
        () ->
            assertGradient(BrokenMethodTest::sum)
                .at(DenseTensor.vector(1, 2))
                .matches(BrokenMethodTest::throwing));
    says(
        "MALFORMED",
        "the function throws java.lang.IllegalStateException: boom\n",
        () -> gradient(BrokenMethodTest::throwing).isProvedFor(BrokenMethodTest::same));
  }

  static <T extends Tensor<T>> T asserting(T x) {
    if (x.shape().rank() > 0) {
      throw new AssertionError("of my own");
    }
    return x;
  }

  @Test
  void anAssertionInsideAMethodIsNotOurs() {
    String why = "because  the gradient by hand throws java.lang.AssertionError: of my own\n";
    String where = "thrown   at dev.backproof.verify.assertion.BrokenMethodTest.asserting(";
    for (String said : List.of(why, where)) {
      says(
          "MALFORMED",
          said,
          () -> gradient(BrokenMethodTest::sum).isProvedFor(BrokenMethodTest::asserting));
      says(
          "MALFORMED",
          said,
          () ->
              assertGradient(BrokenMethodTest::sum)
                  .at(DenseTensor.vector(1, 2))
                  .matches(BrokenMethodTest::asserting));
    }
    assertThrows(
        IllegalArgumentException.class,
        () ->
            gradient(BrokenMethodTest::sum)
                .assuming(BrokenMethodTest::asserting, BrokenMethodTest::sum));
  }

  static <T extends Tensor<T>> T assertingOnNodes(T x) {
    if (!(x instanceof DenseTensor)) {
      throw new AssertionError("of my own");
    }
    return x.sum();
  }

  @Test
  void norIsOneThatAWitnessMeets() {
    says(
        "MALFORMED",
        "because  a method that a witness runs throws java.lang.AssertionError: of my own\n",
        () ->
            assertGradient(BrokenMethodTest::assertingOnNodes)
                .at(DenseTensor.vector(1, 2))
                .matches(BrokenMethodTest::same));
  }

  @Test
  void aMethodWithoutAValueIsMalformed() {
    String why = "because  the gradient by hand returns null\n";
    says(
        "MALFORMED",
        why,
        () -> gradient(BrokenMethodTest::sum).isProvedFor(BrokenMethodTest::nothing));
    says(
        "MALFORMED",
        "because  right returns null\n",
        () ->
            assertIdentity(BrokenMethodTest::sum)
                .forAll(vector("x", "d"))
                .isProvedEqualTo(BrokenMethodTest::nothing));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            gradient(BrokenMethodTest::sum)
                .assuming(BrokenMethodTest::nothing, BrokenMethodTest::sum));
  }

  @Test
  void operationsNestedTooDeeplyAreUndecided() {
    says(
        "UNDECIDED",
        "because   operations are nested too deeply",
        () -> gradient(BrokenMethodTest::deep).isProvedFor(BrokenMethodTest::same));
  }

  private static void says(String verdict, String reason, Executable assertion) {
    AssertionError error = assertThrows(AssertionError.class, assertion);
    String message = Objects.requireNonNull(error.getMessage());
    assertTrue(message.startsWith(verdict + ": ") && message.contains(reason), message);
  }
}
