package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;

/** Numbers among the factors of products: multiplied, and not written if they are 1. */
final class Numbers {
  private Numbers() {}

  static Term tidy(Term t) {
    List<Term> parts = t.arguments().stream().map(Numbers::tidy).toList();
    if (!t.is(Term.Kind.MULTIPLY)) {
      return t.with(parts);
    }
    Rational number = Rational.ONE;
    List<Term> factors = new ArrayList<>();
    for (Term part : parts) {
      List<Term> inner = new ArrayList<>(List.of(part));
      if (part.is(Term.Kind.MULTIPLY)
          && part.arguments().stream().anyMatch(f -> f.is(Term.Kind.NUMBER))) {
        inner = part.arguments();
      }
      for (Term factor : inner) {
        if (factor.is(Term.Kind.NUMBER)) {
          number = number.times(factor.number());
        } else {
          factors.add(factor);
        }
      }
    }
    if (!number.equals(Rational.ONE) || factors.isEmpty()) {
      factors.add(Term.number(number));
    }
    return Term.multiply(factors);
  }
}
