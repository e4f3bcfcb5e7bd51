package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.Messages.assertFailure;
import static dev.backproof.verify.assertion.Messages.assertText;
import static dev.backproof.verify.assertion.Operand.positive;
import static dev.backproof.verify.assertion.Operand.rowsSumToOne;
import static dev.backproof.verify.assertion.Operand.scalar;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElsewhereTest {
  /** Defined for all x, though not every logarithm in it is. */
  static <T extends Tensor<T>> T logOrZero(T x) {
    return x.greater(x.zero()).where(x.map(Elementary.LOG), x.zero()).sum();
  }

  static <T extends Tensor<T>> T reciprocal(T x) {
    return x.one().div(x);
  }

  static <T extends Tensor<T>> T reciprocalOrZero(T x) {
    return x.greater(x.zero()).where(reciprocal(x), x.zero());
  }

  static <T extends Tensor<T>> T logs(T x) {
    return x.map(Elementary.LOG).sum();
  }

  static <T extends Tensor<T>> T norm(T x) {
    return x.map(Elementary.SQUARE).sum().map(Elementary.SQRT);
  }

  static <T extends Tensor<T>> T direction(T x) {
    return x.div(norm(x));
  }

  private static GradientForAll<Formula.Of1> gradient(Formula.Of1 of) {
    return assertGradient(of).forAll(vector("x", "d"));
  }

  @Test
  void aConditionThatTheFunctionDoesNotNeedHidesNothing() {
    assertFailure(
        "elsewhere.txt",
        () -> gradient(ElsewhereTest::logOrZero).isProvedFor(ElsewhereTest::reciprocal));
    assertFailure(
        "elsewhere.txt",
        () -> gradient(ElsewhereTest::logOrZero).isProvedOffTheKinksFor(ElsewhereTest::reciprocal));
  }

  /** A scalar has one size only: it needs more points of it, fractions and signs among them. */
  @Test
  void ofAScalarItHidesNothingEither() {
    assertThrows(
        AssertionError.class,
        () ->
            assertGradient(ElsewhereTest::logOrZero)
                .forAll(scalar("x"))
                .isProvedFor(ElsewhereTest::reciprocal));
  }

  static <T extends Tensor<T>> T beside(T x, T a) {
    return logOrZero(x).plus(a.sum());
  }

  static <T extends Tensor<T>> T reciprocalBeside(T x, T a) {
    return reciprocal(x);
  }

  @Test
  void besideAnEquationItHidesNothingEither() {
    assertThrows(
        AssertionError.class,
        () ->
            assertGradient(ElsewhereTest::beside)
                .forAll(vector("x", "d"), rowsSumToOne(vector("a", "m")))
                .isProvedOffTheKinksFor(ElsewhereTest::reciprocalBeside));
  }

  @Test
  void whoDeclaresTheDomainMeansIt() {
    assertGradient(ElsewhereTest::logOrZero)
        .forAll(positive(vector("x", "d")))
        .isProvedFor(ElsewhereTest::reciprocal);
  }

  @Test
  void aGradientThatIsRightElsewhereTooIsProved() {
    gradient(ElsewhereTest::logOrZero).isProvedFor(ElsewhereTest::reciprocalOrZero);
  }

  @Test
  void whereTheFunctionHasNoValueNothingIsAsked() {
    assertEquals(
        List.of("xₗ > 0 for all l"),
        gradient(ElsewhereTest::logs).isProvedFor(ElsewhereTest::reciprocal).conditions());
    gradient(ElsewhereTest::norm).isProvedFor(ElsewhereTest::direction);
  }

  private static <T extends Tensor<T>> T barrier(T x, long at) {
    return x.constant(at)
        .greater(x)
        .where(x.constant(at).minus(x).map(Elementary.LOG), x.map(Elementary.SQUARE))
        .sum();
  }

  private static <T extends Tensor<T>> T slope(T x, long at) {
    return x.one().div(x.minus(x.constant(at)));
  }

  static <T extends Tensor<T>> T barrierAt4(T x) {
    return barrier(x, 4);
  }

  static <T extends Tensor<T>> T slopeAt4(T x) {
    return slope(x, 4);
  }

  static <T extends Tensor<T>> T barrierAt6(T x) {
    return barrier(x, 6);
  }

  static <T extends Tensor<T>> T slopeAt6(T x) {
    return slope(x, 6);
  }

  static <T extends Tensor<T>> T barrierAt1000(T x) {
    return barrier(x, 1000);
  }

  static <T extends Tensor<T>> T slopeAt1000(T x) {
    return slope(x, 1000);
  }

  static <T extends Tensor<T>> T slopeAt1000OrOfSquare(T x) {
    return x.constant(1000).greater(x).where(slopeAt1000(x), x.plus(x));
  }

  @Test
  void beyondWhatIsDrawnItHidesNothingEither() {
    assertFailure(
        "elsewhere-far.txt",
        () -> gradient(ElsewhereTest::barrierAt6).isProvedFor(ElsewhereTest::slopeAt6));
    assertThrows(
        AssertionError.class,
        () -> gradient(ElsewhereTest::barrierAt4).isProvedFor(ElsewhereTest::slopeAt4));
    assertThrows(
        AssertionError.class,
        () -> gradient(ElsewhereTest::barrierAt1000).isProvedFor(ElsewhereTest::slopeAt1000));
    Proof right =
        gradient(ElsewhereTest::barrierAt1000).isProvedFor(ElsewhereTest::slopeAt1000OrOfSquare);
    assertEquals(List.of(), right.unseen());
  }

  /** Less than 2 everywhere, which the kernel does not know. */
  private static <T extends Tensor<T>> T waves(T x) {
    return x.map(Elementary.SIN).plus(x.map(Elementary.COS));
  }

  static <T extends Tensor<T>> T logOfWaves(T x) {
    return x.constant(2).minus(waves(x)).map(Elementary.LOG).sum();
  }

  static <T extends Tensor<T>> T slopeOfLogOfWaves(T x) {
    return x.map(Elementary.SIN).minus(x.map(Elementary.COS)).div(x.constant(2).minus(waves(x)));
  }

  @Test
  void aProofSaysOfWhichConditionNoOtherSideWasFound() {
    Proof proof = gradient(ElsewhereTest::logOfWaves).isProvedFor(ElsewhereTest::slopeOfLogOfWaves);
    assertEquals(1, proof.unseen().size());
    assertText("unseen.txt", proof);
  }
}
