package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.GradientAssertions.assertIdentity;
import static dev.backproof.verify.assertion.Operand.nonZero;
import static dev.backproof.verify.assertion.Operand.positive;
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

/** What the signs of entries say of their sum, and the sign of a sum of its entries. */
class SumOfSignsTest {
  static <T extends Tensor<T>> T oneBySum(T x) {
    return x.one().div(x.sum());
  }

  static <T extends Tensor<T>> T logOfSum(T x) {
    return x.sum().map(Elementary.LOG);
  }

  static <T extends Tensor<T>> T oneBySumEverywhere(T x) {
    return oneBySum(x).broadcastTo(x.shape());
  }

  /** It has no value where an entry is negative, though the sum of all is not. */
  static <T extends Tensor<T>> T withLogsOfEntries(T x) {
    T nothing = x.zero().times(x.map(Elementary.LOG).sum());
    return oneBySum(x).plus(nothing).broadcastTo(x.shape());
  }

  @Test
  void positiveEntriesHaveAPositiveSum() {
    Proof proof =
        assertIdentity(SumOfSignsTest::oneBySum)
            .forAll(positive(vector("x", "d")))
            .isProvedEqualTo(SumOfSignsTest::oneBySum);
    assertEquals(List.of("xᵢ > 0 for all i"), proof.hypotheses());
  }

  @Test
  void entriesOfAnySignMayHaveTheSum0() {
    undecided(
        "the claim makes sense only if Σᵢ xᵢ ≠ 0",
        () ->
            assertIdentity(SumOfSignsTest::oneBySum)
                .forAll(nonZero(vector("x", "d")))
                .isProvedEqualTo(SumOfSignsTest::oneBySum));
  }

  @Test
  void ofAPositiveSumTheEntriesNeedNotBePositive() {
    var gradient = assertGradient(SumOfSignsTest::logOfSum).forAll(vector("x", "d"));
    Proof proof = gradient.isProvedFor(SumOfSignsTest::oneBySumEverywhere);
    assertEquals(List.of("Σₗ xₗ > 0"), proof.conditions());
    undecided(
        "the claim makes sense only if xₗ > 0 for all l",
        () -> gradient.isProvedFor(SumOfSignsTest::withLogsOfEntries));
  }

  private static void undecided(String because, Executable assertion) {
    String message =
        Objects.requireNonNull(assertThrows(AssertionError.class, assertion).getMessage());
    assertTrue(message.startsWith("UNDECIDED: ") && message.contains(because), message);
  }
}
