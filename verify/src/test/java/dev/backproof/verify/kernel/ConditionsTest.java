package dev.backproof.verify.kernel;

import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.derivative;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.index;
import static dev.backproof.verify.kernel.Term.log;
import static dev.backproof.verify.kernel.Term.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a statement takes for granted, what it has to show, and when it is none. */
class ConditionsTest {
  private static final Term V = Declarations.made(0, "m");
  private static final Term W = Declarations.made(1, "m");
  private static final Term Y = entry("y");
  private static final Declarations LETTERS =
      new Declarations().size("m").tensor("x", "m").tensor("y").index("l", "m");

  @Test
  void theDifferentiatedSideIsAssumedToMakeSense() {
    Kernel kernel = new Kernel(new Statement(LETTERS, derivative(log(Y), Y), Term.ONE));
    assertEquals(List.of(new Condition(Signs.POSITIVE, List.of(), Y)), kernel.assumptions());
    assertEquals(List.of(), kernel.obligations());
  }

  @Test
  void anyOtherSideHasToBeShownToMakeSense() {
    Condition positive = new Condition(Signs.POSITIVE, List.of(), Y);
    for (Statement statement :
        List.of(
            new Statement(LETTERS, log(Y), Y),
            new Statement(LETTERS, Y, log(Y)),
            new Statement(LETTERS, Y, derivative(log(Y), Y)))) {
      Kernel kernel = new Kernel(statement);
      assertEquals(List.of(), kernel.assumptions());
      assertTrue(kernel.obligations().contains(positive), () -> "" + kernel.obligations());
    }
  }

  @Test
  void whatAHypothesisGrantsIsNotAskedFor() {
    Hypothesis given = Hypothesis.sign(List.of(V), entry("x", V), Signs.POSITIVE);
    Term logs = sum("m", V, log(entry("x", V)));
    assertEquals(List.of(), given(given, logs, Y, false).obligations());
    Hypothesis less = Hypothesis.sign(List.of(V), entry("x", V), Signs.NON_NEGATIVE);
    assertEquals(1, given(less, logs, Y, false).obligations().size());
  }

  /** Of x₁ = 1 and x₂ = −1 none is 0, but their sum is; and the other way round. */
  @Test
  void whatHoldsOfAllEntriesIsNotSaidOfTheirSum() {
    Term total = sum("m", V, entry("x", V));
    Hypothesis each = Hypothesis.sign(List.of(V), entry("x", V), Signs.NON_ZERO);
    Condition sum = new Condition(Signs.NON_ZERO, List.of(), total);
    Term inverse = Term.power(total, Rational.MINUS_ONE);
    assertEquals(List.of(sum), given(each, inverse, Y, false).obligations());

    Hypothesis all = Hypothesis.sign(List.of(), total, Signs.POSITIVE);
    Condition entries = new Condition(Signs.POSITIVE, List.of(V), entry("x", V));
    Term logs = sum("m", V, log(entry("x", V)));
    assertEquals(List.of(entries), given(all, logs, Y, false).obligations());
  }

  /** Without it the equation would be one of terms that may have no value. */
  @Test
  void aHypothesisThatGrantsAConditionIsSaid() {
    Hypothesis positive = Hypothesis.sign(List.of(V), entry("x", V), Signs.POSITIVE);
    Hypothesis idle = Hypothesis.sign(List.of(), Y, Signs.POSITIVE);
    Term logs = sum("m", V, log(entry("x", V)));
    Kernel kernel = new Kernel(new Statement(LETTERS, List.of(positive, idle), logs, logs, false));
    Theorem same = kernel.apply(Rule.RING, List.of(logs, logs), List.of());
    assertEquals(List.of(positive), kernel.accept(same).hypotheses());
  }

  /** Σᵥ ∂(Σ_w [y·log A[v,w] > 0])/∂y wants all A positive, not those of the diagonal only. */
  @Test
  void whatIsDifferentiatedInsideASumMakesSenseForAllItsIndices() {
    Declarations letters = new Declarations().size("m").tensor("A", "m", "m").tensor("y");
    Term made = Declarations.made(5, "m");
    Term other = Declarations.made(6, "m");
    Term guards = sum("m", other, guard(Term.multiply(Y, log(entry("A", made, other)))));
    Term right = sum("m", made, derivative(guards, Y));
    Hypothesis diagonal = Hypothesis.sign(List.of(V), entry("A", V, V), Signs.POSITIVE);
    Kernel kernel = new Kernel(new Statement(letters, List.of(diagonal), Term.ZERO, right, false));
    assertEquals(
        List.of(new Condition(Signs.POSITIVE, List.of(V, W), entry("A", V, W))),
        kernel.obligations());
  }

  @Test
  void whatIsAssumedInsideASumIsAssumedForAllItsIndices() {
    Term product = Term.multiply(entry("x", W), Y);
    Term left = sum("m", W, derivative(log(product), Y));
    Kernel kernel = new Kernel(new Statement(LETTERS, left, Y));
    Condition entries = new Condition(Signs.POSITIVE, List.of(V), Term.multiply(entry("x", V), Y));
    assertTrue(kernel.assumptions().contains(entries) || kernel.obligations().contains(entries));
  }

  @Test
  void whatIsAssumedOfASumIsNotGrantedOfItsEntries() {
    Term total = sum("m", V, entry("x", V));
    Term logs = Term.multiply(Term.ZERO, sum("m", V, log(entry("x", V))));
    Term by = entry("x", index("l"));
    Kernel kernel =
        new Kernel(
            new Statement(
                LETTERS,
                derivative(log(total), by),
                add(Term.power(total, Rational.MINUS_ONE), logs)));
    Condition sum = new Condition(Signs.POSITIVE, List.of(), total);
    Condition entries = new Condition(Signs.POSITIVE, List.of(V), entry("x", V));
    assertEquals(List.of(sum), kernel.assumptions());
    assertEquals(List.of(entries), kernel.obligations());
  }

  @Test
  void conditionsUnderSumsHoldForAllTheirIndices() {
    Term logs = sum("m", V, sum("m", W, log(add(entry("x", V), entry("x", W)))));
    Condition condition = new Kernel(new Statement(LETTERS, logs, Y)).obligations().get(0);
    assertEquals(2, condition.indices().size());
    assertEquals(Signs.POSITIVE, condition.signs());
  }

  @Test
  void aProofOffTheKinksAssumesThatNoGuardIsAtItsKink() {
    Term masks = sum("m", V, Term.multiply(Y, guard(entry("x", V))));
    Condition kink = new Condition(Signs.NON_ZERO, List.of(V), entry("x", V));
    assertEquals(List.of(kink), offKinks(masks, entry("x", index("l"))));
  }

  @Test
  void aGuardOfWhatDoesNotVaryIsNoKink() {
    Term masks = sum("m", V, Term.multiply(Y, guard(entry("x", V))));
    assertEquals(List.of(), offKinks(masks, Y));
    Term detached = Term.function(Term.Kind.DETACH, guard(Y));
    assertEquals(List.of(), offKinks(Term.multiply(Y, detached), Y));
    Term moved = add(entry("x", index("l")), Term.function(Term.Kind.DETACH, Y));
    assertEquals(List.of(), offKinks(Term.multiply(Y, guard(moved)), Y));
  }

  private static List<Condition> offKinks(Term primal, Term by) {
    Statement statement =
        new Statement(LETTERS, List.of(), derivative(primal, by), Term.ZERO, true);
    return new Kernel(statement).assumptions();
  }

  @Test
  void onlyADerivativeHasKinks() {
    Statement statement = new Statement(LETTERS, List.of(), guard(Y), guard(Y), true);
    assertEquals("only a derivative has kinks", refused(statement));
  }

  @Test
  void aHypothesisSpeaksOfWhatIsDeclared() {
    refused(given(Hypothesis.sign(List.of(), entry("z"), Signs.POSITIVE), Y));
  }

  /** With Σ x = 1 a derivative by x₁ alone would be one along a direction that is not allowed. */
  @Test
  void whatIsDifferentiatedByIsNotTied() {
    Hypothesis tied = Hypothesis.equation(List.of(), sum("m", V, entry("x", V)), Term.ONE);
    Term byX = derivative(log(entry("x", index("l"))), entry("x", index("l")));
    String reason = refused(given(tied, byX));
    assertTrue(reason.startsWith("a derivative by x, "), reason);
    refused(given(tied, add(Y, byX)));
    new Kernel(given(tied, derivative(Y, Y)));
  }

  private static Statement given(Hypothesis hypothesis, Term left) {
    return new Statement(LETTERS, List.of(hypothesis), left, Y, false);
  }

  private static Kernel given(Hypothesis hypothesis, Term left, Term right, boolean offKinks) {
    return new Kernel(new Statement(LETTERS, List.of(hypothesis), left, right, offKinks));
  }

  private static String refused(Statement statement) {
    return String.valueOf(assertThrows(Refusal.class, () -> new Kernel(statement)).getMessage());
  }
}
