package dev.backproof.verify.kernel;

import static dev.backproof.verify.kernel.Letters.P;
import static dev.backproof.verify.kernel.Letters.S;
import static dev.backproof.verify.kernel.Letters.T;
import static dev.backproof.verify.kernel.Letters.half;
import static dev.backproof.verify.kernel.Letters.knowing;
import static dev.backproof.verify.kernel.Letters.number;
import static dev.backproof.verify.kernel.Letters.square;
import static dev.backproof.verify.kernel.Letters.sum;
import static dev.backproof.verify.kernel.Letters.x;
import static dev.backproof.verify.kernel.RuleCheck.misses;
import static dev.backproof.verify.kernel.RuleCheck.proves;
import static dev.backproof.verify.kernel.RuleCheck.refuses;
import static dev.backproof.verify.kernel.Term.ONE;
import static dev.backproof.verify.kernel.Term.ZERO;
import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.negate;
import static dev.backproof.verify.kernel.Term.subtract;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuardRulesTest {
  private final Kernel kernel = knowing();

  @Test
  void aPositiveFactorDoesNotMatter() {
    proves(kernel, guard(multiply(P, S)), guard(S), Rule.GUARD_SCALE, P, S);
    misses(kernel, S, Signs.POSITIVE, Rule.GUARD_SCALE, S, P);
    misses(kernel, number(-1), Signs.POSITIVE, Rule.GUARD_SCALE, number(-1), S);
    misses(kernel, ZERO, Signs.POSITIVE, Rule.GUARD_SCALE, ZERO, S);
    misses(kernel, square(S), Signs.POSITIVE, Rule.GUARD_SCALE, square(S), S);
    refuses(kernel, "wrong number", Rule.GUARD_SCALE, P);
  }

  @Test
  void aKnownSignDecides() {
    proves(kernel, guard(exp(S)), ONE, Rule.GUARD_DECIDED, exp(S));
    proves(kernel, guard(negate(P)), ZERO, Rule.GUARD_DECIDED, negate(P));
    proves(kernel, guard(ZERO), ZERO, Rule.GUARD_DECIDED, ZERO);
    Term below = negate(square(S));
    proves(kernel, guard(below), ZERO, Rule.GUARD_DECIDED, below);
    misses(kernel, S, Signs.NON_POSITIVE, Rule.GUARD_DECIDED, S);
    misses(kernel, square(S), Signs.NON_POSITIVE, Rule.GUARD_DECIDED, square(S));
  }

  @Test
  void oppositesAreNotBothPositive() {
    Term p = subtract(S, P);
    Term q = subtract(P, S);
    Term both = multiply(guard(p), guard(q));
    Term cells = RuleCheck.apply(kernel, Rule.GUARD_CELLS, both, p, q).right();
    proves(kernel, cells, ZERO, Rule.RING, cells, ZERO);
    for (Term other : List.of(P, p, multiply(number(-2), p))) {
      refuses(kernel, "not the same", Rule.GUARD_CELLS, both, p, other);
    }
  }

  @Test
  void oneOfTwoOppositesIsPositiveUnlessBothAreZero() {
    Term minus = negate(P);
    Term neither = add(ONE, negate(guard(P)), negate(guard(minus)));
    Term none = multiply(neither, ZERO);
    Theorem cell =
        proves(kernel, multiply(neither, P), none, Rule.ZERO_CELL, P, P, minus, ONE, P, ZERO);
    Theorem zero = proves(kernel, none, ZERO, Rule.RING, none, ZERO);
    Theorem product = kernel.apply(Rule.TRANSITIVE, List.of(), List.of(cell, zero));
    Theorem covered = kernel.apply(Rule.CANCEL, List.of(P, neither), List.of(product));
    assertEquals(neither, covered.left());
    assertEquals(ZERO, covered.right());
    refuses(kernel, "not the same", Rule.ZERO_CELL, P, P, P, ONE, P, ZERO);
    // Of what may be 0 the product says nothing.
    Term other = add(ONE, negate(guard(S)), negate(guard(negate(S))));
    Theorem middle = RuleCheck.apply(kernel, Rule.ZERO_CELL, S, S, negate(S), ONE, S, ZERO);
    Theorem nothing = RuleCheck.ring(kernel, middle.right(), ZERO);
    Theorem same = kernel.apply(Rule.TRANSITIVE, List.of(), List.of(middle, nothing));
    MissingSign missing =
        assertThrows(
            MissingSign.class, () -> kernel.apply(Rule.CANCEL, List.of(S, other), List.of(same)));
    assertEquals(S, missing.term());
  }

  @Test
  void oneGuardImpliesAnother() {
    Term q = add(multiply(number(2), S), P);
    proves(kernel, multiply(guard(S), guard(q)), guard(S), Rule.GUARD_IMPLIES, S, q, number(2), P);
    Term same = multiply(half(), S);
    proves(
        kernel,
        multiply(guard(S), guard(same)),
        guard(S),
        Rule.GUARD_IMPLIES,
        S,
        same,
        half(),
        ZERO);
    refuses(kernel, "not a positive factor", Rule.GUARD_IMPLIES, S, negate(S), number(-1), ZERO);
    refuses(kernel, "not a positive factor", Rule.GUARD_IMPLIES, S, P, ZERO, P);
    refuses(kernel, "not the same", Rule.GUARD_IMPLIES, S, q, number(3), P);
    refuses(kernel, "not the same", Rule.GUARD_IMPLIES, S, q, number(2), ZERO);
    misses(
        kernel,
        negate(P),
        Signs.NON_NEGATIVE,
        Rule.GUARD_IMPLIES,
        S,
        subtract(S, P),
        ONE,
        negate(P));
    misses(kernel, x(T), Signs.NON_NEGATIVE, Rule.GUARD_IMPLIES, S, add(S, x(T)), ONE, x(T));
    refuses(kernel, "not a number", Rule.GUARD_IMPLIES, S, q, P, P);
  }

  /** [s &gt; 0]·[q &gt; 0] = [s &gt; 0]·[−q &gt; 0]·[q &gt; 0] = 0. */
  @Test
  void oneGuardExcludesAnother() {
    Term q = negate(add(multiply(number(2), S), P));
    Term minus = add(multiply(number(2), S), P);
    Term all = multiply(guard(S), guard(minus));
    proves(kernel, all, guard(S), Rule.GUARD_IMPLIES, S, minus, number(2), P);
    Term apart = multiply(guard(S), guard(minus), guard(q));
    Term cells = RuleCheck.apply(kernel, Rule.GUARD_CELLS, apart, q, minus).right();
    proves(kernel, cells, ZERO, Rule.RING, cells, ZERO);
  }

  @Test
  void aTermHasThreeCells() {
    Term q = negate(S);
    Term t = add(multiply(guard(S), P), multiply(guard(q), x(T)));
    Term between = add(ONE, negate(guard(S)), negate(guard(q)));
    proves(
        kernel,
        t,
        add(
            multiply(guard(S), add(multiply(ONE, P), multiply(ZERO, x(T)))),
            multiply(guard(q), add(multiply(ZERO, P), multiply(ONE, x(T)))),
            multiply(between, add(multiply(ZERO, P), multiply(ZERO, x(T))))),
        Rule.GUARD_CELLS,
        t,
        S,
        q);
    refuses(kernel, "not the same", Rule.GUARD_CELLS, t, S, P);
    refuses(kernel, "wrong number", Rule.GUARD_CELLS, t, S);
  }

  @Test
  void inTheMiddleCellBothSidesOfTheKinkAreEqual() {
    Term p = multiply(number(2), subtract(S, P));
    Term q = negate(p);
    Term between = add(ONE, negate(guard(p)), negate(guard(q)));
    Term t = sum(Letters.I, multiply(S, x(Letters.I)));
    proves(
        kernel,
        multiply(between, t),
        multiply(between, sum(Letters.I, multiply(P, x(Letters.I)))),
        Rule.ZERO_CELL,
        t,
        p,
        q,
        number(2),
        S,
        P);
    refuses(kernel, "a factor of 0", Rule.ZERO_CELL, t, ZERO, ZERO, ZERO, S, P);
    refuses(kernel, "not the same", Rule.ZERO_CELL, t, p, q, number(3), S, P);
    refuses(kernel, "not the same", Rule.ZERO_CELL, t, p, q, number(2), S, x(T));
    refuses(kernel, "not the same", Rule.ZERO_CELL, t, p, p, number(2), S, P);
    refuses(kernel, "not a number", Rule.ZERO_CELL, t, p, q, P, S, P);
  }
}
