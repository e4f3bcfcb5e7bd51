package dev.backproof.verify.kernel;

import java.util.List;

/** Exponentials, logarithms and powers. */
final class PowerRules {
  private PowerRules() {}

  static Conclusion expOfSum(Arguments a) {
    List<Term> parts = a.from(0);
    return Conclusion.equation(
        Term.exp(Term.add(parts)), Term.multiply(parts.stream().map(Term::exp).toList()));
  }

  static Conclusion expOfMultiple(Arguments a) {
    return Conclusion.equation(
        Term.exp(Term.multiply(Term.number(a.number(0)), a.term(1))),
        Term.power(Term.exp(a.term(1)), a.number(0)));
  }

  static Conclusion expOfLog(Arguments a) {
    a.need(a.term(0), Signs.POSITIVE);
    return Conclusion.equation(Term.exp(Term.log(a.term(0))), a.term(0));
  }

  static Conclusion logOfExp(Arguments a) {
    return Conclusion.equation(Term.log(Term.exp(a.term(0))), a.term(0));
  }

  static Conclusion logOfOne(Arguments a) {
    return Conclusion.equation(Term.log(Term.ONE), Term.ZERO);
  }

  static Conclusion logOfProduct(Arguments a) {
    List<Term> parts = a.from(0);
    parts.forEach(part -> a.need(part, Signs.POSITIVE));
    return Conclusion.equation(
        Term.log(Term.multiply(parts)), Term.add(parts.stream().map(Term::log).toList()));
  }

  static Conclusion logOfPower(Arguments a) {
    a.need(a.term(1), Signs.POSITIVE);
    return Conclusion.equation(
        Term.log(Term.power(a.term(1), a.number(0))),
        Term.multiply(a.term(0), Term.log(a.term(1))));
  }

  static Conclusion powerOfProduct(Arguments a) {
    Rational r = a.number(0);
    List<Term> parts = a.from(1);
    if (!r.isInteger() || r.signum() < 0) {
      Signs needed = r.isInteger() ? Signs.NON_ZERO : Signs.POSITIVE;
      parts.forEach(part -> a.need(part, needed));
    }
    return Conclusion.equation(
        Term.power(Term.multiply(parts), r),
        Term.multiply(parts.stream().map(part -> Term.power(part, r)).toList()));
  }

  /** aʳ = aⁿ·aʳ⁻ⁿ. */
  static Conclusion splitPower(Arguments a) {
    Rational r = a.number(0);
    Rational n = a.number(1);
    a.need(a.term(2), Signs.POSITIVE);
    return Conclusion.equation(
        Term.power(a.term(2), r),
        Term.multiply(Term.power(a.term(2), n), Term.power(a.term(2), r.minus(n))));
  }
}
