package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A sum of rational multiples of monomials. */
public final class Polynomial {
  /** The sum of nothing. */
  public static final Polynomial ZERO = new Polynomial(new TreeMap<>());

  /** 1. */
  public static final Polynomial ONE = of(Rational.ONE);

  private static final int LARGEST = 50_000;

  /** As in a certificate. */
  private static final int LARGEST_EXPONENT = 1_000;

  private final SortedMap<Monomial, Rational> terms;

  private Polynomial(SortedMap<Monomial, Rational> terms) {
    this.terms = terms;
  }

  /** A number. */
  public static Polynomial of(Rational number) {
    return of(Monomial.ONE, number);
  }

  /** A multiple of a monomial. */
  public static Polynomial of(Monomial monomial, Rational coefficient) {
    SortedMap<Monomial, Rational> terms = new TreeMap<>();
    add(terms, monomial, coefficient);
    return new Polynomial(terms);
  }

  /** A sum of multiples of monomials. */
  public static Polynomial of(Map<Monomial, Rational> terms) {
    SortedMap<Monomial, Rational> sum = new TreeMap<>();
    terms.forEach((monomial, coefficient) -> add(sum, monomial, coefficient));
    return new Polynomial(sum);
  }

  /** An atom. */
  public static Polynomial atom(Term atom) {
    return of(Monomial.of(atom, Rational.ONE), Rational.ONE);
  }

  private static void add(SortedMap<Monomial, Rational> sum, Monomial monomial, Rational by) {
    if (!by.isZero()) {
      sum.merge(
          monomial,
          by,
          (a, b) -> {
            Rational both = a.plus(b);
            return both.isZero() ? null : both;
          });
    }
  }

  /** The coefficients by monomial. */
  public SortedMap<Monomial, Rational> terms() {
    return Collections.unmodifiableSortedMap(terms);
  }

  /** Whether it is 0. */
  public boolean isZero() {
    return terms.isEmpty();
  }

  /** Whether it is 1. */
  public boolean isOne() {
    return isSingle() && monomial().isOne() && coefficient().equals(Rational.ONE);
  }

  /** Whether it has one term. */
  public boolean isSingle() {
    return terms.size() == 1;
  }

  /** Whether it is one atom with coefficient and exponent 1. */
  public boolean isAtom() {
    return isSingle()
        && coefficient().equals(Rational.ONE)
        && monomial().powers().size() == 1
        && monomial().powers().values().iterator().next().equals(Rational.ONE);
  }

  /** The first monomial. */
  public Monomial monomial() {
    return terms.firstKey();
  }

  /** The coefficient of the first monomial. */
  public Rational coefficient() {
    return terms.values().iterator().next();
  }

  /** The sum. */
  public Polynomial plus(Polynomial other) {
    SortedMap<Monomial, Rational> sum = new TreeMap<>(terms);
    other.terms.forEach((monomial, coefficient) -> add(sum, monomial, coefficient));
    return new Polynomial(sum);
  }

  /** A multiple. */
  public Polynomial times(Rational factor) {
    SortedMap<Monomial, Rational> product = new TreeMap<>();
    terms.forEach((monomial, coefficient) -> add(product, monomial, coefficient.times(factor)));
    return new Polynomial(product);
  }

  /** −p. */
  public Polynomial negate() {
    return times(Rational.MINUS_ONE);
  }

  /**
   * The product.
   *
   * @throws Refusal if it would be larger than anything that is proved here
   */
  public Polynomial times(Polynomial other) {
    if (isOne()) {
      return other;
    }
    Refusal.unless(
        (long) terms.size() * other.terms.size() <= LARGEST,
        "a product of %s by %s terms is too large",
        terms.size(),
        other.terms.size());
    SortedMap<Monomial, Rational> product = new TreeMap<>();
    terms.forEach((a, p) -> other.terms.forEach((b, q) -> add(product, a.times(b), p.times(q))));
    return new Polynomial(product);
  }

  /**
   * A power with an exponent of at least 0.
   *
   * @throws Refusal if it would be larger than anything that is proved here
   */
  public Polynomial power(int exponent) {
    Refusal.unless(exponent <= LARGEST_EXPONENT, "too large an exponent: %s", exponent);
    Polynomial power = ONE;
    for (int i = 0; i < exponent; i++) {
      power = power.times(this);
    }
    return power;
  }

  /** Its terms as terms. */
  public List<Term> summands() {
    List<Term> summands = new ArrayList<>();
    terms.forEach((monomial, coefficient) -> summands.add(term(monomial, coefficient)));
    return summands;
  }

  private static Term term(Monomial monomial, Rational coefficient) {
    if (monomial.isOne()) {
      return Term.number(coefficient);
    }
    List<Term> factors = monomial.factors();
    if (!coefficient.equals(Rational.ONE)) {
      factors.add(Term.number(coefficient));
    }
    return Term.multiply(factors);
  }

  /** The sum as a term. */
  public Term term() {
    return Term.add(summands());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Polynomial that && terms.equals(that.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  @Override
  public String toString() {
    return term().toString();
  }
}
