package dev.backproof.verify.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ReasonTest {
  private static final Symbol LAMBDA = new Symbol("λ", "\\lambda");

  @Test
  void formulasInItAreMathematics() {
    Reason reason = Reason.of("definition of @", LAMBDA);
    assertEquals("definition of λ", reason.text());
    assertEquals("definition of $\\lambda$", reason.latex());
  }

  @Test
  void wantsASymbolForEachPlace() {
    assertThrows(IllegalArgumentException.class, () -> Reason.of("@ and @", LAMBDA));
    assertThrows(IllegalArgumentException.class, () -> Reason.of("nothing", LAMBDA));
  }

  @Test
  void reasonsAddUp() {
    Reason sum = Reason.of("sum");
    assertEquals("sum; algebra", sum.and(Reason.ALGEBRA).text());
    assertEquals(sum, Reason.NONE.and(sum));
    assertEquals(sum, sum.and(Reason.NONE));
    assertEquals(sum, sum.and(sum));
  }
}
