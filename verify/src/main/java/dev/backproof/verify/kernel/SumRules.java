package dev.backproof.verify.kernel;

import java.util.List;

/** Sums and maxima over ranges, and the Kronecker delta. */
final class SumRules {
  private SumRules() {}

  /** An equation between summands, or between what the maximum is of. */
  static Conclusion bind(Arguments a, Term.Kind binder) {
    Term v = a.made(0);
    Theorem equation = a.premise(0);
    return Conclusion.equation(
        Term.binder(binder, a.range(v), equation.left().close(v)),
        Term.binder(binder, a.range(v), equation.right().close(v)));
  }

  static Conclusion add(Arguments a) {
    Term v = a.made(0);
    List<Term> parts = a.from(1);
    return Conclusion.equation(
        a.sum(v, Term.add(parts)), Term.add(parts.stream().map(part -> a.sum(v, part)).toList()));
  }

  static Conclusion factor(Arguments a) {
    Term v = a.made(0);
    Term c = a.term(1);
    Refusal.unless(!c.has(v), "the factor depends on the index: %s", c);
    return Conclusion.equation(
        a.sum(v, Term.multiply(c, a.term(2))), Term.multiply(c, a.sum(v, a.term(2))));
  }

  static Conclusion swap(Arguments a) {
    Term v = a.made(0);
    Term w = a.made(1);
    Refusal.unless(!v.equals(w), "the same index twice");
    return Conclusion.equation(a.sum(v, a.sum(w, a.term(2))), a.sum(w, a.sum(v, a.term(2))));
  }

  static Conclusion delta(Arguments a) {
    Term v = a.made(0);
    Term j = a.index(1);
    Refusal.unless(!j.has(v) && a.range(v).equals(a.range(j)), "no δ of %s and %s", v, j);
    return Conclusion.equation(
        a.sum(v, Term.multiply(Term.delta(v, j), a.term(2))), a.term(2).substitute(v, j));
  }

  static Conclusion one(Arguments a) {
    Term n = a.term(0);
    Refusal.unless(n.is(Term.Kind.SIZE), "not a size: %s", n);
    return Conclusion.equation(Term.binder(Term.Kind.SUM, n.name(), Term.ONE), n);
  }

  static Conclusion equalIndices(Arguments a) {
    return Conclusion.equation(Term.delta(a.index(0), a.index(0)), Term.ONE);
  }

  /** t = δ·t(where the indices are equal) + (1 − δ)·t(where they are not). */
  static Conclusion deltaCells(Arguments a) {
    Term t = a.term(0);
    Term i = a.index(1);
    Term j = a.index(2);
    Refusal.unless(!i.equals(j) && a.range(i).equals(a.range(j)), "no δ of %s and %s", i, j);
    Refusal.unless(i.arguments().isEmpty(), "only a free index can be replaced: %s", i);
    Term delta = Term.delta(i, j);
    return Conclusion.equation(
        t,
        Term.add(
            Term.multiply(delta, t.substitute(i, j)),
            Term.multiply(Term.subtract(Term.ONE, delta), t.substitute(delta, Term.ZERO))));
  }
}
