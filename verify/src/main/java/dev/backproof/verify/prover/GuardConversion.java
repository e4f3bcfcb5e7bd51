package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guards: decided by a known sign; by cells where another guard stands inside; with positive
 * factors left out; only one of [x &gt; 0] and [−x &gt; 0] for an x that is not 0 by hypothesis.
 */
final class GuardConversion {
  private final Deduction d;
  private final Normalizer normalizer;
  private final Hypotheses hypotheses;

  GuardConversion(Deduction d, Normalizer normalizer) {
    this.d = d;
    this.normalizer = normalizer;
    hypotheses = new Hypotheses(d);
  }

  /** Goes on from an equation whose right side is a guard of a normal term. */
  Theorem convert(Theorem so) {
    Term of = so.right().argument(0);
    Signs signs = signs(of);
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
      Theorem cells = d.guardCells(so.right(), q, opposite);
      cells = d.then(so, cells, middle(so.right(), cells.right(), q, opposite));
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
      return oneOfTwo(so);
    }
    Term scale = Term.multiply(positive);
    Theorem split = d.rewrite(so.right(), d.ring(of, Term.multiply(scale, rest.term())));
    return convert(d.then(so, split, d.guardScale(scale, rest.term())));
  }

  /** [−x &gt; 0] = 1 − [x &gt; 0], if a hypothesis says that x is not 0. */
  private Theorem oneOfTwo(Theorem so) {
    Term minus = so.right().argument(0);
    Term x = d.polynomial(Term.negate(minus)).term();
    if (!hypotheses.learn(x) || !d.kernel().signsOf(x).within(Signs.NON_ZERO)) {
      return so;
    }
    Term between = Deduction.neither(Term.guard(x), so.right());
    Term product = Term.multiply(Term.number(-1), between);
    Term all = Term.add(Term.ONE, Term.negate(Term.guard(x)), product);
    Theorem nothing = d.rewrite(product, d.guardCovers(between, x, minus));
    return normalizer.tidy(d.then(so, d.ring(so.right(), all), d.rewrite(all, nothing)));
  }

  /** In the cell q = 0 an entry in which q is linear is replaced by what it equals there. */
  private Theorem middle(Term t, Term cells, Term q, Term opposite) {
    List<LinearEntry> entries = LinearEntry.of(d.polynomial(q));
    if (entries.isEmpty()) {
      return d.same(cells);
    }
    Term there = t.substitute(Term.guard(q), Term.ZERO).substitute(Term.guard(opposite), Term.ZERO);
    LinearEntry e = entries.get(0);
    return d.rewrite(cells, d.zeroCell(there, q, opposite, e.factor(), e.entry(), e.value()));
  }

  /** The signs that are known, if not of p then by those of −p. */
  private Signs signs(Term p) {
    Signs known = d.kernel().signsOf(p);
    Term minus = d.polynomial(Term.negate(p)).term();
    if (!known.equals(Signs.ANY) || d.kernel().signsOf(minus).equals(Signs.ANY)) {
      return known;
    }
    Theorem negated = d.ring(Term.multiply(Term.number(-1), minus), p);
    d.rule(Rule.SIGN_EQUAL, List.of(), List.of(negated));
    return d.kernel().signsOf(p);
  }
}
