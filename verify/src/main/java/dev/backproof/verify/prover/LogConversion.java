package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Logarithms: factors that are positive go out. */
final class LogConversion {
  private final Deduction d;
  private final Normalizer normalizer;

  LogConversion(Deduction d, Normalizer normalizer) {
    this.d = d;
    this.normalizer = normalizer;
  }

  /** Goes on from an equation whose right side is the logarithm of a normal term. */
  Theorem convert(Theorem so) {
    Term of = so.right().argument(0);
    Polynomial p = d.polynomial(of);
    if (p.isZero()) {
      return so;
    }
    if (Polynomials.isOne(p)) {
      return d.then(so, d.logOfOne());
    }
    Content content = Content.of(p);
    boolean flip = content.number().signum() < 0;
    Rational number = content.number().abs();
    Polynomial rest = flip ? Polynomials.negate(content.rest()) : content.rest();
    List<Term> parts = new ArrayList<>();
    Map<Term, Theorem> changes = new HashMap<>();
    for (Map.Entry<Term, Rational> power : content.monomial().powers().entrySet()) {
      if (d.isPositive(power.getKey())) {
        Term part = Term.power(power.getKey(), power.getValue());
        parts.add(part);
        changes.put(Term.log(part), ofPower(power.getKey(), power.getValue()));
      } else {
        rest =
            rest.times(Polynomial.of(Monomial.of(power.getKey(), power.getValue()), Rational.ONE));
      }
    }
    if (!number.equals(Rational.ONE)) {
      parts.add(Term.number(number));
    }
    if (!Polynomials.isOne(rest)) {
      parts.add(rest.term());
    }
    Theorem t = d.then(so, d.rewrite(so.right(), d.ring(of, Term.multiply(parts))));
    if (parts.size() == 1) {
      Theorem change = changes.get(t.right());
      return change == null ? t : normalizer.tidy(d.then(t, change));
    }
    t = d.then(t, d.logOfProduct(parts));
    return normalizer.tidy(d.then(t, d.parts(t.right(), changes)));
  }

  private Theorem ofPower(Term atom, Rational exponent) {
    Theorem t =
        exponent.equals(Rational.ONE) ? d.same(Term.log(atom)) : d.logOfPower(exponent, atom);
    return atom.is(Term.Kind.EXP)
        ? d.then(t, d.rewrite(t.right(), d.logOfExp(atom.argument(0))))
        : t;
  }
}
