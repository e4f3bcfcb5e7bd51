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
    proves(kernel, multiply(guard(p), guard(q)), ZERO, Rule.GUARD_OPPOSITE, p, q);
    refuses(kernel, "not the same", Rule.GUARD_OPPOSITE, p, P);
    refuses(kernel, "not the same", Rule.GUARD_OPPOSITE, p, p);
    refuses(kernel, "not the same", Rule.GUARD_OPPOSITE, p, multiply(number(-2), p));
    refuses(kernel, "wrong number", Rule.GUARD_OPPOSITE, p);
  }

  @Test
  void oneOfTwoOppositesIsPositiveUnlessBothAreZero() {
    Term minus = negate(P);
    proves(kernel, guard(minus), subtract(ONE, guard(P)), Rule.GUARD_FLIP, P, minus);
    misses(kernel, S, Signs.NON_ZERO, Rule.GUARD_FLIP, S, negate(S));
    refuses(kernel, "not the same", Rule.GUARD_FLIP, P, P);
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

  @Test
  void oneGuardExcludesAnother() {
    Term q = negate(add(multiply(number(2), S), P));
    proves(kernel, multiply(guard(S), guard(q)), ZERO, Rule.GUARD_EXCLUDES, S, q, number(2), P);
    refuses(kernel, "not the same", Rule.GUARD_EXCLUDES, S, negate(q), number(2), P);
    refuses(kernel, "not a positive factor", Rule.GUARD_EXCLUDES, S, S, number(-1), ZERO);
    misses(
        kernel,
        negate(P),
        Signs.NON_NEGATIVE,
        Rule.GUARD_EXCLUDES,
        S,
        subtract(P, S),
        ONE,
        negate(P));
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
