package dev.backproof.verify.expr;

import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Terms built with their constants folded: x + 0, 1·x, number·number, [2 &gt; 0].
 *
 * <p>Nothing that could have a kink is touched, since a term may be differentiated later: guards
 * are not merged and nothing is cancelled. 0·x becomes 0 only where x has a value everywhere.
 */
final class Arithmetic {
  private static final int LARGEST_EXPONENT = 64;

  private Arithmetic() {}

  static Term add(Term... terms) {
    return add(List.of(terms));
  }

  static Term add(List<Term> terms) {
    Rational constant = Rational.ZERO;
    List<Term> rest = new ArrayList<>();
    for (Term term : terms) {
      if (term.is(Term.Kind.NUMBER)) {
        constant = constant.plus(term.number());
      } else {
        rest.add(term);
      }
    }
    if (!constant.isZero()) {
      rest.add(Term.number(constant));
    }
    return Term.add(rest);
  }

  static Term multiply(Term... factors) {
    return multiply(List.of(factors));
  }

  static Term multiply(List<Term> factors) {
    Rational constant = Rational.ONE;
    List<Term> rest = new ArrayList<>();
    for (Term factor : factors) {
      if (factor.is(Term.Kind.NUMBER)) {
        constant = constant.times(factor.number());
      } else {
        rest.add(factor);
      }
    }
    if (constant.isZero() && rest.stream().allMatch(Arithmetic::isTotal)) {
      return Term.ZERO;
    }
    if (!constant.equals(Rational.ONE)) {
      rest.add(Term.number(constant));
    }
    return Term.multiply(rest);
  }

  static Term negate(Term a) {
    return multiply(Term.number(-1), a);
  }

  static Term subtract(Term a, Term b) {
    return add(a, negate(b));
  }

  static Term divide(Term a, Term b) {
    return multiply(a, reciprocal(b));
  }

  static Term reciprocal(Term a) {
    return power(a, Rational.MINUS_ONE);
  }

  static Term power(Term base, Rational exponent) {
    if (exponent.isZero()) {
      return Term.ONE;
    }
    boolean small =
        exponent.isInteger()
            && exponent.abs().compareTo(Rational.of(LARGEST_EXPONENT)) <= 0
            && base.is(Term.Kind.NUMBER)
            && (exponent.signum() > 0 || !base.number().isZero());
    return small
        ? Term.number(base.number().power(exponent.intValue()))
        : Term.power(base, exponent);
  }

  /** [a &gt; 0]. */
  static Term guard(Term a) {
    return a.is(Term.Kind.NUMBER)
        ? (a.number().signum() > 0 ? Term.ONE : Term.ZERO)
        : Term.guard(a);
  }

  /** [a &gt; 0] + [−a &gt; 0]. */
  static Term nonZero(Term a) {
    return add(guard(a), guard(negate(a)));
  }

  /** [a &gt; 0] − [−a &gt; 0]. */
  static Term sign(Term a) {
    return subtract(guard(a), guard(negate(a)));
  }

  /** a·([a &gt; 0] − [−a &gt; 0]). */
  static Term abs(Term a) {
    return multiply(a, sign(a));
  }

  static Term detach(Term a) {
    return a.is(Term.Kind.NUMBER) ? a : Term.function(Term.Kind.DETACH, a);
  }

  /** mask·then + (1 − mask)·otherwise; the side that is 0 is left out. */
  static Term select(Term mask, Term then, Term otherwise) {
    Term first = then.isNumber(0) ? Term.ZERO : multiply(mask, then);
    Term second = otherwise.isNumber(0) ? Term.ZERO : multiply(subtract(Term.ONE, mask), otherwise);
    return add(first, second);
  }

  /** Whether a term has a value everywhere: no logarithm, no quotient, no root. */
  static boolean isTotal(Term term) {
    return isTotal(term, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean isTotal(Term term, Set<Term> seen) {
    if (!seen.add(term)) {
      return true;
    }
    return switch (term.kind()) {
      case LOG, DERIVATIVE -> false;
      case POWER ->
          term.number().isInteger()
              && term.number().signum() > 0
              && isTotal(term.argument(0), seen);
      case NUMBER, PI, SIZE, INDEX, BOUND, ENTRY, DELTA -> true;
      case ADD, MULTIPLY, EXP, SIN, COS, ERF, GUARD, DETACH, SUM, MAX ->
          term.arguments().stream().allMatch(part -> isTotal(part, seen));
    };
  }
}
