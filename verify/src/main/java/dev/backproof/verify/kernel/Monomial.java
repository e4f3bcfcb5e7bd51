package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A product of powers of atoms: terms that the ring does not look into, with exponents that are not
 * 0.
 *
 * <p>Guards and δ are 0 or 1, so a positive power of one is itself.
 */
public final class Monomial implements Comparable<Monomial> {
  /** The empty product. */
  public static final Monomial ONE = new Monomial(new TreeMap<>());

  private final SortedMap<Term, Rational> powers;
  private final long hash;

  private Monomial(SortedMap<Term, Rational> powers) {
    this.powers = powers;
    long mixed = 17;
    for (Map.Entry<Term, Rational> power : powers.entrySet()) {
      mixed = 31 * (31 * mixed + power.getKey().hashCode()) + power.getValue().hashCode();
    }
    hash = mixed;
  }

  /** A product of powers; exponents of 0 are left out. */
  public static Monomial of(Map<Term, Rational> powers) {
    TreeMap<Term, Rational> kept = new TreeMap<>();
    powers.forEach(
        (atom, exponent) -> {
          if (!exponent.isZero()) {
            kept.put(atom, isTruth(atom) && exponent.signum() > 0 ? Rational.ONE : exponent);
          }
        });
    return new Monomial(kept);
  }

  /** A power of one atom. */
  public static Monomial of(Term atom, Rational exponent) {
    return of(Map.of(atom, exponent));
  }

  /** Whether an atom is 0 or 1. */
  public static boolean isTruth(Term atom) {
    return atom.is(Term.Kind.GUARD) || atom.is(Term.Kind.DELTA);
  }

  /** The exponents by atom, in the order of terms. */
  public SortedMap<Term, Rational> powers() {
    return Collections.unmodifiableSortedMap(powers);
  }

  /** The exponent of an atom; 0 if it does not occur. */
  public Rational exponent(Term atom) {
    return powers.getOrDefault(atom, Rational.ZERO);
  }

  /** Whether it is the empty product. */
  public boolean isOne() {
    return powers.isEmpty();
  }

  /** The product. */
  public Monomial times(Monomial other) {
    if (powers.isEmpty()) {
      return other;
    }
    if (other.powers.isEmpty()) {
      return this;
    }
    TreeMap<Term, Rational> product = new TreeMap<>(powers);
    other.powers.forEach((atom, exponent) -> product.merge(atom, exponent, Rational::plus));
    return of(product);
  }

  /** Without one of its atoms. */
  public Monomial without(Term atom) {
    TreeMap<Term, Rational> rest = new TreeMap<>(powers);
    rest.remove(atom);
    return new Monomial(rest);
  }

  /** Its factors as terms. */
  public List<Term> factors() {
    List<Term> factors = new ArrayList<>();
    powers.forEach((atom, exponent) -> factors.add(Term.power(atom, exponent)));
    return factors;
  }

  /** The product as a term. */
  public Term term() {
    return Term.multiply(factors());
  }

  @Override
  public int compareTo(Monomial other) {
    if (this == other) {
      return 0;
    }
    if (hash != other.hash) {
      return Long.compare(hash, other.hash);
    }
    int by = Integer.compare(powers.size(), other.powers.size());
    var mine = powers.entrySet().iterator();
    var theirs = other.powers.entrySet().iterator();
    while (by == 0 && mine.hasNext()) {
      Map.Entry<Term, Rational> a = mine.next();
      Map.Entry<Term, Rational> b = theirs.next();
      by = a.getKey().compareTo(b.getKey());
      by = by != 0 ? by : a.getValue().compareTo(b.getValue());
    }
    return by;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Monomial that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }

  @Override
  public String toString() {
    return term().toString();
  }
}
