package dev.backproof.verify.kernel;

import static dev.backproof.verify.kernel.Letters.I;
import static dev.backproof.verify.kernel.Letters.J;
import static dev.backproof.verify.kernel.Letters.K;
import static dev.backproof.verify.kernel.Letters.N;
import static dev.backproof.verify.kernel.Letters.P;
import static dev.backproof.verify.kernel.Letters.S;
import static dev.backproof.verify.kernel.Letters.T;
import static dev.backproof.verify.kernel.Letters.U;
import static dev.backproof.verify.kernel.Letters.V;
import static dev.backproof.verify.kernel.Letters.a;
import static dev.backproof.verify.kernel.Letters.kernel;
import static dev.backproof.verify.kernel.Letters.max;
import static dev.backproof.verify.kernel.Letters.number;
import static dev.backproof.verify.kernel.Letters.o;
import static dev.backproof.verify.kernel.Letters.sum;
import static dev.backproof.verify.kernel.Letters.x;
import static dev.backproof.verify.kernel.Letters.y;
import static dev.backproof.verify.kernel.Letters.yy;
import static dev.backproof.verify.kernel.RuleCheck.proves;
import static dev.backproof.verify.kernel.RuleCheck.refuses;
import static dev.backproof.verify.kernel.RuleCheck.ring;
import static dev.backproof.verify.kernel.Term.ONE;
import static dev.backproof.verify.kernel.Term.ZERO;
import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.delta;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.negate;
import static dev.backproof.verify.kernel.Term.subtract;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SumRulesTest {
  private final Kernel kernel = kernel();
  private final Theorem doubled = ring(kernel, add(x(I), x(I)), multiply(number(2), x(I)));

  @Test
  void whatIsEqualForAllValuesOfAnIndexHasEqualSums() {
    Theorem bound = kernel.apply(Rule.BIND_SUM, List.of(I), List.of(doubled));
    assertEquals(sum(I, add(x(I), x(I))), bound.left());
    assertEquals(sum(I, multiply(number(2), x(I))), bound.right());
    Theorem most = kernel.apply(Rule.BIND_MAX, List.of(I), List.of(doubled));
    assertEquals(max(I, add(x(I), x(I))), most.left());
    assertEquals(max(I, multiply(number(2), x(I))), most.right());
    // An index that does not occur: the sum is over as many equal numbers as its range has.
    Theorem over = kernel.apply(Rule.BIND_SUM, List.of(V), List.of(doubled));
    assertEquals(Term.binder(Term.Kind.SUM, "m", add(x(I), x(I))), over.left());
  }

  @Test
  void noRuleGeneralisesOverAnIndexOfTheUser() {
    Theorem atT = ring(kernel, add(x(T), x(T)), multiply(number(2), x(T)));
    String reason = "not an index made by the machine";
    for (Rule rule : List.of(Rule.BIND_SUM, Rule.BIND_MAX)) {
      refuses(kernel, reason, rule, List.of(T), List.of(atT));
      refuses(kernel, reason, rule, List.of(y(I)), List.of(atT));
      refuses(kernel, reason, rule, List.of(S), List.of(atT));
      refuses(kernel, "wrong number", rule, List.of(I), List.of());
      refuses(kernel, "wrong number", rule, List.of(), List.of(atT));
    }
    refuses(kernel, reason, Rule.SUM_OF_SUM, T, S, P);
    refuses(kernel, reason, Rule.SUM_FACTOR, T, S, P);
    refuses(kernel, reason, Rule.SUM_SWAP, T, I, P);
    refuses(kernel, reason, Rule.SUM_SWAP, I, T, P);
    refuses(kernel, reason, Rule.SUM_DELTA, T, U, P);
  }

  @Test
  void anIndexOfNoRangeIsRefused() {
    refuses(kernel, "no such size", Rule.SUM_OF_SUM, Term.index("#0:q"), S, P);
    refuses(kernel, "not an index", Rule.SUM_OF_SUM, Term.index("#:n"), S, P);
    refuses(kernel, "not an index", Rule.SUM_OF_SUM, Term.index("#a:n"), S, P);
    refuses(kernel, "not an index", Rule.SUM_OF_SUM, Term.index("#123456789:n"), S, P);
    refuses(kernel, "no such index", Rule.DELTA_EQUAL, Term.index("z"));
    refuses(kernel, "an index is no number", Rule.DELTA_EQUAL, Term.bound(0));
    refuses(kernel, "a loose index", Rule.REFLEXIVE, x(Term.bound(0)));
  }

  @Test
  void aSumOfSumsIsTheSumOfTheSums() {
    proves(
        kernel,
        sum(I, add(x(I), a(I, J), S)),
        add(sum(I, x(I)), sum(I, a(I, J)), sum(I, S)),
        Rule.SUM_OF_SUM,
        I,
        x(I),
        a(I, J),
        S);
    proves(kernel, sum(I, x(I)), sum(I, x(I)), Rule.SUM_OF_SUM, I, x(I));
    refuses(kernel, "wrong number", Rule.SUM_OF_SUM, I);
    refuses(kernel, "an index is no number", Rule.SUM_OF_SUM, I, J);
  }

  @Test
  void aFactorLeavesASumIfItDoesNotDependOnTheIndex() {
    proves(
        kernel, sum(I, multiply(S, x(I))), multiply(S, sum(I, x(I))), Rule.SUM_FACTOR, I, S, x(I));
    proves(
        kernel,
        sum(I, multiply(x(J), x(I))),
        multiply(x(J), sum(I, x(I))),
        Rule.SUM_FACTOR,
        I,
        x(J),
        x(I));
    refuses(kernel, "the factor depends on the index", Rule.SUM_FACTOR, I, x(I), S);
    refuses(kernel, "the factor depends on the index", Rule.SUM_FACTOR, I, o(y(I)), S);
    refuses(kernel, "the factor depends", Rule.SUM_FACTOR, I, sum(J, a(I, J)), S);
    refuses(kernel, "wrong number", Rule.SUM_FACTOR, I, S);
    refuses(kernel, "an index is no number", Rule.SUM_FACTOR, I, J, S);
  }

  @Test
  void theOrderOfSumsDoesNotMatter() {
    proves(
        kernel, sum(I, sum(V, yy(I, V))), sum(V, sum(I, yy(I, V))), Rule.SUM_SWAP, I, V, yy(I, V));
    proves(kernel, sum(I, sum(J, a(I, J))), sum(J, sum(I, a(I, J))), Rule.SUM_SWAP, I, J, a(I, J));
    refuses(kernel, "the same index twice", Rule.SUM_SWAP, I, I, x(I));
  }

  @Test
  void aDeltaSelectsWithinOneRange() {
    proves(kernel, sum(I, multiply(delta(I, T), x(I))), x(T), Rule.SUM_DELTA, I, T, x(I));
    proves(kernel, sum(V, multiply(delta(V, y(J)), o(V))), o(y(J)), Rule.SUM_DELTA, V, y(J), o(V));
    proves(
        kernel,
        sum(I, multiply(delta(I, J), sum(V, yy(I, V)))),
        sum(V, yy(J, V)),
        Rule.SUM_DELTA,
        I,
        J,
        sum(V, yy(I, V)));
    refuses(kernel, "no δ", Rule.SUM_DELTA, I, K, x(I));
    refuses(kernel, "no δ", Rule.SUM_DELTA, V, T, S);
    refuses(kernel, "no δ", Rule.SUM_DELTA, I, I, x(I));
    refuses(kernel, "not an index", Rule.SUM_DELTA, I, S, x(I));
  }

  @Test
  void aLabelOfTheBoundIndexIsNotSelected() {
    // Σᵥ δ(v, y[v])·a would count fixed points.
    Declarations square = new Declarations().size("n").label("z", "n", List.of("n"));
    Kernel about = new Kernel(new Statement(square, ONE, ONE));
    Term ofItself = Term.label("z", List.of(I));
    refuses(about, "no δ", Rule.SUM_DELTA, I, ofItself, ONE);
  }

  @Test
  void ofOneForEachPlaceTheSumIsTheSize() {
    proves(kernel, Term.binder(Term.Kind.SUM, "n", ONE), N, Rule.SUM_OF_ONE, N);
    refuses(kernel, "not a size", Rule.SUM_OF_ONE, S);
    refuses(kernel, "no such size", Rule.SUM_OF_ONE, Term.size("q"));
  }

  @Test
  void anIndexEqualsItself() {
    proves(kernel, delta(T, T), ONE, Rule.DELTA_EQUAL, T);
    proves(kernel, delta(y(I), y(I)), ONE, Rule.DELTA_EQUAL, y(I));
    refuses(kernel, "not an index", Rule.DELTA_EQUAL, S);
    refuses(kernel, "δ of two ranges", Rule.REFLEXIVE, delta(T, K));
  }

  @Test
  void indicesAreEqualOrNot() {
    Term t = multiply(delta(T, U), a(T, U));
    Term not = subtract(ONE, delta(T, U));
    proves(
        kernel,
        t,
        add(
            multiply(delta(T, U), multiply(delta(U, U), a(U, U))),
            multiply(not, multiply(ZERO, a(T, U)))),
        Rule.DELTA_CELLS,
        t,
        T,
        U);
    refuses(kernel, "no δ", Rule.DELTA_CELLS, t, T, K);
    refuses(kernel, "no δ", Rule.DELTA_CELLS, t, T, T);
    refuses(kernel, "only a free index can be replaced", Rule.DELTA_CELLS, S, y(T), K);
    Term o = o(K);
    proves(
        kernel,
        o,
        add(multiply(delta(K, y(T)), o(y(T))), multiply(subtract(ONE, delta(K, y(T))), o)),
        Rule.DELTA_CELLS,
        o,
        K,
        y(T));
  }

  @Test
  void aMaximumIsAttained() {
    Term most = max(J, a(I, J));
    Term above = subtract(a(I, J), most);
    Term below = subtract(most, a(I, J));
    Term tie = add(ONE, negate(guard(above)), negate(guard(below)));
    assertEquals(Signs.POSITIVE, kernel.signsOf(sum(J, tie)));
    assertEquals(Signs.ANY, kernel.signsOf(sum(I, tie)));
    assertEquals(Signs.ANY, kernel.signsOf(sum(V, tie)));
    assertEquals(Signs.ANY, kernel.signsOf(tie));
  }
}
