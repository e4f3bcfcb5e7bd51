package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exponentials: exp(Σ c·u) = Π exp(u)^c, and exp(log a) = a. */
final class ExpConversion {
  private final Deduction d;
  private final Normalizer normalizer;

  ExpConversion(Deduction d, Normalizer normalizer) {
    this.d = d;
    this.normalizer = normalizer;
  }

  /** Goes on from an equation whose right side is the exponential of a normal term. */
  Theorem convert(Theorem so) {
    Term of = so.right().argument(0);
    Polynomial p = d.polynomial(of);
    // exp(c·u) by its argument c·u, which is the multiple of a monomial.
    Map<Term, Theorem> changes = new LinkedHashMap<>();
    List<Term> logs = new ArrayList<>();
    for (Map.Entry<Monomial, Rational> term : p.terms().entrySet()) {
      Term u = Polynomials.term(term.getKey());
      Rational c = term.getValue();
      boolean alone = c.equals(Rational.ONE);
      Term part = alone ? u : Term.multiply(Term.number(c), u);
      changes.put(part, alone ? d.same(Term.exp(u)) : d.expOfMultiple(c, u));
      if (u.is(Term.Kind.LOG)) {
        logs.add(u);
      }
    }
    if (changes.isEmpty()) {
      return ofZero(so);
    }
    List<Term> parts = List.copyOf(changes.keySet());
    Theorem t = d.then(so, d.rewrite(so.right(), d.ring(of, Term.add(parts))));
    if (parts.size() > 1) {
      t = d.then(t, d.expOfSum(parts));
      Map<Term, Theorem> factors = new HashMap<>();
      changes.forEach((part, change) -> factors.put(Term.exp(part), change));
      t = d.then(t, d.parts(t.right(), factors));
    } else {
      t = d.then(t, changes.values().iterator().next());
    }
    t = normalizer.tidy(t);
    for (Term log : logs) {
      t = withoutLog(t, log);
    }
    return t;
  }

  /** exp 0 = exp(0·0) = exp(0)⁰ = 1. */
  private Theorem ofZero(Theorem so) {
    Term product = Term.multiply(Term.ZERO, Term.ZERO);
    Theorem t = d.then(so, d.rewrite(so.right(), d.ring(so.right().argument(0), product)));
    t = d.then(t, d.expOfMultiple(Rational.ZERO, Term.ZERO));
    return d.then(t, d.ring(t.right(), Term.ONE));
  }

  /** exp(log a)^e = a^e in a product. */
  private Theorem withoutLog(Theorem so, Term log) {
    Polynomial p = d.polynomial(so.right());
    Term atom = Term.exp(log);
    Rational e = Polynomials.exponent(p.monomial(), atom);
    Term power = Term.power(atom, e);
    Polynomial rest = p.times(Polynomial.of(Monomial.of(atom, e.negate()), Rational.ONE));
    Term product = Term.multiply(rest.term(), power);
    Theorem inner = d.expOfLog(log.argument(0));
    Theorem change = e.equals(Rational.ONE) ? inner : d.parts(power, List.of(inner));
    change = d.then(change, normalizer.normal(change.right()));
    return normalizer.tidy(d.then(so, d.ring(so.right(), product), d.rewrite(product, change)));
  }
}
