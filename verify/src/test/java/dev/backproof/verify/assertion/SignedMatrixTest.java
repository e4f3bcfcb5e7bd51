package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.GradientAssertions.assertIdentity;
import static dev.backproof.verify.assertion.Operand.matrix;
import static dev.backproof.verify.assertion.Operand.positive;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Elementary;
import dev.backproof.core.Tensor;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** That the entries of a matrix have a sign says nothing about its transpose. */
class SignedMatrixTest {
  static <T extends Tensor<T>> T squares(T a) {
    return a.map(Elementary.SQUARE).sum(0).sum(0);
  }

  static <T extends Tensor<T>> T twice(T a) {
    return a.constant(2).times(a);
  }

  static <T extends Tensor<T>> T same(T a) {
    return a.plus(a.zero());
  }

  static <T extends Tensor<T>> T transposed(T a) {
    return a.transpose();
  }

  @Test
  void aPositiveMatrixMayHaveTwoSizes() {
    assertGradient(SignedMatrixTest::squares)
        .forAll(positive(matrix("A", "n", "d")))
        .isProvedFor(SignedMatrixTest::twice);
  }

  @Test
  void aPositiveSquareMatrixIsNotSymmetric() {
    String message =
        Objects.requireNonNull(
            assertThrows(
                    AssertionError.class,
                    () ->
                        assertIdentity(SignedMatrixTest::same)
                            .forAll(positive(matrix("A", "n", "n")))
                            .isProvedEqualTo(SignedMatrixTest::transposed))
                .getMessage());
    assertTrue(message.startsWith("REFUTED"), message);
  }

  @Test
  void asManyEntriesAsNobodyDeclaresOneByOneAreRefused() {
    String message =
        Objects.requireNonNull(
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                        assertGradient(SignedMatrixTest::squares).forAll(vector("x", "999999999")))
                .getMessage());
    assertTrue(message.contains("a letter stands for any size"), message);
  }
}
