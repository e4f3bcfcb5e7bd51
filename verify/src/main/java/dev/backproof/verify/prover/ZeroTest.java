package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether a term is zero: classes of fractional exponents apart, denominators cleared, cells of δ
 * and of guards, and sums of like ranges merged and tested under the binder.
 *
 * <p>Answers with a theorem or not at all; what resisted first is kept as the {@link #residue}.
 */
final class ZeroTest {
  private static final int DEEPEST = 24;

  private final Deduction d;
  private final Normalizer normalizer;
  private final GuardCells cells;
  private final SumMerge merge;
  private @Nullable Term residue;

  ZeroTest(Deduction d, Normalizer normalizer, SignSearch signs) {
    this.d = d;
    this.normalizer = normalizer;
    cells = new GuardCells(d, normalizer, signs, this);
    merge = new SumMerge(d, this);
  }

  /** The first normal form that was not seen to be zero. */
  Optional<Term> residue() {
    return Optional.ofNullable(residue);
  }

  /** Keeps what resisted, if it is the first. */
  void resists(Term term) {
    if (residue == null) {
      residue = term;
    }
  }

  /** That a term is 0, or nothing. */
  @Nullable Theorem zero(Term t, int depth) {
    if (depth > DEEPEST) {
      resists(t);
      return null;
    }
    Theorem normal = normalizer.normal(t);
    Polynomial p = d.polynomial(normal.right());
    if (p.isZero()) {
      return d.then(normal, d.ring(normal.right(), Term.ZERO));
    }
    Theorem rest = ofNormal(normal.right(), p, depth);
    return rest == null ? null : d.then(normal, rest);
  }

  private @Nullable Theorem ofNormal(Term t, Polynomial p, int depth) {
    Map<Monomial, Polynomial> classes = classes(p);
    if (classes.size() > 1 || !classes.containsKey(Monomial.ONE)) {
      return apart(t, classes, depth);
    }
    Map<Term, Rational> denominators = denominators(p);
    if (!denominators.isEmpty()) {
      return cleared(t, p, Monomial.of(denominators), depth);
    }
    Optional<Term> delta = atom(p, Term.Kind.DELTA);
    if (delta.isPresent()) {
      return deltaCells(t, delta.get(), depth);
    }
    Optional<Term> guard = atom(p, Term.Kind.GUARD);
    if (guard.isPresent()) {
      return cells.zero(t, guard.get().argument(0), depth);
    }
    return merge.zero(t, p, depth);
  }

  private static Optional<Term> atom(Polynomial p, Term.Kind kind) {
    return p.terms().keySet().stream()
        .flatMap(m -> m.powers().keySet().stream())
        .filter(atom -> atom.is(kind))
        .min(Term::compareTo);
  }

  /** Terms by the fractional parts of their exponents: each class must vanish alone. */
  private static Map<Monomial, Polynomial> classes(Polynomial p) {
    Map<Monomial, Polynomial> classes = new TreeMap<>();
    p.terms()
        .forEach(
            (m, c) -> {
              Map<Term, Rational> fractions = new HashMap<>();
              m.powers().forEach((atom, e) -> fractions.put(atom, e.minus(e.ceiling())));
              Monomial fraction = Monomial.of(fractions);
              Monomial whole = m.times(Content.inverse(fraction));
              classes.merge(fraction, Polynomial.of(whole, c), Polynomial::plus);
            });
    return classes;
  }

  private @Nullable Theorem apart(Term t, Map<Monomial, Polynomial> classes, int depth) {
    Map<Term, Theorem> zeros = new HashMap<>();
    for (Map.Entry<Monomial, Polynomial> part : classes.entrySet()) {
      Term whole = part.getValue().term();
      Theorem zero = zero(whole, depth + 1);
      if (zero == null) {
        return null;
      }
      Term product =
          part.getKey().powers().isEmpty()
              ? whole
              : Term.multiply(Polynomials.term(part.getKey()), whole);
      zeros.put(
          product, part.getKey().powers().isEmpty() ? zero : toZero(d.rewrite(product, zero)));
    }
    return sumOfZeros(t, zeros);
  }

  /** From t = Σ parts (as polynomials) and each part = 0. */
  Theorem sumOfZeros(Term t, Map<Term, Theorem> zeros) {
    Term all = Term.add(zeros.keySet());
    Theorem so = d.ring(t, all);
    return zeros.size() == 1
        ? d.then(so, zeros.values().iterator().next())
        : toZero(d.then(so, d.parts(all, zeros)));
  }

  /** An equation whose right side is 0 as a polynomial. */
  Theorem toZero(Theorem equation) {
    return d.then(equation, d.ring(equation.right(), Term.ZERO));
  }

  private static Map<Term, Rational> denominators(Polynomial p) {
    Map<Term, Rational> up = new HashMap<>();
    for (Monomial m : p.terms().keySet()) {
      m.powers()
          .forEach(
              (atom, e) -> {
                if (e.signum() < 0) {
                  up.merge(atom, e.negate(), (a, b) -> a.compareTo(b) > 0 ? a : b);
                }
              });
    }
    return up;
  }

  /** c·t is a polynomial, and 0; then so is t. */
  private @Nullable Theorem cleared(Term t, Polynomial p, Monomial denominator, int depth) {
    Term c = Polynomials.term(denominator);
    List<Term> summands = new ArrayList<>();
    Set<Term> sums = new HashSet<>();
    p.terms()
        .forEach(
            (m, coefficient) -> {
              List<Term> factors = new ArrayList<>(m.times(denominator).factors());
              factors.add(Term.number(coefficient));
              summands.add(Term.multiply(factors));
              // What is multiplied by stays an atom, so that it cancels.
              m.powers().keySet().stream().filter(a -> a.is(Term.Kind.ADD)).forEach(sums::add);
            });
    Term product = Term.multiply(c, t);
    List<Term> opaque = sums.stream().sorted().toList();
    Theorem multiplied = d.ring(product, Term.add(summands), opaque);
    Theorem zero = zero(multiplied.right(), depth + 1);
    return zero == null ? null : d.cancel(c, t, d.then(multiplied, zero));
  }

  private @Nullable Theorem deltaCells(Term t, Term delta, int depth) {
    Term i = delta.argument(0);
    Term j = delta.argument(1);
    boolean free = i.arguments().isEmpty() && !j.has(i);
    Term from = free ? i : j;
    Term to = free ? j : i;
    if (!from.arguments().isEmpty()) {
      resists(t);
      return null;
    }
    Theorem split = d.deltaCells(t, from, to);
    Map<Term, Theorem> changes = new HashMap<>();
    for (Term cell : split.right().arguments()) {
      boolean first = cell.argument(0).equals(delta) || isComplement(cell.argument(0), delta);
      Term inside = cell.argument(first ? 1 : 0);
      Theorem zero = zero(inside, depth + 1);
      if (zero == null) {
        return null;
      }
      changes.put(cell, toZero(d.rewrite(cell, zero)));
    }
    return toZero(d.then(split, d.parts(split.right(), changes)));
  }

  private static boolean isComplement(Term t, Term delta) {
    return t.equals(Term.subtract(Term.ONE, delta));
  }
}
