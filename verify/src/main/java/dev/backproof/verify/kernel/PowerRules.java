package dev.backproof.verify.kernel;

import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.log;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.power;

import java.util.List;

/** Exponentials and logarithms; what else is known of powers the ring knows. */
final class PowerRules {
  private PowerRules() {}

  static Conclusion expOfSum(Arguments a) {
    List<Term> parts = a.from(0);
    return Conclusion.equation(
        exp(Term.add(parts)), multiply(parts.stream().map(Term::exp).toList()));
  }

  static Conclusion expOfMultiple(Arguments a) {
    Term t = a.term(1);
    return Conclusion.equation(exp(multiply(a.term(0), t)), power(exp(t), a.number(0)));
  }

  static Conclusion expOfLog(Arguments a) {
    a.need(a.term(0), Signs.POSITIVE);
    return Conclusion.equation(exp(log(a.term(0))), a.term(0));
  }

  static Conclusion logOfExp(Arguments a) {
    return Conclusion.equation(log(exp(a.term(0))), a.term(0));
  }

  static Conclusion logOfProduct(Arguments a) {
    List<Term> parts = a.from(0);
    parts.forEach(part -> a.need(part, Signs.POSITIVE));
    return Conclusion.equation(
        log(multiply(parts)), Term.add(parts.stream().map(Term::log).toList()));
  }

  static Conclusion logOfPower(Arguments a) {
    Term t = a.term(1);
    a.need(t, Signs.POSITIVE);
    return Conclusion.equation(log(power(t, a.number(0))), multiply(a.term(0), log(t)));
  }
}
