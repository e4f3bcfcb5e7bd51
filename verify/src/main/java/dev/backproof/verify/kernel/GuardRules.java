package dev.backproof.verify.kernel;

import static dev.backproof.verify.kernel.Term.ONE;
import static dev.backproof.verify.kernel.Term.ZERO;
import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.negate;

import java.util.List;

/** Guards [p &gt; 0]: truth values as numbers. */
final class GuardRules {
  private GuardRules() {}

  /** A positive factor does not change it. */
  static Conclusion scale(Arguments a) {
    a.need(a.term(0), Signs.POSITIVE);
    return Conclusion.equation(guard(multiply(a.term(0), a.term(1))), guard(a.term(1)));
  }

  /** A known sign decides it. */
  static Conclusion decided(Arguments a) {
    Term p = a.term(0);
    boolean positive = a.kernel().signsOf(p).within(Signs.POSITIVE);
    a.need(p, positive ? Signs.POSITIVE : Signs.NON_POSITIVE);
    return Conclusion.equation(guard(p), positive ? ONE : ZERO);
  }

  /** q = c·p + s with c &gt; 0 and s ≥ 0: where p is positive, q is. */
  static Conclusion implies(Arguments a) {
    Refusal.unless(a.number(2).signum() > 0, "not a positive factor: %s", a.number(2));
    a.same(a.term(1), add(multiply(a.term(2), a.term(0)), a.term(3)), List.of());
    a.need(a.term(3), Signs.NON_NEGATIVE);
    Term p = guard(a.term(0));
    return Conclusion.equation(multiply(p, guard(a.term(1))), p);
  }

  /** The three cells of p: t = [p&gt;0]·t₊ + [−p&gt;0]·t₋ + (1 − [p&gt;0] − [−p&gt;0])·t₀. */
  static Conclusion cells(Arguments a) {
    Term t = a.term(0);
    Term neither = neither(a);
    Term above = guard(a.term(1));
    Term below = guard(a.term(2));
    return Conclusion.equation(
        t,
        add(
            multiply(above, t.substitute(above, ONE).substitute(below, ZERO)),
            multiply(below, t.substitute(above, ZERO).substitute(below, ONE)),
            multiply(neither, t.substitute(above, ZERO).substitute(below, ZERO))));
  }

  /** In the cell p = 0, where p = c·(e − s) with c ≠ 0: there e is s. */
  static Conclusion zeroCell(Arguments a) {
    Term t = a.term(0);
    Term neither = neither(a);
    Refusal.unless(!a.number(3).isZero(), "a factor of 0");
    Term e = a.term(4);
    Term s = a.term(5);
    a.same(a.term(1), multiply(a.term(3), Term.subtract(e, s)), List.of());
    return Conclusion.equation(multiply(neither, t), multiply(neither, t.substitute(e, s)));
  }

  /** 1 − [p &gt; 0] − [q &gt; 0] of the second and third argument, which are p and q = −p. */
  private static Term neither(Arguments a) {
    a.same(a.term(2), negate(a.term(1)), List.of());
    return Derivative.neither(guard(a.term(1)), guard(a.term(2)));
  }
}
