package dev.backproof.verify.kernel;

import static dev.backproof.verify.kernel.Letters.I;
import static dev.backproof.verify.kernel.Letters.J;
import static dev.backproof.verify.kernel.Letters.K;
import static dev.backproof.verify.kernel.Letters.P;
import static dev.backproof.verify.kernel.Letters.S;
import static dev.backproof.verify.kernel.Letters.T;
import static dev.backproof.verify.kernel.Letters.U;
import static dev.backproof.verify.kernel.Letters.V;
import static dev.backproof.verify.kernel.Letters.a;
import static dev.backproof.verify.kernel.Letters.detach;
import static dev.backproof.verify.kernel.Letters.kernel;
import static dev.backproof.verify.kernel.Letters.knowing;
import static dev.backproof.verify.kernel.Letters.number;
import static dev.backproof.verify.kernel.Letters.o;
import static dev.backproof.verify.kernel.Letters.sum;
import static dev.backproof.verify.kernel.Letters.x;
import static dev.backproof.verify.kernel.Letters.y;
import static dev.backproof.verify.kernel.RuleCheck.misses;
import static dev.backproof.verify.kernel.RuleCheck.proves;
import static dev.backproof.verify.kernel.RuleCheck.refuses;
import static dev.backproof.verify.kernel.RuleCheck.ring;
import static dev.backproof.verify.kernel.Term.ONE;
import static dev.backproof.verify.kernel.Term.ZERO;
import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.derivative;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.multiply;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EqualityRulesTest {
  private final Kernel kernel = kernel();
  private final Theorem doubled = ring(kernel, add(S, S), multiply(number(2), S));

  @Test
  void aTermIsItself() {
    proves(kernel, exp(S), exp(S), Rule.REFLEXIVE, exp(S));
    proves(kernel, T, T, Rule.REFLEXIVE, T);
    refuses(kernel, "reflexive: wrong number of arguments", Rule.REFLEXIVE);
    refuses(kernel, "wrong number of arguments", Rule.REFLEXIVE, S, S);
  }

  @Test
  void symmetryTurnsAnEquationRound() {
    Theorem turned = kernel.apply(Rule.SYMMETRIC, List.of(), List.of(doubled));
    assertEquals(multiply(number(2), S), turned.left());
    assertEquals(add(S, S), turned.right());
    refuses(kernel, "wrong number of arguments", Rule.SYMMETRIC, List.of(), List.of());
    refuses(kernel, "wrong number", Rule.SYMMETRIC, List.of(S), List.of(doubled));
  }

  @Test
  void transitivityWantsTheSameTermInTheMiddle() {
    Theorem next = ring(kernel, multiply(number(2), S), add(S, S, ZERO));
    Theorem both = kernel.apply(Rule.TRANSITIVE, List.of(), List.of(doubled, next));
    assertEquals(add(S, S), both.left());
    assertEquals(add(S, S, ZERO), both.right());
    refuses(
        kernel, "the middle terms differ", Rule.TRANSITIVE, List.of(), List.of(doubled, doubled));
    refuses(kernel, "the middle terms differ", Rule.TRANSITIVE, List.of(), List.of(next, doubled));
    refuses(kernel, "wrong number", Rule.TRANSITIVE, List.of(), List.of(doubled));
  }

  @Test
  void equalPartsMakeEqualWholes() {
    Theorem same = kernel.apply(Rule.REFLEXIVE, List.of(P), List.of());
    Term whole = multiply(add(S, S), P);
    boolean inOrder = whole.argument(0).equals(P);
    List<Theorem> parts = inOrder ? List.of(same, doubled) : List.of(doubled, same);
    Theorem product = kernel.apply(Rule.CONGRUENT, List.of(whole), parts);
    assertEquals(whole, product.left());
    assertEquals(multiply(P, multiply(number(2), S)), product.right());
    Theorem outer = kernel.apply(Rule.CONGRUENT, List.of(exp(add(S, S))), List.of(doubled));
    assertEquals(exp(multiply(number(2), S)), outer.right());
    List<Theorem> swapped = inOrder ? List.of(doubled, same) : List.of(same, doubled);
    refuses(kernel, "is not about", Rule.CONGRUENT, List.of(whole), swapped);
    refuses(kernel, "a premise for each part", Rule.CONGRUENT, List.of(whole), List.of(doubled));
    refuses(kernel, "a premise for each part", Rule.CONGRUENT, List.of(P), List.of(same));
  }

  @Test
  void congruenceDoesNotLookUnderABinder() {
    Term bound = Term.binder(Term.Kind.SUM, "n", add(S, S));
    refuses(kernel, "a binder wants", Rule.CONGRUENT, List.of(bound), List.of(doubled));
  }

  @Test
  void theRingKnowsPolynomials() {
    Term square = Term.power(add(S, P), Rational.of(2));
    Term expanded = add(multiply(S, S), multiply(number(2), S, P), multiply(P, P));
    proves(kernel, square, expanded, Rule.RING, square, expanded);
    refuses(kernel, "not the same polynomial", Rule.RING, square, multiply(S, S));
    refuses(kernel, "wrong number", Rule.RING, square);
    refuses(kernel, "an index is no number", Rule.RING, T, T);
    refuses(kernel, "an index is no number", Rule.RING, S, S, T);
  }

  @Test
  void theRingLeavesOpaqueTermsAlone() {
    Term inner = add(S, P);
    Term cube = Term.power(inner, Rational.of(3));
    Term product = multiply(inner, inner, inner);
    proves(kernel, cube, product, Rule.RING, cube, product, inner);
    Term expanded = add(S, P, ZERO);
    refuses(kernel, "not the same polynomial", Rule.RING, inner, expanded, inner);
  }

  @Test
  void cancellingWantsAFactorThatIsNotZero() {
    Term difference = Term.subtract(add(S, S), multiply(number(2), S));
    Theorem byS = ring(kernel, multiply(S, difference), ZERO);
    Theorem byTwo = ring(kernel, multiply(number(2), difference), ZERO);
    Theorem cancelled = kernel.apply(Rule.CANCEL, List.of(number(2), difference), List.of(byTwo));
    assertEquals(difference, cancelled.left());
    assertEquals(ZERO, cancelled.right());
    refuses(
        kernel,
        "it is not known that this is nonzero",
        Rule.CANCEL,
        List.of(S, difference),
        List.of(byS));
    refuses(
        kernel,
        "not about the product",
        Rule.CANCEL,
        List.of(number(3), difference),
        List.of(byTwo));
    refuses(
        kernel,
        "not about the product",
        Rule.CANCEL,
        List.of(number(2), difference),
        List.of(ring(kernel, multiply(number(2), difference), Term.subtract(P, P))));
    refuses(kernel, "wrong number", Rule.CANCEL, number(2), difference);
  }

  @Test
  void onlySidesOfTheStatementAreDifferentiated() {
    Term left = derivative(multiply(S, S), S);
    Term right = multiply(number(2), S);
    Kernel about = new Kernel(new Statement(Letters.declared(), left, right));
    Theorem derived = RuleCheck.apply(about, Rule.DERIVE, left);
    assertEquals(left, derived.left());
    assertEquals(add(multiply(ONE, S), multiply(S, ONE)), derived.right());
    proves(about, right, right, Rule.DERIVE, right);
    refuses(about, "not a side of the statement", Rule.DERIVE, derivative(S, S));
    refuses(about, "not a side of the statement", Rule.DERIVE, S);
  }

  @Test
  void noOtherRuleSeesADerivative() {
    Term d = derivative(multiply(S, S), S);
    Kernel about = new Kernel(new Statement(Letters.declared(), d, multiply(number(2), S)));
    for (Rule rule : List.of(Rule.REFLEXIVE, Rule.DETACHED, Rule.EXP_OF_SUM, Rule.LOG_OF_EXP)) {
      refuses(about, "a derivative in a rule", rule, d);
    }
    refuses(about, "a derivative in a rule", Rule.RING, d, d);
    refuses(about, "a derivative in a rule", Rule.RING, S, S, exp(d));
    Theorem derived = RuleCheck.apply(about, Rule.DERIVE, d);
    refuses(about, "a derivative in a rule", Rule.CONGRUENT, List.of(exp(d)), List.of(derived));
  }

  @Test
  void whatIsDetachedKeepsItsValue() {
    proves(kernel, detach(S), S, Rule.DETACHED, detach(S));
    refuses(kernel, "nothing is detached", Rule.DETACHED, S);
  }

  @Test
  void hypothesesHoldAtAnyIndicesOfTheirRanges() {
    Hypothesis equation = Hypothesis.equation(List.of(I, J), a(I, J), multiply(x(I), a(J, I)));
    Kernel given = kernel(List.of(equation, Hypothesis.sign(List.of(V), o(V), Signs.POSITIVE)));
    proves(given, a(T, U), multiply(x(T), a(U, T)), Rule.HYPOTHESIS, ZERO, T, U);
    // Swapped, and the same twice: the indices are replaced all at once.
    proves(given, a(J, I), multiply(x(J), a(I, J)), Rule.HYPOTHESIS, ZERO, J, I);
    proves(given, a(T, T), multiply(x(T), a(T, T)), Rule.HYPOTHESIS, ZERO, T, T);
    RuleCheck.knows(given, o(y(I)), Signs.POSITIVE, Rule.HYPOTHESIS, ONE, y(I));
    refuses(given, "not of the range", Rule.HYPOTHESIS, ZERO, T, K);
    refuses(given, "not of the range", Rule.HYPOTHESIS, ONE, T);
    refuses(given, "an index for each", Rule.HYPOTHESIS, ZERO, T);
    refuses(given, "an index for each", Rule.HYPOTHESIS, ONE, K, K);
    refuses(given, "no such hypothesis", Rule.HYPOTHESIS, number(2), K);
    refuses(given, "no such hypothesis", Rule.HYPOTHESIS, number(-1), K);
    refuses(given, "not a number", Rule.HYPOTHESIS, S, K);
    refuses(given, "not a small whole number", Rule.HYPOTHESIS, Letters.half(), K);
    refuses(given, "not an index", Rule.HYPOTHESIS, ONE, S);
    refuses(given, "wrong number", Rule.HYPOTHESIS);
  }

  @Test
  void aHypothesisBindsOnlyItsOwnIndices() {
    Term bound = sum(J, multiply(a(I, J), x(J)));
    Kernel given = kernel(List.of(Hypothesis.equation(List.of(I), bound, ONE)));
    proves(given, sum(I, multiply(a(J, I), x(I))), ONE, Rule.HYPOTHESIS, ZERO, J);
  }

  @Test
  void theRingWantsSignsForPowers() {
    Kernel knowing = knowing();
    Term inverse = Letters.inverse(P);
    proves(knowing, multiply(P, inverse), ONE, Rule.RING, multiply(P, inverse), ONE);
    Term ofS = multiply(S, Letters.inverse(S));
    misses(knowing, S, Signs.NON_ZERO, Rule.RING, ofS, ONE);
    Term root = Letters.power(S, 1, 2);
    misses(knowing, S, Signs.POSITIVE, Rule.RING, multiply(root, root), S);
  }
}
