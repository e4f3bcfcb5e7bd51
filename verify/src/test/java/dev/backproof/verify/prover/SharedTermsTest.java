package dev.backproof.verify.prover;

import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.subtract;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Terms that are small as graphs and beyond all bounds as trees: what is used twice is gone through
 * once, and what would have to be multiplied out is given up.
 */
class SharedTermsTest {
  private static final Decider LITTLE = new Decider(1_000, 8, 1, false);

  /** Many times what it takes, and far less than a walk through a tree of 2⁴⁰ nodes. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Term V = Declarations.made(0, "n");
  private static final Term X = entry("x", V);

  private static Declarations letters() {
    return new Declarations().size("n").tensor("x", "n").index("i", "n");
  }

  /** y(1 − y), again and again: the values stay where they can be computed. */
  private static Term logistic(Term y) {
    return multiply(y, subtract(Term.ONE, y));
  }

  /** y² + y: a tree with 3 for every 1. */
  private static Term square(Term y) {
    return add(multiply(y, y), y);
  }

  private static Term sum(UnaryOperator<Term> step, int times) {
    Term y = X;
    for (int i = 0; i < times; i++) {
      y = step.apply(y);
    }
    return Term.sum("n", V, y);
  }

  private static Decision decide(Term left, Term right) {
    return assertTimeoutPreemptively(
        PATIENCE, () -> LITTLE.decide(new Statement(letters(), left, right)));
  }

  private static Decision gradient(Term function) {
    Term by = entry("x", Term.index("i"));
    return decide(Term.derivative(function, by), by);
  }

  @Test
  void whatIsWrongIsRefutedHoweverOftenItsPartsAreUsed() {
    for (int times : new int[] {8, 14, 16, 40}) {
      assertEquals(ProofVerdict.REFUTED, gradient(sum(SharedTermsTest::logistic, times)).verdict());
      assertEquals(ProofVerdict.REFUTED, gradient(sum(SharedTermsTest::square, times)).verdict());
    }
  }

  /** Two terms built apart, which share nothing with each other. */
  @Test
  void aTermEqualsItsCopyWithoutBeingMultipliedOut() {
    Term one = sum(SharedTermsTest::logistic, 12);
    Term other = sum(SharedTermsTest::logistic, 12);
    assertNotSame(one, other);
    assertEquals(ProofVerdict.PROVED, decide(one, other).verdict());
    assertTimeoutPreemptively(
        PATIENCE,
        () -> assertEquals(sum(SharedTermsTest::logistic, 60), sum(SharedTermsTest::logistic, 60)));
  }

  @Test
  void theSameDerivativeOnBothSidesIsProved() {
    Term derivative =
        Term.derivative(sum(SharedTermsTest::logistic, 8), entry("x", Term.index("i")));
    assertEquals(ProofVerdict.PROVED, decide(derivative, derivative).verdict());
  }

  @Test
  void aProofTooLargeToBeReplayedIsUndecided() {
    Term one = sum(SharedTermsTest::square, 40);
    Decision.Undecided open =
        assertInstanceOf(Decision.Undecided.class, decide(one, sum(SharedTermsTest::square, 40)));
    assertEquals(
        "a proof was found, and is too large to be replayed: a term of more than 1000000 nodes",
        open.reason());
    assertTrue(open.trials() > 0, "evaluated all the same");
  }

  @Test
  void whatWouldHaveToBeMultipliedOutIsUndecidedWithTheTerm() {
    Term y = X;
    for (int i = 0; i < 40; i++) {
      y = logistic(y);
    }
    // y(1 − y) = y − y², which is true and not the same term.
    Term right = Term.sum("n", V, subtract(y, multiply(y, y)));
    Decision.Undecided open =
        assertInstanceOf(Decision.Undecided.class, decide(Term.sum("n", V, logistic(y)), right));
    assertTrue(open.reason().contains("too large"), open::reason);
    assertTrue(open.resisted().isPresent());
  }

  @Test
  void timeIsANetUnderTheSteps() {
    Budget budget = new Budget(1_000, new Patience(Duration.ofSeconds(-1)));
    Budget.Exhausted exhausted = assertThrows(Budget.Exhausted.class, budget::step);
    assertEquals("not decided within -1 seconds, after 1 steps", exhausted.getMessage());
  }
}
