package dev.backproof.verify.kernel;

import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.divide;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.function;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.negate;
import static dev.backproof.verify.kernel.Term.number;
import static dev.backproof.verify.kernel.Term.power;
import static dev.backproof.verify.kernel.Term.subtract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The derivative of a term, by its definition: the kernel's own axioms, which know nothing of any
 * rule page.
 *
 * <p>Conventions: a guard has derivative 0; a maximum over a range shares its derivative equally
 * among the places where it is attained; nothing flows through what is detached.
 */
public final class Derivative {
  private final List<Term> primals = new ArrayList<>();
  private int made;

  /** What was differentiated, innermost first, without derivatives of its own. */
  public List<Term> primals() {
    return List.copyOf(primals);
  }

  /** The term with every derivative in it carried out, innermost first. */
  public Term expand(Term term) {
    for (String name : term.freeIndices()) {
      Term index = Term.index(name);
      if (Declarations.isMade(index)) {
        made = Math.max(made, Declarations.number(index) + 1);
      }
    }
    return carryOut(term);
  }

  private Term carryOut(Term term) {
    if (term.is(Term.Kind.DERIVATIVE)) {
      Term primal = carryOut(term.argument(0));
      primals.add(primal);
      return of(primal, term.argument(1));
    }
    if (term.kind().binds()) {
      Term index = fresh(term.name());
      return Term.binder(term.kind(), term.name(), carryOut(term.open(index)).close(index));
    }
    return term.with(term.arguments().stream().map(this::carryOut).toList());
  }

  private Term fresh(String range) {
    return Declarations.made(made++, range);
  }

  private Term of(Term t, Term by) {
    Refusal.unless(by.is(Term.Kind.ENTRY) && by.isClosed(), "a derivative by %s", by);
    return switch (t.kind()) {
      case NUMBER, PI, SIZE, DELTA, GUARD, DETACH -> Term.ZERO;
      case ENTRY -> t.name().equals(by.name()) ? same(t, by) : Term.ZERO;
      case ADD -> add(parts(t, by, (part, slope) -> slope));
      case MULTIPLY -> add(parts(t, by, (part, slope) -> multiply(replaced(t, part, slope))));
      case POWER ->
          chain(
              t,
              by,
              base -> multiply(number(t.number()), power(base, t.number().minus(Rational.ONE))));
      case EXP -> chain(t, by, u -> t);
      case LOG -> chain(t, by, u -> power(u, Rational.MINUS_ONE));
      case SIN -> chain(t, by, u -> function(Term.Kind.COS, u));
      case COS -> chain(t, by, u -> negate(function(Term.Kind.SIN, u)));
      case ERF ->
          chain(
              t,
              by,
              u ->
                  multiply(
                      number(2),
                      power(Term.pi(), Rational.of(-1, 2)),
                      exp(negate(power(u, Rational.of(2))))));
      case SUM -> {
        Term index = fresh(t.name());
        Term slope = of(t.open(index), by);
        yield slope.isNumber(0) ? slope : Term.sum(t.name(), index, slope);
      }
      case MAX -> {
        Term index = fresh(t.name());
        Term body = t.open(index);
        Term slope = of(body, by);
        Term places = Term.sum(t.name(), index, tie(body, t));
        yield slope.isNumber(0)
            ? slope
            : Term.sum(t.name(), index, multiply(divide(tie(body, t), places), slope));
      }
      case INDEX, BOUND, DERIVATIVE -> throw new Refusal("a derivative of " + t);
    };
  }

  /** [a = b] of two numbers. */
  static Term tie(Term a, Term b) {
    return add(Term.ONE, negate(guard(subtract(a, b))), negate(guard(subtract(b, a))));
  }

  private static Term same(Term a, Term b) {
    List<Term> equal = new ArrayList<>();
    for (int i = 0; i < a.arguments().size(); i++) {
      equal.add(Term.delta(a.argument(i), b.argument(i)));
    }
    return multiply(equal);
  }

  /** What is done with a part and its derivative, which is not 0. */
  private interface Rule {
    Term of(int part, Term slope);
  }

  private List<Term> parts(Term t, Term by, Rule rule) {
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < t.arguments().size(); i++) {
      Term slope = of(t.argument(i), by);
      if (!slope.isNumber(0)) {
        terms.add(rule.of(i, slope));
      }
    }
    return terms;
  }

  private static List<Term> replaced(Term t, int part, Term slope) {
    List<Term> factors = new ArrayList<>(t.arguments());
    factors.set(part, slope);
    return factors;
  }

  private Term chain(Term t, Term by, UnaryOperator<Term> outer) {
    Term slope = of(t.argument(0), by);
    return slope.isNumber(0) ? slope : multiply(outer.apply(t.argument(0)), slope);
  }
}
