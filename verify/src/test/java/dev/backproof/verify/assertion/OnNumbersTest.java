package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.GradientAssertions.assertIdentity;
import static dev.backproof.verify.assertion.Messages.assertFailure;
import static dev.backproof.verify.assertion.Operand.label;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OnNumbersTest {
  static <T extends Tensor<T>> T squares(T x) {
    return x.map(Elementary.SQUARE).sum();
  }

  static <T extends Tensor<T>> T twice(T x) {
    return x.times(x.constant(2));
  }

  static <T extends Tensor<T>> T wrongAtSizeOne(T x) {
    return x.shape().size(0).equals(Size.ONE) ? x : twice(x);
  }

  static <T extends Tensor<T>> T wrongOnNumbers(T x) {
    return x.shape().size(0).isNumber() ? x : twice(x);
  }

  static <T extends Tensor<T>> T wrongOnArrays(T x) {
    return x instanceof DenseTensor ? x : twice(x);
  }

  static <T extends Tensor<T>> T refusedAtSizeThree(T x) {
    if (x.shape().size(0).equals(Size.of(3))) {
      throw new IllegalArgumentException("not for three");
    }
    return twice(x);
  }

  private static void byHand(Formula.Of1 hand) {
    assertGradient(OnNumbersTest::squares).forAll(vector("x", "d")).isProvedFor(hand);
  }

  @Test
  void aMethodThatIsWrongAtOneSizeIsNotProvedForAll() {
    assertFailure("size-one.txt", () -> byHand(OnNumbersTest::wrongAtSizeOne));
  }

  @Test
  void aMethodThatAsksForItsReadingIsNotProved() {
    assertOther(() -> byHand(OnNumbersTest::wrongOnNumbers));
    assertOther(() -> byHand(OnNumbersTest::wrongOnArrays));
  }

  @Test
  void aMethodThatRefusesASizeIsNotProvedForAll() {
    assertOther(() -> byHand(OnNumbersTest::refusedAtSizeThree));
  }

  static <T extends Tensor<T>> T squaresButOfThree(T x) {
    return x.shape().size(0).equals(Size.of(3)) ? x.sum() : squares(x);
  }

  @Test
  void aFunctionThatBranchesIsSeenToo() {
    assertOther(
        () ->
            assertGradient(OnNumbersTest::squaresButOfThree)
                .forAll(vector("x", "d"))
                .isProvedFor(OnNumbersTest::twice));
    assertOther(
        () ->
            assertIdentity(OnNumbersTest::squares)
                .forAll(vector("x", "d"))
                .isProvedEqualTo(OnNumbersTest::squaresButOfThree));
  }

  static <T extends Tensor<T>> T sameClass(T y, T z) {
    Size m = Size.symbol("m");
    return y.oneHot(m).times(z.oneHot(m)).sum(-1);
  }

  static <T extends Tensor<T>> T equal(T y, T z) {
    return y.equal(z);
  }

  @Test
  void whatNamesASizeByItsLetterCannotBeRunAndIsProvedAllTheSame() {
    assertIdentity(OnNumbersTest::sameClass)
        .forAll(label("y", "m"), label("z", "m"))
        .isProvedEqualTo(OnNumbersTest::equal);
  }

  static <T extends Tensor<T>> T unimplemented(T x) {
    if (x instanceof DenseTensor) {
      throw new IllegalStateException("not written yet");
    }
    return twice(x);
  }

  static <T extends Tensor<T>> T unimplementedSquares(T x) {
    return unimplemented(x).dot(x).times(x.constant(1, 2));
  }

  @Test
  void aMethodThatThrowsWhereverItIsRunIsNotProved() {
    assertThrowing("the gradient by hand", () -> byHand(OnNumbersTest::unimplemented));
    assertThrowing(
        "the function",
        () ->
            assertGradient(OnNumbersTest::unimplementedSquares)
                .forAll(vector("x", "d"))
                .isProvedFor(OnNumbersTest::twice));
  }

  private static void assertThrowing(String method, Executable assertion) {
    AssertionError error = assertThrows(AssertionError.class, assertion);
    String message = Objects.requireNonNull(error.getMessage());
    for (String said :
        List.of(
            "because     " + method + " throws wherever it is run on numbers",
            "inputs      x = [1, -1]",
            "on numbers  java.lang.IllegalStateException: not written yet",
            "at dev.backproof.verify.assertion.OnNumbersTest.unimplemented(")) {
      assertTrue(message.contains(said), message);
    }
  }

  static <T extends Tensor<T>> T twiceByLetter(T x) {
    return x.constant(2).broadcastTo(Shape.of(Size.symbol("d"))).times(x);
  }

  @Test
  void aLetterThatAnOperandHasNeedNotBeNamed() {
    AssertionError error =
        assertThrows(AssertionError.class, () -> byHand(OnNumbersTest::twiceByLetter));
    String message = Objects.requireNonNull(error.getMessage());
    assertTrue(message.contains("throws wherever it is run"), message);
  }

  static <T extends Tensor<T>> T sameClassByHalf(T y, T z) {
    if (y instanceof DenseTensor) {
      throw new IllegalStateException("not written yet");
    }
    return sameClass(y, z);
  }

  @Test
  void aLetterThatNoOperandHasExcusesNothingElse() {
    assertThrows(
        AssertionError.class,
        () ->
            assertIdentity(OnNumbersTest::sameClassByHalf)
                .forAll(label("y", "m"), label("z", "m"))
                .isProvedEqualTo(OnNumbersTest::equal));
  }

  private static void assertOther(Executable assertion) {
    AssertionError error = assertThrows(AssertionError.class, assertion);
    String message = Objects.requireNonNull(error.getMessage());
    assertTrue(message.startsWith("MALFORMED: "), message);
    assertTrue(message.contains("branches on a size"), message);
  }
}
