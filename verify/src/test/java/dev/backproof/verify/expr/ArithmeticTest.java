package dev.backproof.verify.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
  private static final Term X = Term.entry("x");
  private static final Term TWO = Term.number(2);

  @Test
  void constantsAreFolded() {
    assertEquals(X, Arithmetic.add(X, Term.ZERO));
    assertEquals(X, Arithmetic.multiply(Term.ONE, X));
    assertEquals(Term.number(5), Arithmetic.add(TWO, Term.number(3)));
    assertEquals(Term.number(Rational.HALF), Arithmetic.divide(Term.ONE, TWO));
    assertEquals(Term.number(8), Arithmetic.power(TWO, Rational.of(3)));
    assertEquals(Term.ONE, Arithmetic.guard(TWO));
    assertEquals(Term.ZERO, Arithmetic.guard(Term.ZERO));
    assertEquals(Term.number(-1), Arithmetic.sign(Term.number(-2)));
    assertEquals(TWO, Arithmetic.detach(TWO));
  }

  @Test
  void zeroTimesWhatHasAValueEverywhereIsZero() {
    assertEquals(Term.ZERO, Arithmetic.multiply(Term.ZERO, Term.exp(X)));
    assertEquals(Term.ZERO, Arithmetic.multiply(Term.ZERO, Arithmetic.power(X, Rational.of(2))));
  }

  @Test
  void conditionsAreNotFoldedAway() {
    for (Term partial :
        new Term[] {Term.log(X), Arithmetic.reciprocal(X), Arithmetic.power(X, Rational.HALF)}) {
      assertEquals(Term.multiply(Term.ZERO, partial), Arithmetic.multiply(Term.ZERO, partial));
    }
    assertEquals(Term.power(Term.ZERO, Rational.MINUS_ONE), Arithmetic.reciprocal(Term.ZERO));
    assertEquals(Term.power(TWO, Rational.HALF), Arithmetic.power(TWO, Rational.HALF));
  }

  @Test
  void nothingThatCouldHaveAKinkIsMergedOrCancelled() {
    Term difference = Arithmetic.subtract(X, X);
    assertEquals(Term.subtract(X, X), difference);
    assertEquals(
        Term.multiply(Term.guard(X), Term.guard(X)),
        Arithmetic.multiply(Arithmetic.guard(X), Arithmetic.guard(X)));
  }

  @Test
  void selectionLeavesOutTheSideThatIsZero() {
    Term mask = Term.guard(X);
    assertEquals(Term.multiply(mask, X), Arithmetic.select(mask, X, Term.ZERO));
    assertEquals(
        Term.multiply(Term.subtract(Term.ONE, mask), X), Arithmetic.select(mask, Term.ZERO, X));
    assertEquals(Term.ZERO, Arithmetic.select(mask, Term.ZERO, Term.ZERO));
  }
}
