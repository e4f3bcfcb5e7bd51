package dev.backproof.verify.page.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.verify.notes.WrongClaim;
import dev.backproof.verify.notes.WrongClaims;
import org.junit.jupiter.api.Test;

class SlipTest {
  @Test
  void whatDiffersIsMarked() {
    assertEquals("s(x)(1 ⟦+⟧ s(x))", Slip.marked("s(x)(1 − s(x))", "s(x)(1 + s(x))"));
  }

  @Test
  void aNameIsMarkedAsAWhole() {
    assertEquals("a = ⟦W2⟧·b", Slip.marked("a = W2ᵀ·b", "a = W2·b"));
  }

  @Test
  void aDerivativeIsNotTakenApart() {
    assertEquals("∂L/∂b1 = ⟦∂L/∂hˢ⟧", Slip.marked("∂L/∂b1 = ∂L/∂hᵃ", "∂L/∂b1 = ∂L/∂hˢ"));
  }

  @Test
  void parenthesesAreMarkedInPairs() {
    assertEquals("½⟦·t(x) + 1⟧", Slip.marked("½(t(x) + 1)", "½·t(x) + 1"));
    assertEquals("f(⟦x⟧)", Slip.marked("f(−x)", "f(x)"));
  }

  @Test
  void whatIsDroppedAtTheEndLeavesNothingToMark() {
    assertEquals("∂L/∂oᵃ = oˢ", Slip.marked("∂L/∂oᵃ = oˢ − onehot(y)", "∂L/∂oᵃ = oˢ"));
  }

  @Test
  void theSameHasNoMark() {
    assertEquals("a + b", Slip.marked("a + b", "a + b"));
  }

  @Test
  void theMarksAreAllThatIsAdded() {
    for (WrongClaim wrong : WrongClaims.all()) {
      String marked = Slip.marked(wrong.correct(), wrong.wrong());
      assertEquals(wrong.wrong(), marked.replace("⟦", "").replace("⟧", ""));
    }
  }
}
