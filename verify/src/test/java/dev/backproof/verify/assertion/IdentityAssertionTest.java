package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertIdentity;
import static dev.backproof.verify.assertion.Messages.assertFailure;
import static dev.backproof.verify.assertion.Operand.matrix;
import static dev.backproof.verify.assertion.Operand.scalar;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import dev.backproof.verify.check.Verdict;
import org.junit.jupiter.api.Test;

class IdentityAssertionTest {
  /** Without taking off the maximum. */
  static <T extends Tensor<T>> T textbook(T o) {
    T e = o.map(Elementary.EXP);
    return e.div(e.sumKeepingAxis(-1));
  }

  static <T extends Tensor<T>> T overColumns(T o) {
    return textbook(o.transpose()).transpose();
  }

  @Test
  void theStableFormIsProvedToBeTheTextbooks() {
    Proof proof =
        assertIdentity(Functions::softmax)
            .forAll(matrix("o", "n", "m"))
            .isProvedEqualTo(IdentityAssertionTest::textbook);
    assertEquals("the equality of two formulas, for all n, m ≥ 1", proof.subject());
  }

  @Test
  void anotherAxisIsRefuted() {
    assertFailure(
        "identity.txt",
        () ->
            assertIdentity(Functions::softmax)
                .forAll(matrix("o", "n", "m"))
                .isProvedEqualTo(IdentityAssertionTest::overColumns));
  }

  static <T extends Tensor<T>> T rowSums(T o) {
    return o.sum(1);
  }

  @Test
  void shapesThatDifferAreMalformed() {
    assertFailure(
        "identity-shape.txt",
        () ->
            assertIdentity(IdentityAssertionTest::textbook)
                .forAll(matrix("o", "n", "m"))
                .isProvedEqualTo(IdentityAssertionTest::rowSums));
  }

  static <T extends Tensor<T>> T sign(T x) {
    return x.map(Elementary.SIGN);
  }

  static <T extends Tensor<T>> T twoStepsWrong(T x) {
    return x.constant(2).times(x.greater(x.zero())).minus(x.one());
  }

  @Test
  void whatFailsAtOnePointIsRefutedThere() {
    assertFailure(
        "identity-at-zero.txt",
        () ->
            assertIdentity(IdentityAssertionTest::sign)
                .forAll(scalar("x"))
                .isProvedEqualTo(IdentityAssertionTest::twoStepsWrong));
  }

  static <T extends Tensor<T>> T product(T c, T x) {
    return c.times(x);
  }

  static <T extends Tensor<T>> T second(T c, T x) {
    return x;
  }

  static <T extends Tensor<T>> T first(T c, T x) {
    return c;
  }

  static <T extends Tensor<T>> T one(T c, T x) {
    return x.one();
  }

  @Test
  void anEquationMayBeAssumed() {
    assertIdentity(IdentityAssertionTest::product)
        .forAll(scalar("c"), vector("x", "n"))
        .assuming(IdentityAssertionTest::first, IdentityAssertionTest::one)
        .isProvedEqualTo(IdentityAssertionTest::second);
  }

  @Test
  void atAPointBothAreComparedInFloatsAndIn50Digits() {
    var softmax = assertIdentity(Functions::softmax).at(DenseTensor.vector(1, 2, -3));
    Evidence evidence = softmax.matches(IdentityAssertionTest::textbook);
    assertEquals(Verdict.AGREES, evidence.verdict());
    assertEquals(2, evidence.comparisons().size());
    assertFailure("identity-point.txt", () -> softmax.matches(Functions::logSoftmax));
  }
}
