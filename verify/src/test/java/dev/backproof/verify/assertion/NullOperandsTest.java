package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.GradientAssertions.assertIdentity;
import static dev.backproof.verify.assertion.GradientAssertions.assertRules;
import static dev.backproof.verify.assertion.Operand.label;
import static dev.backproof.verify.assertion.Operand.positive;
import static dev.backproof.verify.assertion.Operand.tensor;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a caller may write whose compiler does not look for null. */
@SuppressWarnings("NullAway")
class NullOperandsTest {
  static <T extends Tensor<T>> T sum(T x) {
    return x.sum();
  }

  private static final DenseTensor POINT = DenseTensor.vector(1, 2);

  @Test
  void anOperandThatIsNullIsRefused() {
    var gradient = assertGradient(NullOperandsTest::sum);
    var identity = assertIdentity(NullOperandsTest::sum);
    refused("forAll: operand 0 is null", () -> gradient.forAll((Operand) null));
    refused("forAll: operand 0 is null", () -> identity.forAll((Operand) null));
    refused("forAll: the array of operands is null", () -> gradient.forAll((Operand[]) null));
    refused("at: operand 0 is null", () -> gradient.at((DenseTensor) null));
    refused("atKink: operand 0 is null", () -> gradient.atKink((DenseTensor) null));
    refused("at: operand 0 is null", () -> identity.at((DenseTensor) null));
  }

  @Test
  void aFormulaThatIsNullIsRefused() {
    var gradient = assertGradient(NullOperandsTest::sum);
    var identity = assertIdentity(NullOperandsTest::sum);
    Operand x = vector("x", "d");
    refused("assert: what is asserted about is null", () -> assertGradient((Formula.Of1) null));
    refused("assert: what is asserted about is null", () -> assertIdentity((Formula) null));
    refused("assert: what is asserted about is null", () -> assertRules(null));
    refused("a formula: it is null", () -> gradient.forAll(x).isProvedFor(null));
    refused("a formula: it is null", () -> gradient.at(POINT).matches(null));
    refused("a formula: it is null", () -> identity.forAll(x).isProvedEqualTo(null));
    refused("a formula: it is null", () -> identity.at(POINT).matches(null));
  }

  @Test
  void aDeclarationWithoutNameOrSizeIsRefused() {
    refused("operand: the name is null", () -> vector(null, "d"));
    refused("operand: the name is null", () -> label(null, "m"));
    refused("operand: a size is null", () -> vector("x", null));
    refused("operand: the array of sizes is null", () -> tensor("x", (String[]) null));
    refused("operand: it is null", () -> positive(null));
  }

  private static void refused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
