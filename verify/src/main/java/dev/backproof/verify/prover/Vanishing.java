package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Rule;
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
 * Hypotheses that something has no sign but 0, as rewriting: solved for one of the sums in it.
 *
 * <p>That a maximum is attained in one place, Σᵥ [xᵥ = max x] − 1 = 0, comes as such a sign, since
 * an equation would tie what is differentiated by.
 */
final class Vanishing {
  /** A hypothesis, and the sum it is solved for. */
  private record Solved(int which, Hypothesis hypothesis, Term sum) {}

  private final Deduction d;
  private final Hypotheses hypotheses;

  /** Of the hypotheses themselves, which would otherwise say 0 = 0. */
  private final Normalizer normalizer;

  private @Nullable List<Solved> solved;

  Vanishing(Deduction d, Hypotheses hypotheses, Normalizer normalizer) {
    this.d = d;
    this.hypotheses = hypotheses;
    this.normalizer = normalizer;
  }

  /** That a sum equals what a hypothesis makes of it, if one is solved for it. */
  Optional<Theorem> rewrite(Term sum) {
    for (Solved so : solved()) {
      Map<Term, Term> at = new HashMap<>();
      if (Hypotheses.matches(so.sum(), sum, so.hypothesis().indices(), at)) {
        Theorem fact = hypotheses.instance(so.which(), so.hypothesis(), at);
        return equation(normalizer.normal(fact.left()), sum);
      }
    }
    return Optional.empty();
  }

  private List<Solved> solved() {
    List<Solved> all = solved;
    if (all == null) {
      all = new ArrayList<>();
      List<Hypothesis> given = d.kernel().statement().hypotheses();
      for (int which = 0; which < given.size(); which++) {
        Hypothesis h = given.get(which);
        if (h.signs().equals(Signs.ZERO)) {
          Polynomial p = d.polynomial(normalizer.normal(h.left()).right());
          for (Monomial m : p.terms().keySet()) {
            Polynomial alone = Polynomial.of(m, Rational.ONE);
            if (Polynomials.isAtom(alone) && alone.term().is(Term.Kind.SUM)) {
              all.add(new Solved(which, h, alone.term()));
              break;
            }
          }
        }
      }
      solved = all;
    }
    return all;
  }

  /** From fact = p, whose sign is 0, that the sum is what p = 0 makes of it. */
  private Optional<Theorem> equation(Theorem fact, Term sum) {
    Polynomial p = d.polynomial(fact.right());
    Monomial alone = Monomial.of(sum, Rational.ONE);
    Rational factor = p.terms().get(alone);
    if (factor == null) {
      return Optional.empty();
    }
    Polynomial others = p.plus(Polynomial.of(alone, factor.negate()));
    Term value = others.times(factor.negate().reciprocal()).term();
    Term above = fact.right();
    Term below = d.polynomial(Term.negate(above)).term();
    d.rule(Rule.SIGN_EQUAL, List.of(), List.of(fact));
    Theorem negated = d.ring(Term.multiply(Term.number(-1), above), below);
    d.rule(Rule.SIGN_EQUAL, List.of(), List.of(negated));
    // Neither p > 0 nor −p > 0: so it is the cell p = 0, where the sum is the value.
    Theorem where = isEverywhere(above, below);
    Theorem cell = d.zeroCell(sum, above, below, factor, sum, value);
    return Optional.of(d.then(d.back(inside(where, sum)), cell, inside(where, value)));
  }

  /** 1 − [p &gt; 0] − [q &gt; 0] = 1 − 0 − 0 of what has no sign but 0. */
  private Theorem isEverywhere(Term p, Term q) {
    Map<Term, Theorem> changes = new HashMap<>();
    for (Term side : List.of(p, q)) {
      Term minus = Term.negate(Term.guard(side));
      changes.put(minus, d.rewrite(minus, d.guardDecided(side)));
    }
    return d.parts(Deduction.neither(Term.guard(p), Term.guard(q)), changes);
  }

  /** (1 − [p &gt; 0] − [q &gt; 0])·t = t. */
  private Theorem inside(Theorem where, Term t) {
    Theorem product = d.rewrite(Term.multiply(where.left(), t), where);
    return d.then(product, d.ring(product.right(), t));
  }
}
