package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sum of rational multiples of monomials.
 *
 * @param terms the coefficients by monomial, none of them 0
 */
public record Polynomial(SortedMap<Monomial, Rational> terms) {
  /** The sum of nothing. */
  public static final Polynomial ZERO = of(Map.of());

  /** 1. */
  public static final Polynomial ONE = of(Monomial.ONE, Rational.ONE);

  private static final int LARGEST = 50_000;

  /** As in a certificate. */
  private static final int LARGEST_EXPONENT = 1_000;

  /** Leaves out what has coefficient 0. */
  public Polynomial {
    SortedMap<Monomial, Rational> kept = new TreeMap<>(terms);
    kept.values().removeIf(Rational::isZero);
    terms = Collections.unmodifiableSortedMap(kept);
  }

  /** A sum of multiples of monomials. */
  public static Polynomial of(Map<Monomial, Rational> terms) {
    return new Polynomial(new TreeMap<>(terms));
  }

  /** A multiple of a monomial. */
  public static Polynomial of(Monomial monomial, Rational coefficient) {
    return of(Map.of(monomial, coefficient));
  }

  /** An atom. */
  static Polynomial atom(Term atom) {
    return of(Monomial.of(atom, Rational.ONE), Rational.ONE);
  }

  /** Whether it is 0. */
  public boolean isZero() {
    return terms.isEmpty();
  }

  /** Whether it has one term. */
  public boolean isSingle() {
    return terms.size() == 1;
  }

  /** The first monomial. */
  public Monomial monomial() {
    return terms.firstKey();
  }

  /** The coefficient of the first monomial. */
  public Rational coefficient() {
    return terms.values().iterator().next();
  }

  /** The sum of this and all others. */
  public Polynomial plus(Polynomial... others) {
    SortedMap<Monomial, Rational> sum = new TreeMap<>(terms);
    List.of(others).forEach(p -> p.terms.forEach((m, r) -> sum.merge(m, r, Rational::plus)));
    return new Polynomial(sum);
  }

  /** A multiple. */
  public Polynomial times(Rational factor) {
    return times(of(Monomial.ONE, factor));
  }

  /**
   * The product.
   *
   * @throws Refusal if it would be larger than anything that is proved here
   */
  public Polynomial times(Polynomial other) {
    int mine = terms.size();
    int others = other.terms.size();
    boolean small = (long) mine * others <= LARGEST;
    Refusal.unless(small, "a product of %s by %s terms is too large", mine, others);
    SortedMap<Monomial, Rational> product = new TreeMap<>();
    terms.forEach(
        (a, p) ->
            other.terms.forEach((b, q) -> product.merge(a.times(b), p.times(q), Rational::plus)));
    return new Polynomial(product);
  }

  /**
   * A power with an exponent of at least 0.
   *
   * @throws Refusal if it would be larger than anything that is proved here
   */
  Polynomial power(int exponent) {
    Refusal.unless(exponent <= LARGEST_EXPONENT, "too large an exponent: %s", exponent);
    Polynomial power = ONE;
    for (int i = 0; i < exponent; i++) {
      power = power.times(this);
    }
    return power;
  }

  /** The sum as a term. */
  public Term term() {
    List<Term> summands = new ArrayList<>();
    terms.forEach((monomial, coefficient) -> summands.add(term(monomial, coefficient)));
    return Term.add(summands);
  }

  private static Term term(Monomial monomial, Rational coefficient) {
    List<Term> factors = monomial.factors();
    if (factors.isEmpty() || !coefficient.equals(Rational.ONE)) {
      factors.add(Term.number(coefficient));
    }
    return Term.multiply(factors);
  }
}
