package dev.backproof.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that fill the memory are refused before they are made. */
class LargeNumberTest {
  private static final Rational THOUSAND = Rational.of(1000);

  @Test
  void aTowerOfPowersIsRefused() {
    Term tower = Term.number(2);
    for (int i = 0; i < 3; i++) {
      tower = Term.power(tower, THOUSAND);
    }
    Kernel kernel = new Kernel(new Statement(new Declarations().size("m"), Term.ONE, Term.ONE));
    List<Term> same = List.of(tower, tower);
    assertEquals(
        "a number of more than 100000 binary digits",
        assertThrows(Refusal.class, () -> kernel.apply(Rule.RING, same, List.of())).getMessage());
  }

  @Test
  void aPowerIsRefusedBeforeItIsMade() {
    for (int exponent : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertThrows(Refusal.class, () -> Rational.of(3).power(exponent));
    }
    assertEquals(Rational.ONE, Rational.ONE.power(Integer.MAX_VALUE));
    assertEquals(Rational.MINUS_ONE, Rational.MINUS_ONE.power(Integer.MIN_VALUE + 1));
  }
}
