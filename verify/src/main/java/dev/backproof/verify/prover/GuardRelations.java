package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Products of guards: opposite ones, one that implies another, two that exclude each other.
 *
 * <p>Arguments are compared up to a positive factor: q = c·p + s, where the sign of s is known.
 */
final class GuardRelations {
  private record Pair(Term p, Term q) {}

  private final Deduction d;
  private final Map<Pair, Optional<Theorem>> known = new HashMap<>();

  GuardRelations(Deduction d) {
    this.d = d;
  }

  /** That a polynomial equals one with a product of guards less, if there is a related pair. */
  @Nullable Theorem reduce(Polynomial p) {
    for (Map.Entry<Monomial, Rational> term : p.terms().entrySet()) {
      List<Term> guards =
          term.getKey().powers().keySet().stream().filter(a -> a.is(Term.Kind.GUARD)).toList();
      for (int i = 0; i < guards.size(); i++) {
        for (int j = 0; j < i; j++) {
          Optional<Theorem> relation = product(guards.get(j), guards.get(i));
          if (relation.isPresent()) {
            return rewrite(p, term.getKey(), guards.get(j), guards.get(i), relation.get());
          }
        }
      }
    }
    return null;
  }

  private Theorem rewrite(Polynomial p, Monomial m, Term a, Term b, Theorem relation) {
    List<Term> factors =
        new ArrayList<>(Polynomials.without(Polynomials.without(m, a), b).factors());
    factors.add(Term.number(p.terms().getOrDefault(m, Rational.ZERO)));
    factors.add(relation.left());
    Theorem product = d.rewrite(Term.multiply(factors), relation);
    Polynomial others = p.plus(Polynomial.of(m, p.terms().getOrDefault(m, Rational.ZERO).negate()));
    Term all = Term.add(product.left(), others.term());
    return d.then(d.ring(p.term(), all), d.rewrite(all, product));
  }

  private Optional<Theorem> product(Term a, Term b) {
    return known.computeIfAbsent(
        new Pair(a, b), pair -> relation(pair.p().argument(0), pair.q().argument(0)));
  }

  private Optional<Theorem> relation(Term p, Term q) {
    Polynomial above = d.polynomial(p);
    Polynomial other = d.polynomial(q);
    if (above.plus(other).isZero()) {
      return Optional.of(d.guardOpposite(p, q));
    }
    Optional<Rational> ratio = ratio(above, other);
    if (ratio.isEmpty()) {
      return Optional.empty();
    }
    Rational c = ratio.get();
    Term s = other.plus(above.times(c.negate())).term();
    Term minus = Polynomials.negate(other).plus(above.times(c)).term();
    if (c.signum() > 0) {
      if (isNonNegative(s)) {
        return Optional.of(d.guardImplies(p, q, c, s));
      }
      Rational back = c.reciprocal();
      Term rest = above.plus(other.times(back.negate())).term();
      return isNonNegative(rest) ? Optional.of(d.guardImplies(q, p, back, rest)) : Optional.empty();
    }
    return isNonNegative(minus)
        ? Optional.of(d.guardExcludes(p, q, c.negate(), minus))
        : Optional.empty();
  }

  /** The factor by which the second has more of some monomial than the first. */
  private static Optional<Rational> ratio(Polynomial p, Polynomial q) {
    for (Map.Entry<Monomial, Rational> term : p.terms().entrySet()) {
      Rational there = q.terms().get(term.getKey());
      if (!term.getKey().powers().isEmpty() && there != null) {
        return Optional.of(there.times(term.getValue().reciprocal()));
      }
    }
    return Optional.empty();
  }

  private boolean isNonNegative(Term t) {
    return d.kernel().signsOf(t).within(Signs.NON_NEGATIVE);
  }
}
