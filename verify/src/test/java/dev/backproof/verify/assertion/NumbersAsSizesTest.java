package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Prover;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Sizes that are numbers are unfolded, entry by entry: the answer must come all the same. */
class NumbersAsSizesTest {
  /** A few seconds, or the nets: half a minute for the search, twice ten seconds for evaluation. */
  private static final Duration SOON = Duration.ofSeconds(60);

  static <T extends Tensor<T>> T logSumExp(T x) {
    return Functions.logSumExp(x);
  }

  static <T extends Tensor<T>> T softmax(T x) {
    return Functions.softmax(x);
  }

  static <T extends Tensor<T>> T squares(T x) {
    return x.map(Elementary.SQUARE).sum();
  }

  static <T extends Tensor<T>> T twice(T x) {
    return x.times(x.constant(2));
  }

  @Test
  void aMaximumOverEightEntriesIsGivenUpInTime() {
    assertTimeout(
        SOON,
        () ->
            assertUndecided(
                "a letter as size instead of a number",
                () ->
                    assertGradient(NumbersAsSizesTest::logSumExp)
                        .forAll(vector("x", "8"))
                        .isProvedFor(NumbersAsSizesTest::softmax)));
    assertGradient(NumbersAsSizesTest::logSumExp)
        .forAll(vector("x", "d"))
        .isProvedFor(NumbersAsSizesTest::softmax);
  }

  @Test
  void asManyEntriesAsThereIsTimeForAreProved() {
    Setting setting = Setting.of(List.of(vector("x", "3")));
    Setting.Letters letters = setting.letters();
    var x = letters.operands().get(0);
    SymbolicClaim claim = Statements.gradient(letters.symbols(), squares(x), x, twice(x));
    Judgement judgement = new Judgement(setting, new Wording("it", "left", "right", ""));
    assertEquals(3, judgement.proof(claim, true, List.of()).entries().size());
    assertUndecided(
        "because  1 of 3 entries are proved within 0 seconds",
        () -> judgement.proof(claim, true, List.of(), Duration.ZERO));
  }

  @Test
  void aLargerBudgetMayTakeMoreTime() {
    assertEquals(Duration.ofSeconds(30), Decider.USUAL.patience());
    assertEquals(Duration.ofSeconds(30), new Decider(10, 8, 1, false).patience());
    assertEquals(Duration.ofSeconds(90), new Decider(3 * Prover.BUDGET, 8, 1, false).patience());
  }

  static <T extends Tensor<T>> T largest(T x) {
    return x.max(0);
  }

  @Test
  void whatNobodyWouldReadIsNotWritten() {
    Formula.Of1 wrong = NumbersAsSizesTest::softmax;
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () ->
                assertGradient(NumbersAsSizesTest::largest)
                    .forAll(vector("x", "6"))
                    .isProvedFor(wrong));
    String message = Objects.requireNonNull(error.getMessage());
    assertTrue(message.lines().allMatch(line -> line.length() < 1_100), message);
  }

  private static void assertUndecided(String said, Executable assertion) {
    String message =
        Objects.requireNonNull(assertThrows(AssertionError.class, assertion).getMessage());
    assertTrue(message.startsWith("UNDECIDED: ") && message.contains(said), message);
  }
}
