package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.GradientAssertions.assertGradientOfList;
import static dev.backproof.verify.assertion.Messages.assertFailure;
import static dev.backproof.verify.assertion.Messages.assertText;
import static dev.backproof.verify.assertion.Operand.label;
import static dev.backproof.verify.assertion.Operand.labelFrom1;
import static dev.backproof.verify.assertion.Operand.matrix;
import static dev.backproof.verify.assertion.Operand.positive;
import static dev.backproof.verify.assertion.Operand.rowsSumToOne;
import static dev.backproof.verify.assertion.Operand.symmetric;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import dev.backproof.verify.certificate.CertificateText;
import dev.backproof.verify.certificate.Refused;
import dev.backproof.verify.certificate.Replay;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GradientForAllTest {
  private static GradientForAll<Formula.Of3> layer() {
    return assertGradient(Layer::loss)
        .forAll(matrix("W", "h", "d"), vector("x", "d"), vector("t", "h"));
  }

  @Test
  void aRightGradientIsProvedAndItsCertificateReplays() throws Refused {
    Proof proof = layer().isProvedFor(Layer::byWeights);
    assertFalse(proof.offTheKinks());
    assertEquals(List.of(), proof.conditions());
    assertEquals(1, proof.certificates().size());
    assertEquals(
        proof.steps(), Replay.check(CertificateText.read(proof.certificates().get(0))).steps());
    assertTrue(proof.toString().startsWith("PROVED: the gradient by W [h×d]"), proof::toString);
    assertTrue(proof.toString().contains("for all h, d ≥ 1"), proof::toString);
  }

  @Test
  void anotherOperandIsNamedOrNumbered() {
    layer().withRespectTo("x").isProvedFor(Layer::byInput);
    assertGradient(Layer::loss)
        .withRespectTo(1)
        .forAll(matrix("W", "h", "d"), vector("x", "d"), vector("t", "h"))
        .isProvedFor(Layer::byInput);
  }

  @Test
  void aWrongSignIsRefuted() {
    assertFailure("sign.txt", () -> layer().isProvedFor(Layer::wrongSign));
  }

  @Test
  void aWrongFactorIsRefuted() {
    assertFailure("factor.txt", () -> layer().isProvedFor(Layer::wrongFactor));
  }

  @Test
  void aMissingMaskIsRefuted() {
    assertFailure("mask.txt", () -> layer().isProvedFor(Layer::withoutMask));
    assertFailure("mask-off.txt", () -> layer().isProvedOffTheKinksFor(Layer::withoutMask));
  }

  @Test
  void aTransposeIsNamedAndProvedToBeAllThatIsWrong() {
    assertFailure("transpose.txt", () -> layer().isProvedFor(Layer::transposed));
  }

  @Test
  void aTransposeThatIsNotAllThatIsWrongIsNoPromise() {
    assertFailure("transpose-only.txt", () -> layer().isProvedFor(Layer::transposedAndNegative));
  }

  @Test
  void aMissingFactorOfAnOuterProductShowsInTheShape() {
    assertFailure("outer.txt", () -> layer().isProvedFor(Layer::withoutInput));
  }

  @Test
  void anOperationThatDoesNotFitIsMalformed() {
    assertFailure("misfit.txt", () -> layer().isProvedFor(Layer::misfit));
  }

  @Test
  void aFunctionThatIsNoNumberHasNoGradient() {
    assertFailure(
        "no-scalar.txt",
        () ->
            assertGradient(Layer::residuals)
                .forAll(matrix("W", "h", "d"), vector("x", "d"), vector("t", "h"))
                .isProvedFor(Layer::byWeights));
  }

  @Test
  void anotherValueAtAKinkIsAccordedOffTheKinksOnly() {
    assertFailure("kink.txt", () -> layer().isProvedFor(Layer::otherMask));
    Proof proof = layer().isProvedOffTheKinksFor(Layer::otherMask);
    assertTrue(proof.offTheKinks());
    assertTrue(proof.toString().startsWith("PROVED off the kinks: "), proof::toString);
    assertFalse(layer().isProvedOffTheKinksFor(Layer::byWeights).offTheKinks());
  }

  static <T extends Tensor<T>> T masked(T y, T x) {
    return y.times(x.greater(x.zero())).sum();
  }

  static <T extends Tensor<T>> T maskedDetached(T y, T x) {
    return y.times(y.plus(x).greater(x.zero()).detach()).sum();
  }

  static <T extends Tensor<T>> T closedMask(T y, T x) {
    return x.atLeast(x.zero());
  }

  static <T extends Tensor<T>> T closedSumMask(T y, T x) {
    return y.plus(x).atLeast(x.zero());
  }

  @Test
  void whereTheOperandHasNoKinkNothingIsLeftOut() {
    var masked =
        assertGradient(GradientForAllTest::masked).forAll(vector("y", "d"), vector("x", "d"));
    assertFailure(
        "no-kink.txt", () -> masked.isProvedOffTheKinksFor(GradientForAllTest::closedMask));
    AssertionError detached =
        assertThrows(
            AssertionError.class,
            () ->
                assertGradient(GradientForAllTest::maskedDetached)
                    .forAll(vector("y", "d"), vector("x", "d"))
                    .isProvedOffTheKinksFor(GradientForAllTest::closedSumMask));
    String message = Objects.requireNonNull(detached.getMessage());
    assertTrue(message.startsWith("REFUTED: "), message);
  }

  @Test
  void withoutABudgetItIsUndecided() {
    assertFailure("undecided.txt", () -> layer().withBudget(30).isProvedFor(Layer::byWeights));
    assertThrows(IllegalArgumentException.class, () -> layer().withBudget(0));
  }

  static <T extends Tensor<T>> T crossEntropy(T w, T x, T y) {
    T o = w.matmul(x);
    return Functions.crossEntropyFromLogits(o, y.oneHot(o.shape().size(0)));
  }

  static <T extends Tensor<T>> T crossEntropyByHand(T w, T x, T y) {
    T o = w.matmul(x);
    return Functions.softmax(o).minus(y.oneHot(o.shape().size(0))).outer(x);
  }

  static <T extends Tensor<T>> T withoutLabel(T w, T x, T y) {
    return Functions.softmax(w.matmul(x)).outer(x);
  }

  static <T extends Tensor<T>> T crossEntropyFrom1(T w, T x, T y) {
    return crossEntropy(w, x, y.minus(y.one()));
  }

  static <T extends Tensor<T>> T withoutLabelFrom1(T w, T x, T y) {
    return withoutLabel(w, x, y);
  }

  @Test
  void labelsAreDeclaredAsSuch() {
    var classifier =
        assertGradient(GradientForAllTest::crossEntropy)
            .forAll(matrix("W", "m", "d"), vector("x", "d"), label("y", "m"));
    classifier.isProvedFor(GradientForAllTest::crossEntropyByHand);
    assertFailure("label.txt", () -> classifier.isProvedFor(GradientForAllTest::withoutLabel));
    assertFailure(
        "label-by.txt",
        () -> classifier.withRespectTo("y").isProvedFor(GradientForAllTest::crossEntropyByHand));
  }

  @Test
  void labelsFrom1AreRefusedWhereTheyCountFrom0AndShownAsDeclared() {
    assertFailure(
        "label-from-1.txt",
        () ->
            assertGradient(GradientForAllTest::crossEntropy)
                .forAll(matrix("W", "m", "d"), vector("x", "d"), labelFrom1("y", "m"))
                .isProvedFor(GradientForAllTest::crossEntropyByHand));
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () ->
                assertGradient(GradientForAllTest::crossEntropyFrom1)
                    .forAll(matrix("W", "m", "d"), vector("x", "d"), labelFrom1("y", "m"))
                    .isProvedFor(GradientForAllTest::withoutLabelFrom1));
    assertTrue(Objects.requireNonNull(error.getMessage()).contains("y = 1\n"), error::getMessage);
  }

  static <T extends Tensor<T>> T entropy(T o, T q) {
    return q.times(Functions.logSoftmax(o)).sum().negate();
  }

  static <T extends Tensor<T>> T entropyByHand(T o, T q) {
    return Functions.softmax(o).minus(q);
  }

  @Test
  void whatIsAssumedOfAnOperandIsListed() {
    Proof proof =
        assertGradient(GradientForAllTest::entropy)
            .forAll(matrix("o", "n", "m"), rowsSumToOne(matrix("q", "n", "m")))
            .isProvedFor(GradientForAllTest::entropyByHand);
    assertEquals(1, proof.hypotheses().size());
    assertTrue(proof.toString().contains("\n  assuming "), proof::toString);
    assertThrows(
        AssertionError.class,
        () ->
            assertGradient(GradientForAllTest::entropy)
                .forAll(matrix("o", "n", "m"), matrix("q", "n", "m"))
                .isProvedFor(GradientForAllTest::entropyByHand));
  }

  static <T extends Tensor<T>> T logs(T x) {
    return x.map(Elementary.LOG).sum();
  }

  static <T extends Tensor<T>> T reciprocal(T x) {
    return x.one().div(x);
  }

  @Test
  void whatTheFunctionNeedsIsAConditionUnlessItIsDeclared() {
    Proof open =
        assertGradient(GradientForAllTest::logs)
            .forAll(vector("x", "n"))
            .isProvedFor(GradientForAllTest::reciprocal);
    assertEquals(List.of("xₜ > 0 for all t"), open.conditions(), open::toString);
    Proof declared =
        assertGradient(GradientForAllTest::logs)
            .forAll(positive(vector("x", "n")))
            .isProvedFor(GradientForAllTest::reciprocal);
    assertEquals(List.of(), declared.conditions());
  }

  static <T extends Tensor<T>> T sumOfColumns(T w, T q) {
    return q.matmul(w).sum();
  }

  static <T extends Tensor<T>> T columnSums(T w, T q) {
    return q.sum(0);
  }

  static <T extends Tensor<T>> T ones(T w, T q) {
    return w.one().broadcastTo(w.shape());
  }

  @Test
  void anEquationMayBeAssumed() {
    var free =
        assertGradient(GradientForAllTest::sumOfColumns)
            .forAll(vector("w", "n"), matrix("q", "m", "n"));
    Proof proof =
        free.assuming(GradientForAllTest::columnSums, GradientForAllTest::ones)
            .isProvedFor(GradientForAllTest::ones);
    assertEquals(1, proof.hypotheses().size());
    assertThrows(AssertionError.class, () -> free.isProvedFor(GradientForAllTest::ones));
  }

  static <T extends Tensor<T>> T quadratic(T a, T x) {
    return x.dot(a.matmul(x));
  }

  static <T extends Tensor<T>> T twice(T a, T x) {
    return x.constant(2).times(a.matmul(x));
  }

  static <T extends Tensor<T>> T square(T a, T x) {
    return x.outer(x);
  }

  @Test
  void aSymmetricMatrixIsAssumedButNotDifferentiatedBy() {
    var form =
        assertGradient(GradientForAllTest::quadratic)
            .forAll(symmetric(matrix("A", "n", "n")), vector("x", "n"));
    form.withRespectTo("x").isProvedFor(GradientForAllTest::twice);
    assertFailure("symmetric.txt", () -> form.isProvedFor(GradientForAllTest::square));
  }

  static <T extends Tensor<T>> T sumOfProducts(List<T> x) {
    return x.get(0).times(x.get(1)).sum();
  }

  static <T extends Tensor<T>> T second(List<T> x) {
    return x.get(1);
  }

  static <T extends Tensor<T>> T first(List<T> x) {
    return x.get(0);
  }

  @Test
  void extentsThatAreNumbersAreProvedAndShownEntryByEntry() {
    var products =
        assertGradientOfList(GradientForAllTest::sumOfProducts)
            .forAll(matrix("A", "n", "2"), matrix("B", "n", "2"));
    Proof proof = products.isProvedFor(GradientForAllTest::second);
    assertEquals(2, proof.certificates().size());
    assertFailure("list.txt", () -> products.isProvedFor(GradientForAllTest::first));
    assertText("proof.txt", proof);
  }

  @Test
  void whatCannotBeDeclaredIsRefused() {
    var layer = assertGradient(Layer::loss);
    assertRefused(
        "forAll: the function takes 3 operands, but 2 given",
        () -> layer.forAll(matrix("W", "h", "d"), vector("x", "d")));
    assertRefused(
        "declare: the name x is taken",
        () -> layer.forAll(matrix("x", "h", "d"), vector("x", "d"), vector("t", "h")));
    assertRefused("operand: a size is a number from 1 on, not 0", () -> vector("x", "0"));
    assertRefused(
        "withRespectTo: there is no operand V among W, x, t", () -> layer().withRespectTo("V"));
    assertRefused(
        "withRespectTo: there is no operand 3 among 3, counted from 0",
        () -> layer.withRespectTo(3));
  }

  private static void assertRefused(
      String message, org.junit.jupiter.api.function.Executable refused) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, refused).getMessage());
  }
}
