package dev.backproof.verify.derivation;

import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.delta;
import static dev.backproof.verify.kernel.Term.divide;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.index;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.negate;
import static dev.backproof.verify.kernel.Term.number;
import static dev.backproof.verify.kernel.Term.power;
import static dev.backproof.verify.kernel.Term.subtract;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.theorem.IndexNotation;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MathTextTest {
  private static final Term K = index("k");
  private static final Term Y = index("y");
  private static final Term X = entry("x");

  private static final Declarations DECLARED =
      new Declarations()
          .size("d")
          .size("h")
          .size("m")
          .size("rows")
          .tensor("x")
          .tensor("b1", "h")
          .tensor("ha", "h")
          .tensor("oa", "m")
          .tensor("W2", "m", "h")
          .tensor("lambda")
          .tensor("A", "rows", "rows")
          .index("k", "m")
          .index("y", "m")
          .index("j", "h")
          .index("row1", "rows")
          .label("labels", "m", List.of("rows"));

  private static final MathText WRITER = MathText.of(DECLARED);

  private static Term sum(String range, UnaryOperator<Term> body) {
    Term v = Declarations.made(7, range);
    return Term.sum(range, v, body.apply(v));
  }

  private static Term oa(Term k) {
    return entry("oa", k);
  }

  private static void isWritten(String text, String latex, Term t) {
    assertEquals(text, WRITER.text(t));
    assertEquals(latex, WRITER.latex(t));
  }

  @Test
  void aSumAvoidsTheLetterOfAFreeIndexOfItsRange() {
    isWritten("Σ_q exp(oᵃ_q)", "\\sum_{q=1}^{m} \\exp(o^{a}_{q})", sum("m", q -> exp(oa(q))));
  }

  @Test
  void nestedSumsOfOneRangeHaveDifferentLetters() {
    Term t =
        sum(
            "d",
            a -> Term.sum("d", Declarations.made(9, "d"), delta(a, Declarations.made(9, "d"))));
    assertEquals("Σᵢ Σₗ δᵢₗ", WRITER.text(t));
  }

  @Test
  void aRangeWithoutLettersOfItsOwnIsNamed() {
    Term t = sum("rows", a -> entry("A", a, index("row1")));
    assertEquals("Σ_{a≤rows} A[a,row1]", WRITER.text(t));
  }

  @Test
  void entriesHaveIndicesBelowTheLine() {
    isWritten("W2ₖⱼ", "W^{(2)}_{kj}", entry("W2", K, index("j")));
    isWritten("δₖᵧ", "\\delta_{ky}", delta(Y, K));
  }

  @Test
  void aLabelMayDependOnIndices() {
    Term label = Term.label("labels", List.of(index("row1")));
    assertEquals("oa[labels[row1]]".replace("oa", "oᵃ"), WRITER.text(oa(label)));
  }

  @Test
  void indicesOfTheMachineGetLettersToo() {
    assertEquals("oᵃ_q", WRITER.text(oa(Declarations.made(3, "m"))));
  }

  @Test
  void aDifferenceIsWrittenAsOne() {
    isWritten("oᵃₖ − δₖᵧ", "o^{a}_{k} - \\delta_{ky}", subtract(oa(K), delta(K, Y)));
    isWritten("−x − λ", "-x - \\lambda", add(negate(X), negate(entry("lambda"))));
    isWritten("x − (λ − 1)", "x - (\\lambda - 1)", subtract(X, add(entry("lambda"), number(-1))));
  }

  @Test
  void factorsStandInTheOrderPeopleExpect() {
    Term h = entry("ha", index("j"));
    assertEquals("2 W2ₖⱼ hᵃⱼ", WRITER.text(multiply(h, entry("W2", K, index("j")), number(2))));
    assertEquals("(1 − x) hᵃⱼ", WRITER.text(multiply(h, subtract(Term.ONE, X))));
    assertEquals("x Σₚ hᵃₚ", WRITER.text(multiply(sum("h", p -> entry("ha", p)), X)));
    assertEquals(
        "b1ⱼ + Σₚ hᵃₚ", WRITER.text(add(sum("h", p -> entry("ha", p)), entry("b1", index("j")))));
  }

  @Test
  void quotientsHaveABar() {
    isWritten(
        "exp(oᵃₖ) / (Σ_q exp(oᵃ_q))",
        "\\frac{\\exp(o^{a}_{k})}{\\sum_{q=1}^{m} \\exp(o^{a}_{q})}",
        divide(exp(oa(K)), sum("m", q -> exp(oa(q)))));
    isWritten("1 / x²", "\\frac{1}{x^{2}}", power(X, Rational.of(-2)));
    isWritten("½ x", "\\tfrac{1}{2}\\, x", multiply(number(Rational.HALF), X));
  }

  @Test
  void rootsAndPowers() {
    isWritten("√(x)", "\\sqrt{x}", power(X, Rational.HALF));
    isWritten("x^(3/2)", "x^{3/2}", power(X, Rational.of(3, 2)));
    isWritten(
        "(x + 1)³".replace("x + 1", "1 + x"),
        "(1 + x)^{3}",
        power(add(X, Term.ONE), Rational.of(3)));
  }

  @Test
  void conditionsAndTheFunctionsMadeOfThem() {
    isWritten("[x > 0]", "[x>0]", guard(X));
    isWritten("[x < 0]", "[x<0]", guard(negate(X)));
    isWritten("[x > λ]", "[x>\\lambda]", guard(subtract(X, entry("lambda"))));
    assertEquals("rect(x)", WRITER.text(IndexNotation.rect(X)));
    assertEquals("sign(x)", WRITER.text(IndexNotation.sign(X)));
    assertEquals("|x|", WRITER.text(IndexNotation.abs(X)));
    assertEquals("x [x > 0]", WRITER.withoutFunctions().text(IndexNotation.rect(X)));
  }

  @Test
  void derivatives() {
    isWritten("∂oᵃₖ/∂x", "\\frac{\\partial o^{a}_{k}}{\\partial x}", Term.derivative(oa(K), X));
    isWritten(
        "∂(1 + x)/∂x",
        "\\frac{\\partial}{\\partial x}\\left(1 + x\\right)",
        Term.derivative(add(X, Term.ONE), X));
  }

  @Test
  void aDefinitionIsFoldedAtAnyIndices() {
    Definition os =
        Definition.of(
            "os",
            Symbol.ofName("os"),
            List.of("m"),
            at -> divide(exp(oa(at.get(0))), sum("m", q -> exp(oa(q)))));
    MathText writer = WRITER.defining(List.of(os));
    assertEquals(
        "Σ_q oˢ_q W2_qj",
        writer.text(sum("m", q -> multiply(os.at(q), entry("W2", q, index("j"))))));
    assertEquals("oˢᵧ − 1", writer.text(add(os.at(Y), number(-1))));
    assertEquals("exp(oᵃₖ) / (Σ_q exp(oᵃ_q))", writer.without(Set.of("os")).text(os.at(K)));
    assertEquals("oˢₖ = exp(oᵃₖ) / (Σ_q exp(oᵃ_q))", writer.equation(os).text());
  }

  @Test
  void aDefinitionIsNotFoldedWhereSomethingElseStands() {
    Definition twice =
        Definition.of("two", Symbol.plain("T"), List.of("m"), at -> exp(oa(at.get(0))));
    MathText writer = WRITER.defining(List.of(twice));
    assertEquals("exp(oᵃₖ + x)".replace("oᵃₖ + x", "x + oᵃₖ"), writer.text(exp(add(oa(K), X))));
  }

  @Test
  void conditionsOfAStatementAreWritten() {
    Term j = Declarations.made(0, "h");
    Condition condition = new Condition(Signs.NON_ZERO, List.of(j), entry("ha", j));
    assertEquals("hᵃₚ ≠ 0 for all p", WRITER.condition(condition).text());
    assertEquals("h^{a}_{p}\\ne 0\\text{ for all }p", WRITER.condition(condition).latex());
    assertEquals("x > 0", WRITER.condition(new Condition(Signs.POSITIVE, List.of(), X)).text());
  }

  @Test
  void underscoresInNamesAreNotTakenForIndices() {
    Declarations declared =
        new Declarations().size("m").tensor("W", "m").tensor("W_q").index("q", "m");
    MathText writer = MathText.of(declared);
    assertEquals("W[q]", writer.text(entry("W", index("q"))));
    assertEquals("W_q", writer.text(entry("W_q")));
  }

  @Test
  void aSumWithAFractionInItStandsBesideABar() {
    Term slopes = sum("m", q -> Term.derivative(exp(oa(q)), X));
    isWritten(
        "1 / x · Σ_q ∂exp(oᵃ_q)/∂x",
        "\\frac{1}{x} \\cdot \\sum_{q=1}^{m} \\frac{\\partial \\exp(o^{a}_{q})}{\\partial x}",
        divide(slopes, X));
    assertEquals("(Σ_q exp(oᵃ_q)) / x", WRITER.text(divide(sum("m", q -> exp(oa(q))), X)));
  }

  @Test
  void otherSymbolsCanBeChosen() {
    MathText writer = WRITER.naming("ha", new Symbol("a", "\\alpha"));
    assertEquals("Σₚ aₚ", writer.text(sum("h", p -> entry("ha", p))));
    assertEquals("\\sum_{p=1}^{h} \\alpha_{p}", writer.latex(sum("h", p -> entry("ha", p))));
  }
}
