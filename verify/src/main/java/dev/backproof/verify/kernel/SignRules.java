package dev.backproof.verify.kernel;

import java.util.List;

/** Facts about signs. */
final class SignRules {
  private SignRules() {}

  /** A condition under which the statement makes sense. */
  static Conclusion assume(Arguments a) {
    List<Condition> all = a.kernel().assumptions();
    int which = a.number(0).intValue();
    Refusal.unless(which >= 0 && which < all.size(), "no such assumption: %s", which);
    Condition c = all.get(which);
    List<Term> at = a.terms().subList(1, a.terms().size());
    return Conclusion.fact(EqualityRules.instance(a, c.term(), c.indices(), at), c.signs());
  }

  /** What is equal has the same sign. */
  static Conclusion equal(Arguments a) {
    Theorem equation = a.premise(0);
    return Conclusion.fact(equation.right(), a.kernel().signs().of(equation.left()));
  }

  /** a·b ≠ 0, so a ≠ 0. */
  static Conclusion factor(Arguments a) {
    a.need(Term.multiply(a.term(0), a.term(1)), Signs.NON_ZERO);
    return Conclusion.fact(a.term(0), Signs.NON_ZERO);
  }

  /** a &gt; 0 and a·b &gt; 0, so b &gt; 0. */
  static Conclusion quotient(Arguments a) {
    a.need(a.term(0), Signs.POSITIVE);
    a.need(Term.multiply(a.term(0), a.term(1)), Signs.POSITIVE);
    return Conclusion.fact(a.term(1), Signs.POSITIVE);
  }

  /** aʳ ≠ 0, so a ≠ 0. */
  static Conclusion base(Arguments a) {
    Rational r = a.number(1);
    Refusal.unless(r.isInteger() && r.signum() > 0, "not a positive whole exponent: %s", r);
    a.need(Term.power(a.term(0), r), Signs.NON_ZERO);
    return Conclusion.fact(a.term(0), Signs.NON_ZERO);
  }
}
