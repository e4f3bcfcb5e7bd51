package dev.backproof.verify.kernel;

import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.negate;
import static dev.backproof.verify.kernel.Term.power;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The derivative of a term, by its definition: the kernel's own axioms, which know nothing of any
 * rule page.
 *
 * <p>Conventions: a guard has derivative 0; a maximum over a range shares its derivative equally
 * among the places where it is attained; nothing flows through what is detached.
 */
public final class Derivative {
  private final List<Term> carriedOut = new ArrayList<>();
  private final Map<List<Term>, Term> slopes = new HashMap<>();
  private int made;

  /** The derivatives that were carried out, innermost first, of terms without derivatives. */
  List<Term> carriedOut() {
    return List.copyOf(carriedOut);
  }

  /** The term with every derivative in it carried out, innermost first. */
  public Term expand(Term term) {
    for (Term index : Declarations.madeIn(term)) {
      made = Math.max(made, Declarations.number(index) + 1);
    }
    return carryOut(term);
  }

  private Term carryOut(Term term) {
    if (!term.hasDerivative()) {
      return term;
    }
    if (term.is(Term.Kind.DERIVATIVE)) {
      Term primal = carryOut(term.argument(0));
      carriedOut.add(Term.derivative(primal, term.argument(1)));
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
    List<Term> both = List.of(t, by);
    Term known = slopes.get(both);
    if (known == null) {
      known = slope(t, by);
      slopes.put(both, known);
    }
    return known;
  }

  private Term slope(Term t, Term by) {
    return switch (t.kind()) {
      case NUMBER, PI, SIZE, DELTA, GUARD, DETACH -> Term.ZERO;
      case ENTRY -> t.name().equals(by.name()) ? same(t, by) : Term.ZERO;
      case ADD, MULTIPLY, POWER, EXP, LOG, SIN, COS, ERF -> add(slopes(t, by));
      case SUM, MAX -> {
        Term index = fresh(t.name());
        Term slope = of(t.open(index), by);
        Term part = t.is(Term.Kind.SUM) ? slope : multiply(share(t, index), slope);
        yield slope.isNumber(0) ? slope : Term.sum(t.name(), index, part);
      }
      case INDEX, BOUND, DERIVATIVE -> throw new Refusal("a derivative of " + t);
    };
  }

  /** What a place has of the derivative of a maximum: the same wherever that is attained. */
  private static Term share(Term max, Term index) {
    Term tie = tie(max.open(index), max);
    return Term.divide(tie, Term.sum(max.name(), index, tie));
  }

  /** [a = b] of two numbers. */
  public static Term tie(Term a, Term b) {
    return neither(Term.guard(Term.subtract(a, b)), Term.guard(Term.subtract(b, a)));
  }

  /** 1 where neither of two guards that exclude each other is 1. */
  static Term neither(Term above, Term below) {
    return add(Term.ONE, negate(above), negate(below));
  }

  private static Term same(Term a, Term b) {
    return multiply(
        IntStream.range(0, a.arguments().size())
            .mapToObj(i -> Term.delta(a.argument(i), b.argument(i)))
            .toList());
  }

  /** The chain rule: a summand for each part whose derivative is not 0. */
  private List<Term> slopes(Term t, Term by) {
    List<Term> slopes = new ArrayList<>();
    for (int i = 0; i < t.arguments().size(); i++) {
      Term slope = of(t.argument(i), by);
      if (!slope.isNumber(0)) {
        slopes.add(slope(t, i, slope));
      }
    }
    return slopes;
  }

  /** The derivative by one part, times the derivative of that part. */
  private static Term slope(Term t, int part, Term slope) {
    Term u = t.argument(part);
    return switch (t.kind()) {
      case ADD -> slope;
      case MULTIPLY -> {
        List<Term> factors = new ArrayList<>(t.arguments());
        factors.set(part, slope);
        yield multiply(factors);
      }
      case POWER -> {
        Rational r = t.number();
        yield multiply(multiply(Term.number(r), power(u, r.minus(Rational.ONE))), slope);
      }
      case EXP -> multiply(t, slope);
      case LOG -> multiply(power(u, Rational.MINUS_ONE), slope);
      case SIN -> multiply(Term.function(Term.Kind.COS, u), slope);
      case COS -> multiply(negate(Term.function(Term.Kind.SIN, u)), slope);
      case ERF -> {
        Term bell = Term.exp(negate(power(u, Rational.of(2))));
        Term scale = power(Term.pi(), Rational.of(-1, 2));
        yield multiply(multiply(Term.number(2), scale, bell), slope);
      }
      default -> throw new Refusal("no chain rule for " + t);
    };
  }
}
