package dev.backproof.verify.kernel;

import java.util.Set;

/** Guards [p &gt; 0]: truth values as numbers. */
final class GuardRules {
  private GuardRules() {}

  /** A positive factor does not change it. */
  static Conclusion scale(Arguments a) {
    a.need(a.term(0), Signs.POSITIVE);
    return Conclusion.equation(
        Term.guard(Term.multiply(a.term(0), a.term(1))), Term.guard(a.term(1)));
  }

  /** A known sign decides it. */
  static Conclusion decided(Arguments a) {
    Term p = a.term(0);
    if (a.kernel().signs().has(p, Signs.POSITIVE)) {
      return Conclusion.equation(Term.guard(p), Term.ONE);
    }
    a.need(p, Signs.NON_POSITIVE);
    return Conclusion.equation(Term.guard(p), Term.ZERO);
  }

  /** [p &gt; 0]·[−p &gt; 0] = 0. */
  static Conclusion opposite(Arguments a) {
    opposite(a, a.term(0), a.term(1));
    return Conclusion.equation(
        Term.multiply(Term.guard(a.term(0)), Term.guard(a.term(1))), Term.ZERO);
  }

  /** [−p &gt; 0] = 1 − [p &gt; 0] where p is not 0. */
  static Conclusion flip(Arguments a) {
    opposite(a, a.term(0), a.term(1));
    a.need(a.term(0), Signs.NON_ZERO);
    return Conclusion.equation(
        Term.guard(a.term(1)), Term.subtract(Term.ONE, Term.guard(a.term(0))));
  }

  /** q = c·p + s with c &gt; 0 and s ≥ 0: where p is positive, q is. */
  static Conclusion implies(Arguments a) {
    above(a, a.term(1), a.term(0), a.number(2), a.term(3));
    Term p = Term.guard(a.term(0));
    return Conclusion.equation(Term.multiply(p, Term.guard(a.term(1))), p);
  }

  /** −q = c·p + s with c &gt; 0 and s ≥ 0: p and q are not positive together. */
  static Conclusion excludes(Arguments a) {
    above(a, Term.negate(a.term(1)), a.term(0), a.number(2), a.term(3));
    return Conclusion.equation(
        Term.multiply(Term.guard(a.term(0)), Term.guard(a.term(1))), Term.ZERO);
  }

  private static void above(Arguments a, Term q, Term p, Rational c, Term s) {
    Refusal.unless(c.signum() > 0, "not a positive factor: %s", c);
    same(a, q, Term.add(Term.multiply(Term.number(c), p), s));
    a.need(s, Signs.NON_NEGATIVE);
  }

  /** The three cells of p: t = [p&gt;0]·t₊ + [−p&gt;0]·t₋ + (1 − [p&gt;0] − [−p&gt;0])·t₀. */
  static Conclusion cells(Arguments a) {
    Term t = a.term(0);
    opposite(a, a.term(1), a.term(2));
    Term above = Term.guard(a.term(1));
    Term below = Term.guard(a.term(2));
    return Conclusion.equation(
        t,
        Term.add(
            Term.multiply(above, with(t, above, Term.ONE, below, Term.ZERO)),
            Term.multiply(below, with(t, above, Term.ZERO, below, Term.ONE)),
            Term.multiply(between(above, below), with(t, above, Term.ZERO, below, Term.ZERO))));
  }

  private static Term with(Term t, Term above, Term a, Term below, Term b) {
    return t.substitute(above, a).substitute(below, b);
  }

  private static Term between(Term above, Term below) {
    return Term.add(Term.ONE, Term.negate(above), Term.negate(below));
  }

  /** In the cell p = 0, where p = c·(e − s) with c ≠ 0: there e is s. */
  static Conclusion zeroCell(Arguments a) {
    Term t = a.term(0);
    Term p = a.term(1);
    opposite(a, p, a.term(2));
    Rational c = a.number(3);
    Term e = a.term(4);
    Term s = a.term(5);
    Refusal.unless(!c.isZero(), "a factor of 0");
    same(a, p, Term.multiply(Term.number(c), Term.subtract(e, s)));
    Term cell = between(Term.guard(p), Term.guard(a.term(2)));
    return Conclusion.equation(Term.multiply(cell, t), Term.multiply(cell, t.substitute(e, s)));
  }

  private static void opposite(Arguments a, Term p, Term q) {
    same(a, q, Term.negate(p));
  }

  private static void same(Arguments a, Term p, Term q) {
    Ring ring = new Ring(a.kernel().signs(), Set.of());
    Refusal.unless(ring.read(p).equals(ring.read(q)), "not the same: %s and %s", p, q);
  }
}
