package dev.backproof.verify.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.derivation.NotesDerivations;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.notes.WrongClaim;
import dev.backproof.verify.notes.WrongClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexMathTest {
  private static void isSet(String math, String latex) {
    assertEquals("<mrow>" + math + "</mrow>", LatexMath.of(latex));
  }

  @Test
  void lettersAndNumbersStandAsTheyAre() {
    isSet("<mn>2</mn><mi>x</mi>", "2x");
    isSet("<mn>0.99</mn>", "0.99");
    isSet("<mi>λ</mi>", "\\lambda");
  }

  @Test
  void aMinusIsASignWhereNothingStandsBeforeIt() {
    isSet("<mo form=\"prefix\">−</mo><mi>x</mi>", "-x");
    isSet("<mi>a</mi><mo>−</mo><mi>x</mi>", "a-x");
    isSet("<mi>a</mi><mo>=</mo><mo form=\"prefix\">−</mo><mi>x</mi>", "a=-x");
  }

  @Test
  void scriptsOfOneLetterAreOne() {
    isSet(
        "<msubsup><mi>W</mi><mrow><mi>k</mi><mi>j</mi></mrow><mrow><mrow><mrow>"
            + "<mo stretchy=\"false\">(</mo><mrow><mn>2</mn></mrow><mo stretchy=\"false\">)</mo>"
            + "</mrow></mrow></mrow></msubsup>",
        "W^{(2)}_{kj}");
  }

  @Test
  void aPowerOfAGroupIsThatOfTheWholeGroup() {
    isSet(
        "<msup><mrow><mo stretchy=\"false\">(</mo><mrow><mi>a</mi><mi>b</mi></mrow>"
            + "<mo stretchy=\"false\">)</mo></mrow><mrow><mn>2</mn></mrow></msup>",
        "(ab)^2");
  }

  @Test
  void aFractionHasTwoParts() {
    isSet(
        "<mfrac><mrow><mi>∂</mi><mi>L</mi></mrow><mrow><mi>∂</mi><mi>x</mi></mrow></mfrac>",
        "\\frac{\\partial L}{\\partial x}");
  }

  @Test
  void aSumHasItsRangeBelowAndAbove() {
    isSet(
        "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mrow><mrow><mi>d</mi>"
            + "</mrow></mrow></munderover><mi>x</mi>",
        "\\sum_{i=1}^{d} x");
  }

  @Test
  void thereIsRoomBetweenAFunctionAndALetterOnly() {
    String thin = "<mspace width=\"0.1667em\"></mspace>";
    isSet("<mi>log</mi>" + thin + "<mi>u</mi>", "\\log u");
    assertTrue(!LatexMath.of("\\log(u)").contains(thin));
  }

  @Test
  void growingFencesGrowAndOthersDoNot() {
    assertTrue(LatexMath.of("\\left(x\\right)").contains("<mo>(</mo>"));
    assertTrue(LatexMath.of("(x)").contains("<mo stretchy=\"false\">(</mo>"));
  }

  @Test
  void wordsAreEscapedAndFormulasInThemAreSet() {
    assertEquals(
        "if a &lt; b: <math><mrow><mi>x</mi><mo>&lt;</mo><mi>y</mi></mrow></math>!",
        LatexMath.words("if a < b: $x<y$!"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\\unknown ~ this is not known: \\unknown, at 8 of \\unknown",
        "(x ~ ')' is missing, at 2 of (x",
        "x) ~ this is not known: ), at 2 of x)",
        "\\frac{a} ~ something is missing, at 8 of \\frac{a}",
        "a & b ~ this is not known: &, at 3 of a & b",
        "\\mathrm x ~ a word in braces is missing, at 8 of \\mathrm x",
        "\\left(x ~ '\\right' is missing, at 7 of \\left(x",
        "\\left(x\\right ~ a fence is missing, at 13 of \\left(x\\right",
        "a \\\\ b ~ a formula is one line, at 4 of a \\\\ b",
        "a\\ ~ a command is missing, at 2 of a\\",
        "\\mathcal{Q} ~ no \\mathcal of Q, at 11 of \\mathcal{Q}"
      })
  void whatIsNotKnownIsRefused(String latex, String why) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> LatexMath.of(latex));
    assertEquals("LaTeX: " + why, refused.getMessage());
  }

  @Test
  void aDollarAloneIsRefused() {
    assertEquals(
        "LaTeX: a dollar without another: 5 $",
        assertThrows(IllegalArgumentException.class, () -> LatexMath.words("5 $")).getMessage());
  }

  /** What is not known would be refused. */
  @Test
  void everyDerivationOfTheNotesCanBeSet() {
    for (String id : NotesDerivations.ids()) {
      assertTrue(NotesDerivations.find(id).orElseThrow().html().contains("<math"), id);
    }
  }

  @Test
  void everyTitleAndEveryWrongVersionCanBeSet() {
    for (Claim claim : NotesClaims.all()) {
      LatexMath.of(UnicodeMath.latex(claim.title()));
    }
    for (WrongClaim wrong : WrongClaims.all()) {
      LatexMath.of(UnicodeMath.latex(wrong.wrong()));
      LatexMath.of(UnicodeMath.latex(wrong.correct()));
    }
  }
}
