package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.Arrays;
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
 *
 * @param powers the exponents by atom, in the order of terms
 */
public record Monomial(SortedMap<Term, Rational> powers) implements Comparable<Monomial> {
  /** The empty product. */
  public static final Monomial ONE = of(Map.of());

  /** Leaves out what has exponent 0. */
  public Monomial {
    SortedMap<Term, Rational> kept = new TreeMap<>(powers);
    kept.values().removeIf(Rational::isZero);
    kept.replaceAll((atom, r) -> isTruth(atom) && r.signum() > 0 ? Rational.ONE : r);
    powers = Collections.unmodifiableSortedMap(kept);
  }

  /** A product of powers. */
  public static Monomial of(Map<Term, Rational> powers) {
    return new Monomial(new TreeMap<>(powers));
  }

  /** A power of one atom. */
  public static Monomial of(Term atom, Rational exponent) {
    return of(Map.of(atom, exponent));
  }

  /** Whether an atom is 0 or 1. */
  static boolean isTruth(Term atom) {
    return atom.is(Term.Kind.GUARD) || atom.is(Term.Kind.DELTA);
  }

  /** The product. */
  public Monomial times(Monomial other) {
    SortedMap<Term, Rational> product = new TreeMap<>(powers);
    other.powers.forEach((atom, exponent) -> product.merge(atom, exponent, Rational::plus));
    return new Monomial(product);
  }

  /** Its factors as terms. */
  public List<Term> factors() {
    List<Term> factors = new ArrayList<>();
    powers.forEach((atom, exponent) -> factors.add(Term.power(atom, exponent)));
    return factors;
  }

  @Override
  public int compareTo(Monomial other) {
    int by = Arrays.compare(atoms(), other.atoms());
    return by != 0 ? by : Arrays.compare(exponents(), other.exponents());
  }

  private Term[] atoms() {
    return powers.keySet().toArray(Term[]::new);
  }

  private Rational[] exponents() {
    return powers.values().toArray(Rational[]::new);
  }
}
