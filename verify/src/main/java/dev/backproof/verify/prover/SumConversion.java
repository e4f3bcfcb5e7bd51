package dev.backproof.verify.prover;

import static dev.backproof.verify.prover.Deduction.fresh;
import static dev.backproof.verify.prover.Deduction.sum;

import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sums of normal bodies: the sum of each monomial alone, with δ eliminated, inner sums opened,
 * independent factors outside, and the rest split into connected components.
 */
final class SumConversion {
  private final Deduction d;
  private final Normalizer normalizer;

  SumConversion(Deduction d, Normalizer normalizer) {
    this.d = d;
    this.normalizer = normalizer;
  }

  /** That Σ over indices of a normal body equals its normal form. */
  Theorem convert(List<Term> indices, Term body) {
    Polynomial p = d.polynomial(body);
    if (indices.isEmpty()) {
      return normalizer.tidy(d.same(body));
    }
    if (p.isZero()) {
      return d.then(d.under(indices, d.ring(body, Term.ZERO)), d.sumOfZero(indices));
    }
    List<Term> summands = Polynomials.summands(p);
    Theorem t = d.under(indices, d.ring(body, Term.add(summands)));
    if (summands.size() == 1) {
      return d.then(t, monomial(indices, summands.get(0)));
    }
    t = d.then(t, d.sumOfSum(indices, summands));
    Map<Term, Theorem> changes = new HashMap<>();
    for (Term summand : summands) {
      changes.put(sum(indices, summand), monomial(indices, summand));
    }
    return normalizer.tidy(d.then(t, d.parts(t.right(), changes)));
  }

  private static boolean depends(Term t, Collection<Term> indices) {
    return indices.stream().anyMatch(t::has);
  }

  private Theorem monomial(List<Term> indices, Term t) {
    if (indices.isEmpty()) {
      return d.same(t);
    }
    Polynomial p = d.polynomial(t);
    List<Term> inside = new ArrayList<>();
    List<Term> outside = new ArrayList<>();
    p.monomial()
        .powers()
        .forEach(
            (atom, exponent) ->
                (depends(atom, indices) ? inside : outside).add(Term.power(atom, exponent)));
    if (!p.coefficient().equals(Rational.ONE)) {
      outside.add(Term.number(p.coefficient()));
    }
    if (!outside.isEmpty()) {
      return outside(indices, t, Term.multiply(outside), Term.multiply(inside));
    }
    Theorem step = delta(indices, t, inside);
    step = step != null ? step : opened(indices, t, inside);
    step = step != null ? step : isolated(indices, t, inside);
    step = step != null ? step : components(indices, t, inside);
    if (step != null) {
      return step;
    }
    if (inside.isEmpty()) {
      return d.then(
          d.under(indices, d.ring(t, Term.ONE)), d.sumOfOne(Deduction.range(indices.get(0))));
    }
    List<Term> order = indices.size() == 1 ? indices : IndexOrder.of(indices, p.monomial());
    Theorem sorted = d.reorder(indices, order, t);
    return d.then(sorted, normalizer.byHypothesis(sorted.right()));
  }

  /** Factors that do not depend on an index leave. */
  private Theorem outside(List<Term> indices, Term t, Term c, Term f) {
    Theorem out = d.then(d.under(indices, d.ring(t, Term.multiply(c, f))), d.factor(indices, c, f));
    return product(out, c, monomial(indices, f));
  }

  /** From … = c·s and s = s′: … = c·s′, in order. */
  private Theorem product(Theorem so, Term c, Theorem change) {
    return normalizer.tidy(d.then(so, d.rewrite(Term.multiply(c, change.left()), change)));
  }

  /** Σᵢ δᵢⱼ·f(i) = f(j). */
  private @Nullable Theorem delta(List<Term> indices, Term t, List<Term> inside) {
    for (Term factor : inside) {
      for (int side = 0; side < 2 && factor.is(Term.Kind.DELTA); side++) {
        Term v = factor.argument(side);
        Term j = factor.argument(1 - side);
        if (indices.contains(v) && !j.has(v)) {
          List<Term> others = without(indices, v);
          List<Term> order = with(others, v);
          Term f = Term.multiply(without(inside, factor));
          Theorem so =
              d.then(
                  d.reorder(indices, order, t),
                  d.under(order, d.ring(t, Term.multiply(factor, f))),
                  d.under(others, d.delta(v, j, f)));
          Theorem rest = normalizer.normal(f.substitute(v, j));
          return d.then(so, d.under(others, rest), convert(others, rest.right()));
        }
      }
    }
    return null;
  }

  /** An inner sum with a positive whole exponent that depends on an index becomes part of ours. */
  private @Nullable Theorem opened(List<Term> indices, Term t, List<Term> inside) {
    for (Term factor : inside) {
      boolean power =
          factor.is(Term.Kind.POWER)
              && factor.number().isInteger()
              && factor.number().signum() > 0
              && factor.argument(0).is(Term.Kind.SUM);
      Term s = power ? factor.argument(0) : factor;
      if (!s.is(Term.Kind.SUM)) {
        continue;
      }
      List<Term> others = without(inside, factor);
      if (power) {
        others.add(Term.power(s, factor.number().minus(Rational.ONE)));
      }
      Term f = Term.multiply(others);
      Set<String> taken = new HashSet<>(t.freeIndices());
      indices.forEach(index -> taken.add(index.name()));
      List<Term> inner = new ArrayList<>();
      Term body = s;
      while (body.is(Term.Kind.SUM)) {
        Term v = fresh(body.name(), taken);
        taken.add(v.name());
        inner.add(v);
        body = body.open(v);
      }
      List<Term> all = new ArrayList<>(indices);
      all.addAll(inner);
      Theorem so =
          d.then(
              d.under(indices, d.ring(t, Term.multiply(f, s))),
              d.under(indices, d.back(d.factor(inner, f, body))));
      Theorem rest = normalizer.normal(Term.multiply(f, body));
      return d.then(so, d.under(all, rest), convert(all, rest.right()));
    }
    return null;
  }

  /** Where the sum over one index alone is the base of a denominator among the others. */
  private @Nullable Theorem isolated(List<Term> indices, Term t, List<Term> inside) {
    if (indices.size() < 2) {
      return null;
    }
    for (Term v : indices) {
      List<Term> mine = inside.stream().filter(factor -> factor.has(v)).toList();
      List<Term> theirs = inside.stream().filter(factor -> !factor.has(v)).toList();
      if (mine.isEmpty() || theirs.stream().noneMatch(SumConversion::isDenominator)) {
        continue;
      }
      Theorem alone = monomial(List.of(v), Term.multiply(mine));
      Term sum = alone.right();
      boolean cancels =
          theirs.stream().anyMatch(f -> isDenominator(f) && f.argument(0).equals(sum));
      if (cancels) {
        List<Term> others = without(indices, v);
        List<Term> order = with(others, v);
        Term a = Term.multiply(theirs);
        Term b = Term.multiply(mine);
        Theorem so =
            d.then(
                d.reorder(indices, order, t),
                d.under(order, d.ring(t, Term.multiply(a, b))),
                d.under(others, product(d.factor(v, a, b), a, alone)));
        return d.then(so, convert(others, opened(so.right(), others)));
      }
    }
    return null;
  }

  private static boolean isDenominator(Term factor) {
    return factor.is(Term.Kind.POWER) && factor.number().signum() < 0;
  }

  /** The body of nested sums with these indices. */
  static Term opened(Term t, List<Term> indices) {
    Term body = t;
    for (Term index : indices) {
      body = body.open(index);
    }
    return body;
  }

  /** Σ over indices of two groups of factors that share none: the product of the sums. */
  private @Nullable Theorem components(List<Term> indices, Term t, List<Term> inside) {
    List<Term> own = new ArrayList<>(List.of(indices.get(0)));
    List<Term> factors = new ArrayList<>();
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Term factor : inside) {
        if (!factors.contains(factor) && depends(factor, own)) {
          factors.add(factor);
          indices.stream().filter(v -> factor.has(v) && !own.contains(v)).forEach(own::add);
          grows = true;
        }
      }
    }
    if (own.size() == indices.size()) {
      return null;
    }
    List<Term> others = new ArrayList<>(indices);
    others.removeAll(own);
    List<Term> rest = new ArrayList<>(inside);
    rest.removeAll(factors);
    List<Term> order = new ArrayList<>(others);
    order.addAll(own);
    Term a = Term.multiply(rest);
    Term b = Term.multiply(factors);
    Term sumOfB = sum(own, b);
    Theorem apart =
        d.then(d.reorder(indices, order, t), d.under(order, d.ring(t, Term.multiply(a, b))));
    Theorem out =
        d.then(d.factor(own, a, b), d.ring(Term.multiply(a, sumOfB), Term.multiply(sumOfB, a)));
    Theorem so = d.then(apart, d.under(others, out), d.factor(others, sumOfB, a));
    Theorem mine = monomial(own, b);
    Theorem theirs = monomial(others, a);
    Term product = Term.multiply(sumOfB, sum(others, a));
    so = d.then(so, d.rewrite(product, mine));
    return product(so, mine.right(), theirs);
  }

  private static List<Term> without(List<Term> terms, Term one) {
    List<Term> rest = new ArrayList<>(terms);
    rest.remove(one);
    return rest;
  }

  private static List<Term> with(List<Term> terms, Term one) {
    List<Term> more = new ArrayList<>(terms);
    more.add(one);
    return more;
  }
}
