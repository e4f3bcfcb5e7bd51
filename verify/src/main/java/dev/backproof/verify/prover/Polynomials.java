package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What the search asks polynomials, beyond what the kernel needs of them. */
final class Polynomials {
  private Polynomials() {}

  /** Whether it is 1. */
  static boolean isOne(Polynomial p) {
    return p.equals(Polynomial.ONE);
  }

  /** Whether it is one atom with coefficient and exponent 1. */
  static boolean isAtom(Polynomial p) {
    return p.isSingle()
        && p.coefficient().equals(Rational.ONE)
        && List.copyOf(p.monomial().powers().values()).equals(List.of(Rational.ONE));
  }

  /** −p. */
  static Polynomial negate(Polynomial p) {
    return p.times(Rational.MINUS_ONE);
  }

  /** Its terms as terms. */
  static List<Term> summands(Polynomial p) {
    List<Term> summands = new ArrayList<>();
    p.terms().forEach((m, coefficient) -> summands.add(Polynomial.of(m, coefficient).term()));
    return summands;
  }

  /** The product as a term. */
  static Term term(Monomial m) {
    return Term.multiply(m.factors());
  }

  /** The exponent of an atom; 0 if it does not occur. */
  static Rational exponent(Monomial m, Term atom) {
    return m.powers().getOrDefault(atom, Rational.ZERO);
  }

  /** Without one of its atoms. */
  static Monomial without(Monomial m, Term atom) {
    TreeMap<Term, Rational> rest = new TreeMap<>(m.powers());
    rest.remove(atom);
    return Monomial.of(rest);
  }
}
