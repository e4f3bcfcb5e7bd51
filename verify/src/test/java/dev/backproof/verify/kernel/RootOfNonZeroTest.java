package dev.backproof.verify.kernel;

import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.number;
import static dev.backproof.verify.kernel.Term.power;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** √x of an x that is not 0 may not exist, and then it may be anything, also 0. */
class RootOfNonZeroTest {
  private static final Term X = entry("x");
  private static final Term ROOT = power(X, Rational.HALF);

  private static Kernel kernel(Signs signs) {
    return new Kernel(
        new Statement(
            new Declarations().size("m").tensor("x"),
            List.of(Hypothesis.sign(List.of(), X, signs)),
            X,
            X,
            false));
  }

  private static Theorem rootOverRoot(Kernel kernel) {
    kernel.apply(Rule.HYPOTHESIS, List.of(number(0)), List.of());
    Term ratio = multiply(ROOT, power(ROOT, Rational.MINUS_ONE));
    return kernel.apply(Rule.RING, List.of(ratio, Term.ONE, ROOT), List.of());
  }

  @Test
  void theRootOfANonZeroNumberIsNotKnownToBeNonZero() {
    Kernel kernel = kernel(Signs.NON_ZERO);
    MissingSign refusal = assertThrows(MissingSign.class, () -> rootOverRoot(kernel));
    assertEquals(ROOT, refusal.term());
  }

  @Test
  void theRootOfAPositiveNumberIs() {
    assertEquals(Term.ONE, rootOverRoot(kernel(Signs.POSITIVE)).right());
  }

  @Test
  void aWholePowerOfANonZeroNumberIs() {
    Kernel kernel = kernel(Signs.NON_ZERO);
    kernel.apply(Rule.HYPOTHESIS, List.of(number(0)), List.of());
    Term cube = power(X, Rational.of(-3));
    Term ratio = multiply(cube, power(cube, Rational.MINUS_ONE));
    kernel.apply(Rule.RING, List.of(ratio, Term.ONE, cube), List.of());
  }
}
