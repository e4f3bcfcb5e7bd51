package dev.backproof.verify.prover;

import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.index;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.negate;
import static dev.backproof.verify.kernel.Term.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.theorem.NotesTheorems;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is not proved is not called proved: budgets, depth, size, exceptions, contradictions. */
class FailClosedTest {
  private static final Term X = entry("x");
  private static final Term Y = entry("y");
  private static final Term V = Term.sum("n", index("i"), entry("v", index("i")));

  private static Declarations letters() {
    return new Declarations()
        .size("n")
        .tensor("x")
        .tensor("y")
        .tensor("v", "n")
        .tensor("A", "n", "n")
        .index("i", "n")
        .index("j", "n");
  }

  private static Statement statement(List<Hypothesis> given, Term left, Term right) {
    return new Statement(letters(), given, left, right, false);
  }

  private static Decision.Undecided undecided(Statement statement) {
    return assertInstanceOf(Decision.Undecided.class, Decider.USUAL.decide(statement));
  }

  private static Statement endToEnd() {
    return NotesTheorems.derivative(
            (dev.backproof.verify.notes.Statement.Gradient)
                NotesClaims.find("2.16").orElseThrow().statements().stream()
                    .filter(s -> s.label().equals("matrix, W1 end to end"))
                    .findFirst()
                    .orElseThrow())
        .statements()
        .get(0);
  }

  /** Whatever step is the last: there is a proof, or the statement is open with a reason. */
  @Test
  void aBudgetUsedUpLeavesTheStatementUndecidedWithReasonAndTerm() {
    Statement statement = endToEnd();
    List<Boolean> proved = new ArrayList<>();
    for (int budget = 0; budget < 4_000; budget += 1 + budget / 3) {
      Attempt attempt = Prover.prove(statement, budget);
      proved.add(attempt instanceof Attempt.Proved);
      if (attempt instanceof Attempt.Open open) {
        assertEquals("budget of " + budget + " steps used up", open.reason());
        assertTrue(budget == 0 || open.residue().isPresent(), "the sub-term");
      }
    }
    assertTrue(proved.contains(false) && proved.contains(true));
    assertEquals(proved.stream().sorted().toList(), proved, "more never proves less");
    Decision.Undecided open =
        assertInstanceOf(Decision.Undecided.class, new Decider(50, 24, 1, false).decide(statement));
    assertTrue(open.reason().contains("budget of 50 steps"), open::reason);
    assertTrue(open.resisted().isPresent());
    assertTrue(open.trials() > 0, "evaluated all the same");
  }

  @Test
  void aFalseClaimIsRefutedOnNoBudget() {
    Statement statement = endToEnd();
    Statement wrong =
        new Statement(statement.declarations(), statement.left(), negate(statement.right()));
    assertInstanceOf(Decision.Refuted.class, new Decider(0, 24, 1, false).decide(wrong));
  }

  @Test
  void termsNestedTooDeeplyAreUndecided() {
    Term deep = X;
    for (int i = 0; i < 100_000; i++) {
      deep = Term.exp(deep);
    }
    assertEquals(
        "terms are nested too deeply", undecided(statement(List.of(), deep, deep)).reason());
    assertEquals("terms are nested too deeply", undecided(statement(List.of(), deep, Y)).reason());
  }

  @Test
  void aPowerTooLargeToMultiplyOutIsUndecided() {
    Term power = Term.power(X, Rational.of(1_000_000_000));
    String reason = undecided(statement(List.of(), power, Y)).reason();
    assertTrue(reason.contains("too large an exponent"), reason);
  }

  /** As people write it, not as the kernel does. */
  @Test
  void whatTheClaimNeedsIsSaidInInfixNotation() {
    Term square = Term.power(X, Rational.of(2));
    Term log = Term.log(Term.add(square, negate(Y)));
    assertEquals(
        "the claim makes sense only if −y + x^2 > 0",
        undecided(statement(List.of(), log, log)).reason());
  }

  @Test
  void aTensorTooLargeToTryIsProvedAndTriedWhereItIsSmall() {
    List<String> axes = List.of("a", "b", "c", "d", "e", "f");
    Declarations letters = new Declarations();
    axes.forEach(letters::size);
    letters.tensor("t", axes);
    Term sum = entry("t", axes.stream().map(axis -> index("i" + axis)).toList());
    for (String axis : axes) {
      letters.index("i" + axis, axis);
      sum = Term.sum(axis, index("i" + axis), sum);
    }
    Decision decision = Decider.USUAL.decide(new Statement(letters, sum, sum));
    assertEquals(ProofVerdict.PROVED, decision.verdict());
    Statement wrong = new Statement(letters, sum, multiply(number(2), sum));
    assertEquals(ProofVerdict.REFUTED, Decider.USUAL.decide(wrong).verdict());
  }

  /** What contradicts itself proves everything, so nothing that rests on it is called proved. */
  @TestFactory
  Stream<DynamicTest> contradictoryHypothesesProveNothing() {
    Hypothesis positive = Hypothesis.sign(List.of(), X, Signs.POSITIVE);
    Hypothesis negative = Hypothesis.sign(List.of(), negate(X), Signs.POSITIVE);
    Hypothesis one = Hypothesis.equation(List.of(), V, Term.ONE);
    Hypothesis two = Hypothesis.equation(List.of(), V, number(2));
    Hypothesis zero = Hypothesis.equation(List.of(), X, Term.ZERO);
    Hypothesis nonZero = Hypothesis.sign(List.of(), X, Signs.NON_ZERO);
    Hypothesis absurd = Hypothesis.equation(List.of(), Term.ONE, Term.ZERO);
    Hypothesis impossible = Hypothesis.sign(List.of(), X, new Signs(0));
    return Stream.of(
            statement(List.of(positive, negative), guard(X), Term.ZERO),
            statement(List.of(positive, negative), guard(X), Term.ONE),
            statement(List.of(positive, negative), Term.ONE, number(2)),
            statement(List.of(one, two), V, number(2)),
            statement(List.of(one, two), V, Term.ONE),
            statement(List.of(one, two), multiply(V, Y), multiply(number(2), V, Y)),
            statement(List.of(zero, nonZero), Term.divide(Y, X), multiply(number(3), Y)),
            statement(List.of(zero, nonZero), X, Term.ZERO),
            statement(List.of(absurd), X, Y),
            statement(List.of(absurd), Term.ONE, Term.ZERO),
            statement(List.of(impossible), X, X))
        .map(
            s ->
                DynamicTest.dynamicTest(
                    s.hypotheses() + " ⊢ " + s.left() + " = " + s.right(), () -> undecided(s)));
  }

  @Test
  void aProofUnderAContradictionSaysThatNoPointWasFound() {
    Hypothesis one = Hypothesis.equation(List.of(), V, Term.ONE);
    Hypothesis two = Hypothesis.equation(List.of(), V, number(2));
    String reason = undecided(statement(List.of(one, two), V, Term.ONE)).reason();
    assertEquals("proved, but no point was found at which what it assumes holds", reason);
  }

  @Test
  void aDerivativeByWhatAHypothesisTiesIsMalformed() {
    Term i = Declarations.made(0, "n");
    Term j = Declarations.made(1, "n");
    Hypothesis symmetric = Hypothesis.equation(List.of(i, j), entry("A", i, j), entry("A", j, i));
    Hypothesis rows = Hypothesis.equation(List.of(i), Term.sum("n", j, entry("A", i, j)), Term.ONE);
    Term by = entry("A", index("i"), index("j"));
    for (Hypothesis tied : List.of(symmetric, rows)) {
      Statement s = statement(List.of(tied), Term.derivative(multiply(by, Y), by), Y);
      String message =
          assertInstanceOf(Decision.Malformed.class, Decider.USUAL.decide(s)).message();
      assertTrue(message.contains("whose entries a hypothesis ties"), message);
      Statement onTheRight = statement(List.of(tied), Y, Term.derivative(multiply(by, Y), by));
      assertInstanceOf(Decision.Malformed.class, Decider.USUAL.decide(onTheRight));
    }
    Statement other = statement(List.of(symmetric), Term.derivative(multiply(by, Y), Y), by);
    assertEquals(ProofVerdict.PROVED, Decider.USUAL.decide(other).verdict());
  }

  /** Nested only as deep as the entries are many, so that every kind of failure is met. */
  @Test
  void whateverIsThrownTheStatementIsNotProved() {
    List<Term> odd =
        List.of(
            Term.power(Term.ZERO, Rational.MINUS_ONE),
            Term.log(Term.ZERO),
            Term.log(number(-1)),
            Term.power(number(-1), Rational.HALF),
            Term.power(Term.ZERO, Rational.ZERO),
            Term.exp(number(1_000_000)),
            Term.power(Term.exp(number(600)), Rational.of(900)),
            Term.power(Term.add(X, negate(X)), Rational.of(-2)));
    for (Term strange : odd) {
      Term left = multiply(strange, Y);
      for (Term right : List.of(Term.ZERO, Y, multiply(number(2), left))) {
        ProofVerdict verdict = Decider.USUAL.decide(statement(List.of(), left, right)).verdict();
        boolean isOne = strange.is(Term.Kind.POWER) && strange.number().isZero();
        if (!(isOne && right.equals(Y))) { // 0⁰ is 1
          assertNotEquals(ProofVerdict.PROVED, verdict, () -> left + " = " + right);
        }
      }
    }
  }
}
