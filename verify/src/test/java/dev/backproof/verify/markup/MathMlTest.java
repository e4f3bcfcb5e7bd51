package dev.backproof.verify.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MathMlTest {
  @Test
  void aNumberBehindLettersIsASubscript() {
    assertEquals("<msub><mi>W</mi><mn>1</mn></msub>", MathMl.identifier("W1"));
    assertEquals("<mi>ha</mi>", MathMl.identifier("ha"));
    assertEquals("<mtext>layer1.W</mtext>", MathMl.identifier("layer1.W"));
  }

  @Test
  void aTransposeAndASubscriptAreOneScript() {
    assertEquals(
        "<msubsup><mi>W</mi><mn>2</mn><mo>⊤</mo></msubsup>",
        MathMl.transposed(MathMl.identifier("W2")));
  }

  @Test
  void namesThatLookLikeMarkupAreText() {
    assertEquals("<mtext>‹&lt;b&gt;›</mtext>", MathMl.identifier("‹<b>›"));
    assertEquals("<mo>&lt;</mo>", MathMl.operator("<"));
  }
}
