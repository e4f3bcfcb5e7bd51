package dev.backproof.verify.prover;

import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.derivative;
import static dev.backproof.verify.kernel.Term.divide;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.index;
import static dev.backproof.verify.kernel.Term.log;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.negate;
import static dev.backproof.verify.kernel.Term.number;
import static dev.backproof.verify.kernel.Term.power;
import static dev.backproof.verify.kernel.Term.size;
import static dev.backproof.verify.kernel.Term.subtract;
import static dev.backproof.verify.kernel.Term.sum;
import static dev.backproof.verify.theorem.IndexNotation.abs;
import static dev.backproof.verify.theorem.IndexNotation.rect;
import static dev.backproof.verify.theorem.IndexNotation.square;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Size;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What provers get wrong, risk by risk; the name of each test names the risk. */
class SoundnessRisksTest {
  private static final Term X = entry("x");
  private static final Term Y = entry("y");
  private static final Term I = index("i");
  private static final Term J = index("j");
  private static final Term K = index("k");

  private static Declarations letters() {
    return new Declarations()
        .size("n")
        .size("m")
        .tensor("x")
        .tensor("y")
        .tensor("v", "n")
        .tensor("w", "n")
        .tensor("u", "m")
        .tensor("A", "n", "n")
        .tensor("B", "m", "n")
        .index("i", "n")
        .index("j", "n")
        .index("k", "m");
  }

  private static Decision decide(Term left, Term right) {
    return Decider.USUAL.decide(new Statement(letters(), left, right));
  }

  private static Decision.Proved proved(Term left, Term right) {
    return assertInstanceOf(Decision.Proved.class, decide(left, right));
  }

  private static Decision.Proved everywhere(Term left, Term right) {
    Decision.Proved proved = proved(left, right);
    assertTrue(!proved.offKinks());
    return proved;
  }

  private static Refutation refuted(Term left, Term right) {
    return assertInstanceOf(Decision.Refuted.class, decide(left, right)).counterexample();
  }

  private static void notProved(Term one, Term other) {
    assertNotEquals(ProofVerdict.PROVED, decide(one, other).verdict());
    assertNotEquals(
        ProofVerdict.PROVED,
        Decider.USUAL.decide(new Statement(letters(), other, one)).verdict(),
        "nor the other way round");
  }

  private static Term v(Term at) {
    return entry("v", at);
  }

  private static Term over(Term index, Term body) {
    return sum(index.equals(K) ? "m" : "n", index, body);
  }

  private static Term root(Term t) {
    return power(t, Rational.HALF);
  }

  @Test
  void captureNoNameOfTheMachineCanBeDeclared() {
    for (String name : List.of("#0:n", "#", "#1", "%0", "a#0", "", "0", "a:b", "a b")) {
      assertThrows(Refusal.class, () -> letters().index(name, "n"), name);
      assertThrows(Refusal.class, () -> letters().tensor(name, "n"), name);
      assertThrows(Refusal.class, () -> new Declarations().size(name), name);
      assertThrows(
          IllegalArgumentException.class, () -> new Symbols().tensor(name, Size.symbol("n")), name);
    }
    Term made = Declarations.made(0, "n");
    assertInstanceOf(Decision.Malformed.class, decide(v(made), v(made)), "it would be any index");
  }

  /** Σᵢ vᵢ·Σⱼ vⱼ with the free i and j beside: nothing bound takes a free one's place. */
  @Test
  void captureByABinderOfTheLetterThatIsFree() {
    Term total = over(I, v(I));
    everywhere(multiply(v(I), total), over(J, multiply(v(J), v(I))));
    refuted(multiply(v(I), total), over(I, multiply(v(I), v(I))));
    everywhere(derivative(square(total), v(I)), multiply(number(2), total));
    refuted(derivative(square(total), v(I)), multiply(number(2), v(I)));
  }

  /** A summand that is doubled under its own binder: (Σᵢ vᵢ)² is no Σᵢ vᵢ². */
  @Test
  void captureWhenAnInnerSumIsOpenedUnderItsOwnBinder() {
    Term nested = over(I, multiply(v(I), over(I, v(I))));
    everywhere(nested, square(over(J, v(J))));
    refuted(nested, over(I, square(v(I))));
    Term twice = over(I, square(over(J, multiply(entry("A", I, J), v(J)))));
    Term apart =
        over(
            I,
            over(
                J,
                sum(
                    "n",
                    index("j"),
                    multiply(over(J, multiply(entry("A", I, J), v(J))), entry("A", I, J), v(J)))));
    everywhere(multiply(size("n"), twice), apart);
  }

  @Test
  void sizesThatCoincideAreNotTakenForTheSame() {
    Refutation found = refuted(over(I, over(K, Term.ONE)), square(size("n")));
    assertNotEquals(found.point().size("n"), found.point().size("m"));
    assertInstanceOf(Decision.Malformed.class, decide(entry("B", I, K), X));
    assertInstanceOf(Decision.Malformed.class, decide(Term.delta(I, K), Term.ZERO));
    assertInstanceOf(Decision.Malformed.class, decide(over(K, v(K)), over(I, v(I))));
  }

  /** (Σ v)² = Σ v² for n = 1: shown with two. */
  @Test
  void sizesOfOneDoNotHideAFault() {
    Refutation found = refuted(square(over(I, v(I))), over(I, square(v(I))));
    assertEquals(2, found.point().size("n"));
    Statement claim = new Statement(letters(), square(over(I, v(I))), over(I, square(v(I))));
    Point one =
        new Point(
            Map.of("n", 1, "m", 1),
            Map.of("x", ONE, "y", ONE, "v", ONE, "w", ONE, "u", ONE, "A", ONE, "B", ONE),
            Map.of("i", List.of(0), "j", List.of(0), "k", List.of(0)));
    assertThrows(Refusal.class, () -> Refutation.check(claim, one), "there it holds");
  }

  private static final List<Rational> ONE = List.of(Rational.ONE);

  /** What fails for n = 1 only is found there. */
  @Test
  void aFaultAtSizeOneOnlyIsFound() {
    assertEquals(1, refuted(guard(subtract(size("n"), Term.ONE)), Term.ONE).point().size("n"));
    refuted(over(I, over(J, subtract(Term.ONE, Term.delta(I, J)))), size("n"));
  }

  @Test
  void emptyRangesAreNoPoints() {
    assertThrows(
        Refusal.class,
        () ->
            Refutation.check(
                new Statement(new Declarations().size("n"), size("n"), Term.ONE),
                new Point(Map.of("n", 0), Map.of(), Map.of())));
    everywhere(guard(size("n")), Term.ONE);
  }

  /** [vⱼ > 0] under a binder stays there, also within exp and log. */
  @Test
  void aGuardIsNotMovedAcrossItsBinder() {
    Term masked = over(J, multiply(guard(v(J)), exp(entry("w", J))));
    everywhere(masked, over(I, multiply(exp(entry("w", I)), guard(v(I)))));
    refuted(masked, multiply(guard(over(J, v(J))), over(J, exp(entry("w", J)))));
    refuted(masked, multiply(guard(v(I)), over(J, exp(entry("w", J)))));
    Term oa = over(J, multiply(entry("B", K, J), rect(v(J))));
    Term loss = log(over(K, exp(oa)));
    Term os = divide(exp(oa), over(K, exp(oa)));
    Term slope = over(K, multiply(os, entry("B", K, I)));
    everywhere(derivative(loss, v(I)), multiply(slope, guard(v(I))));
    refuted(derivative(loss, v(I)), slope);
    refuted(derivative(loss, v(I)), multiply(slope, guard(v(J))));
    refuted(derivative(loss, v(I)), multiply(slope, guard(over(J, v(J)))));
  }

  /** A vanishing denominator that is not seen at once proves nothing. */
  @TestFactory
  Stream<DynamicTest> hiddenZeroDenominators() {
    Term hidden = subtract(root(square(X)), abs(X));
    Term open = subtract(multiply(add(X, Y), subtract(X, Y)), subtract(square(X), square(Y)));
    Term sums = subtract(square(over(I, v(I))), over(I, multiply(v(I), over(J, v(J)))));
    Term logs = subtract(log(exp(X)), X);
    Term guards = multiply(guard(X), guard(negate(X)));
    return Stream.of(hidden, open, sums, logs, guards, subtract(X, X))
        .map(
            zero ->
                DynamicTest.dynamicTest(
                    zero.toString(),
                    () -> {
                      Term quotient = divide(entry("u", K), zero);
                      notProved(quotient, multiply(number(2), quotient));
                      notProved(quotient, quotient);
                      notProved(divide(zero, zero), Term.ONE);
                      Term slope = derivative(quotient, entry("u", K));
                      notProved(slope, divide(Term.ONE, zero));
                      notProved(slope, number(5));
                      notProved(slope, Term.ZERO);
                    }));
  }

  /** Laws of logarithms and roots that want a sign nobody has promised. */
  @TestFactory
  Stream<DynamicTest> lawsThatWantASignStayOpenWithoutIt() {
    return laws().stream()
        .map(
            law ->
                DynamicTest.dynamicTest(
                    law.get(0) + " = " + law.get(1), () -> notProved(law.get(0), law.get(1))));
  }

  @TestFactory
  Stream<DynamicTest> lawsThatWantASignAreProvedWithIt() {
    List<Hypothesis> positive =
        List.of(
            Hypothesis.sign(List.of(), X, Signs.POSITIVE),
            Hypothesis.sign(List.of(), Y, Signs.POSITIVE));
    return laws().stream()
        .map(
            law ->
                DynamicTest.dynamicTest(
                    law.get(0) + " = " + law.get(1),
                    () ->
                        assertEquals(
                            ProofVerdict.PROVED,
                            Decider.USUAL
                                .decide(
                                    new Statement(
                                        letters(), positive, law.get(0), law.get(1), false))
                                .verdict())));
  }

  private static List<List<Term>> laws() {
    return List.of(
        List.of(log(square(X)), multiply(number(2), log(X))),
        List.of(log(multiply(X, Y)), add(log(X), log(Y))),
        List.of(log(divide(X, Y)), subtract(log(X), log(Y))),
        List.of(root(multiply(X, Y)), multiply(root(X), root(Y))),
        List.of(root(square(X)), X),
        List.of(square(root(X)), X),
        List.of(power(power(X, Rational.of(3)), Rational.of(1, 3)), X),
        List.of(exp(log(X)), X),
        List.of(divide(X, X), Term.ONE),
        List.of(multiply(X, divide(Y, X)), Y),
        List.of(multiply(guard(X), divide(X, X)), guard(X)),
        List.of(log(root(X)), multiply(number(Rational.HALF), log(X))));
  }

  /** Nor through the condition that the law's own right side would need. */
  @Test
  void whatTheClaimNeedsIsNotAssumed() {
    Term u = entry("u", K);
    notProved(derivative(multiply(u, log(square(X))), u), multiply(number(2), log(X)));
    notProved(derivative(multiply(u, root(square(X))), u), X);
    notProved(derivative(multiply(u, X), u), exp(log(X)));
    notProved(derivative(multiply(u, X), u), divide(square(X), X));
  }

  /** rect(x) − rect(−x) is x, but its conventional slope at 0 is 0. */
  @Test
  void nothingIsSimplifiedBeforeItIsDifferentiated() {
    Term difference = subtract(rect(X), rect(negate(X)));
    everywhere(difference, X);
    everywhere(derivative(difference, X), add(guard(X), guard(negate(X))));
    offKinks(derivative(difference, X), Term.ONE);
    Term doubled = add(rect(X), rect(X));
    everywhere(derivative(doubled, X), multiply(number(2), guard(X)));
    Term halves = divide(add(X, abs(X)), number(2));
    everywhere(halves, rect(X));
    offKinks(derivative(halves, X), guard(X));
  }

  private static void offKinks(Term left, Term right) {
    Decision.Proved proved = proved(left, right);
    assertTrue(proved.offKinks());
    Refutation kink = proved.kinks().orElseThrow();
    Statement statement = new Statement(letters(), left, right);
    assertEquals(kink, Refutation.check(statement, kink.point()));
    assertThrows(
        Refusal.class, () -> Refutation.check(statement.withoutKinks(), kink.point()), "a kink");
    assertInstanceOf(Decision.Refuted.class, Decider.USUAL.strictly().decide(statement));
  }

  /** At a tie each of two gets half; clip passes at its bounds; rect does not. */
  @Test
  void conventionsAtTiesAreNotMixed() {
    Term max = divide(add(X, Y, abs(subtract(X, Y))), number(2));
    Term above = guard(subtract(X, Y));
    Term below = guard(subtract(Y, X));
    Term tie = subtract(Term.ONE, add(above, below));
    everywhere(derivative(max, X), add(above, multiply(number(Rational.HALF), tie)));
    offKinks(derivative(max, X), above);
    offKinks(derivative(max, X), subtract(Term.ONE, below));
    refuted(derivative(max, X), below);
    everywhere(derivative(rect(X), X), guard(X));
    offKinks(derivative(rect(X), X), subtract(Term.ONE, guard(negate(X))));
    offKinks(
        derivative(rect(X), X),
        multiply(number(Rational.HALF), add(Term.ONE, guard(X), negate(guard(negate(X))))));
  }

  /** A guard's own jump is no kink of an equation without a derivative. */
  @Test
  void anEquationThatFailsAtAPointIsRefutedThere() {
    Refutation found =
        refuted(
            subtract(guard(X), guard(negate(X))),
            subtract(multiply(number(2), guard(X)), Term.ONE));
    assertEquals(List.of(Rational.ZERO), found.point().tensors().get("x"));
    refuted(guard(negate(X)), subtract(Term.ONE, guard(X)));
  }

  /** where(x > 0, log x, 0): the condition x > 0 of its slope stays with the verdict. */
  @Test
  void aConditionInABranchStaysOrIsDischargedByItsGuard() {
    Term branch = multiply(guard(X), log(X));
    Decision.Proved proved =
        everywhere(derivative(branch, X), multiply(guard(X), power(X, Rational.MINUS_ONE)));
    assertTrue(
        proved.conditions().stream()
            .anyMatch(c -> c.term().equals(X) && c.signs().equals(Signs.POSITIVE)),
        proved.conditions()::toString);
    List<Rational> sample = proved.sample().tensors().getOrDefault("x", List.of());
    assertEquals(List.of(1), sample.stream().map(Rational::signum).toList());
    refuted(derivative(branch, X), multiply(guard(X), power(X, Rational.of(-2))));
    notProved(branch, multiply(guard(X), log(abs(X))));
  }

  /** A variable under a binder is none that is constant. */
  @Test
  void theSilentZero() {
    Term norm = over(I, square(v(I)));
    everywhere(derivative(norm, v(J)), multiply(number(2), v(J)));
    refuted(derivative(norm, v(J)), Term.ZERO);
    refuted(derivative(over(I, Term.ONE), v(J)), Term.ONE);
    Term lse = log(over(I, exp(v(I))));
    refuted(derivative(lse, v(J)), Term.ZERO);
    refuted(derivative(over(I, over(J, multiply(v(I), v(J)))), v(I)), Term.ZERO);
  }

  @Test
  void whatIsDetachedHasItsValueAndNoSlope() {
    Term detached = Term.function(Term.Kind.DETACH, X);
    everywhere(detached, X);
    everywhere(derivative(multiply(detached, X), X), X);
    refuted(derivative(multiply(detached, X), X), multiply(number(2), X));
    everywhere(derivative(detached, X), Term.ZERO);
  }
}
