package dev.backproof.verify.assertion;

import dev.backproof.core.Custom;
import dev.backproof.core.Formula;

/**
 * Where assertions about formulas begin: meant to be imported statically.
 *
 * <pre>{@code
 * assertGradient(Model::loss).at(theta, x).matches(Model::handGradient);
 * assertGradient(Model::loss).forAll(matrix("W", "h", "d"), vector("x", "d"))
 *     .isProvedFor(Model::handGradient);
 * }</pre>
 *
 * <p>What is handed in are references to generic methods, {@code static <T extends Tensor<T>> T
 * loss(T w, T x)}; the gradient by hand takes the operands of the function, in the same order. What
 * stands for the function is a type parameter of what is returned, so a gradient with another
 * number of operands does not compile.
 */
public final class GradientAssertions {
  private GradientAssertions() {}

  /** About the gradient of a function of one operand. */
  public static GradientAssertion<Formula.Of1> assertGradient(Formula.Of1 function) {
    return new GradientAssertion<>(Formula.of(given(function)), Formula::of);
  }

  /** About the gradient of a function of two operands. */
  public static GradientAssertion<Formula.Of2> assertGradient(Formula.Of2 function) {
    return new GradientAssertion<>(Formula.of(given(function)), Formula::of);
  }

  /** About the gradient of a function of three operands. */
  public static GradientAssertion<Formula.Of3> assertGradient(Formula.Of3 function) {
    return new GradientAssertion<>(Formula.of(given(function)), Formula::of);
  }

  /** About the gradient of a function of four operands. */
  public static GradientAssertion<Formula.Of4> assertGradient(Formula.Of4 function) {
    return new GradientAssertion<>(Formula.of(given(function)), Formula::of);
  }

  /** About the gradient of a function of five operands. */
  public static GradientAssertion<Formula.Of5> assertGradient(Formula.Of5 function) {
    return new GradientAssertion<>(Formula.of(given(function)), Formula::of);
  }

  /** About the gradient of a function of six operands. */
  public static GradientAssertion<Formula.Of6> assertGradient(Formula.Of6 function) {
    return new GradientAssertion<>(Formula.of(given(function)), Formula::of);
  }

  /** About the gradient of a function of a list of operands. */
  public static GradientAssertion<Formula.OfList> assertGradientOfList(Formula.OfList function) {
    return new GradientAssertion<>(Formula.ofList(given(function)), Formula::ofList);
  }

  /** About the gradient of a formula. */
  public static GradientAssertion<Formula> assertGradient(Formula function) {
    return new GradientAssertion<>(given(function), formula -> formula);
  }

  /** About the equality of two formulas of one operand. */
  public static IdentityAssertion<Formula.Of1> assertIdentity(Formula.Of1 left) {
    return new IdentityAssertion<>(Formula.of(given(left)), Formula::of);
  }

  /** About the equality of two formulas of two operands. */
  public static IdentityAssertion<Formula.Of2> assertIdentity(Formula.Of2 left) {
    return new IdentityAssertion<>(Formula.of(given(left)), Formula::of);
  }

  /** About the equality of two formulas of three operands. */
  public static IdentityAssertion<Formula.Of3> assertIdentity(Formula.Of3 left) {
    return new IdentityAssertion<>(Formula.of(given(left)), Formula::of);
  }

  /** About the equality of two formulas of four operands. */
  public static IdentityAssertion<Formula.Of4> assertIdentity(Formula.Of4 left) {
    return new IdentityAssertion<>(Formula.of(given(left)), Formula::of);
  }

  /** About the equality of two formulas of five operands. */
  public static IdentityAssertion<Formula.Of5> assertIdentity(Formula.Of5 left) {
    return new IdentityAssertion<>(Formula.of(given(left)), Formula::of);
  }

  /** About the equality of two formulas of six operands. */
  public static IdentityAssertion<Formula.Of6> assertIdentity(Formula.Of6 left) {
    return new IdentityAssertion<>(Formula.of(given(left)), Formula::of);
  }

  /** About the equality of two formulas of a list of operands. */
  public static IdentityAssertion<Formula.OfList> assertIdentityOfList(Formula.OfList left) {
    return new IdentityAssertion<>(Formula.ofList(given(left)), Formula::ofList);
  }

  /** About the equality of two formulas. */
  public static IdentityAssertion<Formula> assertIdentity(Formula left) {
    return new IdentityAssertion<>(given(left), formula -> formula);
  }

  /**
   * About the rules of an operation of the caller's own: that its vjp and jvp are those of the
   * formula it names.
   */
  public static RulesAssertion assertRules(Custom operation) {
    return new RulesAssertion(given(operation));
  }

  private static <F> F given(F what) {
    return Arity.required("assert", "what is asserted about", what);
  }
}
