package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;

/** Sums and products without sums in sums and products in products, so that no parentheses show. */
final class Flat {
  private Flat() {}

  /** The sum of all, without zeros. */
  static Term plus(Term... terms) {
    List<Term> flat = new ArrayList<>();
    for (Term t : terms) {
      if (t.is(Term.Kind.ADD)) {
        flat.addAll(t.arguments());
      } else if (!t.isNumber(0)) {
        flat.add(t);
      }
    }
    return Term.add(flat);
  }

  /** The product of all, with one number at most, which is not 1. */
  static Term times(Term... terms) {
    List<Term> flat = new ArrayList<>();
    Rational number = Rational.ONE;
    for (Term t : terms) {
      for (Term factor : t.is(Term.Kind.MULTIPLY) ? t.arguments() : List.of(t)) {
        if (factor.is(Term.Kind.NUMBER)) {
          number = number.times(factor.number());
        } else {
          flat.add(factor);
        }
      }
    }
    if (number.isZero()) {
      return Term.ZERO;
    }
    if (!number.equals(Rational.ONE)) {
      flat.add(Term.number(number));
    }
    return Term.multiply(flat);
  }

  /** −a. */
  static Term negative(Term a) {
    return times(Term.number(-1), a);
  }

  /** a − b. */
  static Term minus(Term a, Term b) {
    return plus(a, negative(b));
  }

  /** a/b. */
  static Term over(Term a, Term b) {
    return times(a, Term.power(b, Rational.MINUS_ONE));
  }

  /** a/b². */
  static Term overSquare(Term a, Term b) {
    return times(a, Term.power(b, Rational.of(-2)));
  }

  /** A term with all sums and products in it flat. */
  static Term all(Term t) {
    List<Term> parts = t.arguments().stream().map(Flat::all).toList();
    return switch (t.kind()) {
      case ADD -> plus(parts.toArray(Term[]::new));
      case MULTIPLY -> times(parts.toArray(Term[]::new));
      default -> t.with(parts);
    };
  }
}
