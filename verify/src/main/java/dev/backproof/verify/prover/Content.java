package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A polynomial as number · monomial · rest: the rest has coprime whole coefficients, not all of
 * them negative, and no atom in all its terms.
 *
 * <p>No sign is chosen by a leading term: which term leads depends on names.
 */
record Content(Rational number, Monomial monomial, Polynomial rest) {
  static Content of(Polynomial p) {
    BigInteger common = BigInteger.ZERO;
    BigInteger multiple = BigInteger.ONE;
    boolean negative = true;
    for (Rational c : p.terms().values()) {
      common = common.gcd(c.numerator());
      multiple = multiple.multiply(c.denominator()).divide(multiple.gcd(c.denominator()));
      negative &= c.signum() < 0;
    }
    Rational number = new Rational(negative ? common.negate() : common, multiple);
    Monomial monomial = common(p);
    Monomial out = inverse(monomial);
    Map<Monomial, Rational> rest = new HashMap<>();
    p.terms().forEach((m, c) -> rest.put(m.times(out), c.times(number.reciprocal())));
    return new Content(number, monomial, Polynomial.of(rest));
  }

  /** Of each atom the least exponent over all terms; 0 where it does not occur. */
  private static Monomial common(Polynomial p) {
    TreeMap<Term, Rational> least = null;
    for (Monomial m : p.terms().keySet()) {
      if (least == null) {
        least = new TreeMap<>(m.powers());
        continue;
      }
      TreeSet<Term> atoms = new TreeSet<>(least.keySet());
      atoms.addAll(m.powers().keySet());
      for (Term atom : atoms) {
        Rational a = least.getOrDefault(atom, Rational.ZERO);
        Rational b = Polynomials.exponent(m, atom);
        least.put(atom, a.compareTo(b) < 0 ? a : b);
      }
    }
    return least == null ? Monomial.ONE : Monomial.of(least);
  }

  /** Whether a truth value, a guard or δ, is in the monomial. */
  boolean hasTruth() {
    return monomial.powers().keySet().stream()
        .anyMatch(atom -> atom.is(Term.Kind.GUARD) || atom.is(Term.Kind.DELTA));
  }

  static Monomial inverse(Monomial m) {
    Map<Term, Rational> inverse = new HashMap<>();
    m.powers().forEach((atom, exponent) -> inverse.put(atom, exponent.negate()));
    return Monomial.of(inverse);
  }
}
