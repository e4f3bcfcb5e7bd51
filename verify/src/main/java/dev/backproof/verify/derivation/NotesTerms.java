package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Terms as the notes write them: sums and products are flat, so that no parentheses are seen. */
final class NotesTerms {
  private NotesTerms() {}

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

  static Term minus(Term a, Term b) {
    return plus(a, times(Term.number(-1), b));
  }

  static Term over(Term a, Term b) {
    Term below = Term.power(b, Rational.MINUS_ONE);
    return a.isNumber(1) ? below : times(a, below);
  }

  static Term overSquare(Term a, Term b) {
    Term below = Term.power(b, Rational.of(-2));
    return a.isNumber(1) ? below : times(a, below);
  }

  static Term square(Term a) {
    return Term.power(a, Rational.of(2));
  }

  /** Σ over a range; sums may be nested up to the number given, which is 0 for the innermost. */
  static Term sum(String range, int nesting, UnaryOperator<Term> summand) {
    Term index = Declarations.made(700_000 + nesting, range);
    return Term.sum(range, index, summand.apply(index));
  }

  static Term rect(Term z) {
    return Term.multiply(z, Term.guard(z));
  }

  static Term sign(Term z) {
    return Term.subtract(Term.guard(z), Term.guard(Term.negate(z)));
  }

  static Term abs(Term z) {
    return Term.multiply(z, sign(z));
  }

  static Term by(Term of, Term by) {
    return Term.derivative(of, by);
  }
}
