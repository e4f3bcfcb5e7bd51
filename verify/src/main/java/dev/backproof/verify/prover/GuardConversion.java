package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guards: decided by a known sign; by cells where another guard stands inside; with positive
 * factors left out.
 */
final class GuardConversion {
  private final Deduction d;
  private final Normalizer normalizer;

  GuardConversion(Deduction d, Normalizer normalizer) {
    this.d = d;
    this.normalizer = normalizer;
  }

  /** Goes on from an equation whose right side is a guard of a normal term. */
  Theorem convert(Theorem so) {
    Term of = so.right().argument(0);
    Signs signs = d.kernel().signsOf(of);
    if (signs.within(Signs.POSITIVE) || signs.within(Signs.NON_POSITIVE)) {
      return d.then(so, d.guardDecided(of));
    }
    Polynomial p = d.polynomial(of);
    Optional<Term> inner =
        p.terms().keySet().stream()
            .flatMap(m -> m.powers().keySet().stream())
            .filter(atom -> atom.is(Term.Kind.GUARD))
            .findFirst();
    if (inner.isPresent()) {
      Term q = inner.get().argument(0);
      Term opposite = d.polynomial(Term.negate(q)).term();
      Theorem cells = d.then(so, d.guardCells(so.right(), q, opposite));
      return d.then(cells, normalizer.normal(cells.right()));
    }
    Content content = Content.of(p);
    List<Term> positive = new ArrayList<>();
    if (!content.number().abs().equals(Rational.ONE)) {
      positive.add(Term.number(content.number().abs()));
    }
    Polynomial rest = content.rest().times(Rational.of(content.number().signum()));
    for (Map.Entry<Term, Rational> power : content.monomial().powers().entrySet()) {
      if (d.isPositive(power.getKey())) {
        positive.add(Term.power(power.getKey(), power.getValue()));
      } else {
        rest =
            rest.times(Polynomial.of(Monomial.of(power.getKey(), power.getValue()), Rational.ONE));
      }
    }
    if (positive.isEmpty()) {
      return so;
    }
    Term scale = Term.multiply(positive);
    Theorem split = d.rewrite(so.right(), d.ring(of, Term.multiply(scale, rest.term())));
    return d.then(so, split, d.guardScale(scale, rest.term()));
  }
}
