package dev.backproof.verify.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UnicodeMathTest {
  private static void becomes(String latex, String unicode) {
    assertEquals(latex, UnicodeMath.latex(unicode));
  }

  @Test
  void raisedAndLoweredLettersAreScripts() {
    becomes("o^{s}_{k}", "oˢₖ");
    becomes("W^{(2)}_{kj}", "W2ₖⱼ");
    becomes("W^{(2)\\top }", "W2ᵀ");
    becomes("o^{a}_{y}", "oᵃ_y");
    becomes("\\delta _{kq}", "δₖ_q");
  }

  @Test
  void aDerivativeIsAFraction() {
    becomes("\\frac{\\partial L}{\\partial h^{a}_{j}}", "∂L/∂hᵃⱼ");
    becomes("\\frac{\\partial \\|x\\|_{2}^{2}}{\\partial x} = 2x", "∂‖x‖₂²/∂x = 2x");
    becomes("\\frac{\\partial L}{\\partial x_{l}}", "∂L/∂x_l");
  }

  @Test
  void aWordBeforeAParenthesisIsAFunctionAndAnotherAWord() {
    becomes("\\operatorname{softmax}(o)", "softmax(o)");
    becomes("\\operatorname{rect}'(x)", "rect′(x)");
    becomes("\\text{row } y \\text{ of } W^{(2)}", "row y of W2");
    becomes("x \\text{ is positive and sums to } 1", "x is positive and sums to 1");
  }

  @Test
  void codeIsCode() {
    becomes(
        "\\mathtt{grad_oa} = \\mathtt{os} - \\mathtt{eye(m)[y−1]}", "grad_oa = os − eye(m)[y−1]");
  }

  @Test
  void parenthesesGrowRoundWhatIsTall() {
    becomes("\\left(\\sum _{k} x\\right)\\, (y)", "(Σₖ x)·(y)");
    becomes("\\left(\\frac{\\partial L}{\\partial x}\\right)^{\\top }", "(∂L/∂x)ᵀ");
  }

  @Test
  void aMarkIsAGroup() {
    becomes("1 \\wrong{+} x", "1 ⟦+⟧ x");
  }
}
