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

/**
 * Powers of polynomials: number and monomial content go out, of a fractional power also what can be
 * multiplied out, so that what stays is a power of a primitive polynomial.
 */
final class PowerConversion {
  private final Deduction d;
  private final Normalizer normalizer;

  PowerConversion(Deduction d, Normalizer normalizer) {
    this.d = d;
    this.normalizer = normalizer;
  }

  /** Goes on from an equation whose right side is a power of a normal base. */
  Theorem convert(Theorem so) {
    if (!so.right().is(Term.Kind.POWER)) {
      return normalizer.tidy(so);
    }
    Term base = so.right().argument(0);
    Rational r = so.right().number();
    Polynomial p = d.polynomial(base);
    boolean plain = r.isInteger() && (r.signum() > 0 || p.isSingle());
    if (p.isZero() || plain || Polynomials.isAtom(p)) {
      return normalizer.tidy(so);
    }
    Content content = Content.of(p);
    boolean flip = content.number().signum() < 0 && !r.isInteger();
    Rational number = flip ? content.number().negate() : content.number();
    Polynomial rest = flip ? Polynomials.negate(content.rest()) : content.rest();
    List<Term> parts = new ArrayList<>();
    Map<Term, Rational> kept = new HashMap<>();
    content
        .monomial()
        .powers()
        .forEach(
            (atom, exponent) -> {
              if (r.isInteger() || d.isPositive(atom)) {
                parts.add(Term.power(atom, exponent));
              } else {
                kept.put(atom, exponent);
              }
            });
    rest = rest.times(Polynomial.of(Monomial.of(kept), Rational.ONE));
    if (!number.equals(Rational.ONE)) {
      parts.add(Term.number(number));
    }
    if (!Polynomials.isOne(rest)) {
      parts.add(rest.term());
    }
    Theorem t = so;
    if (parts.size() > 1) {
      Theorem split = d.rewrite(so.right(), d.ring(base, Term.multiply(parts)));
      t = d.then(so, split, d.powerOfProduct(r, parts));
    }
    if (r.signum() > 0 && !Polynomials.isOne(rest) && !Polynomials.isAtom(rest)) {
      t = d.then(t, d.rewrite(t.right(), d.splitPower(r, r.ceiling(), rest.term())));
    }
    return normalizer.tidy(t);
  }
}
