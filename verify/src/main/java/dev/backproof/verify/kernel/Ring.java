package dev.backproof.verify.kernel;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads terms as Laurent polynomials: whatever is not a number, a sum, a product or a power is an
 * atom.
 *
 * <p>A negative power wants its base to be non-zero, a fractional one wants it positive; then
 * exponents can be added.
 */
final class Ring {
  /** Parts and terms of their polynomials in one reading: what is there twice counts twice. */
  private static final int MOST_WORK = 200_000;

  private final SignAnalysis signs;
  private final Set<Term> opaque;
  private long work;

  /** A reading in which some more terms are atoms. */
  Ring(SignAnalysis signs, Set<Term> opaque) {
    this.signs = signs;
    this.opaque = opaque;
  }

  Polynomial read(Term t) {
    Polynomial p = reading(t);
    work += 1 + p.terms().size();
    Refusal.unless(work <= MOST_WORK, "too large to be multiplied out");
    return p;
  }

  private Polynomial reading(Term t) {
    if (opaque.contains(t)) {
      return Polynomial.atom(t);
    }
    return switch (t.kind()) {
      case NUMBER -> Polynomial.of(Monomial.ONE, t.number());
      case ADD -> Polynomial.ZERO.plus(parts(t).toArray(Polynomial[]::new));
      case MULTIPLY -> parts(t).reduce(Polynomial.ONE, Polynomial::times);
      case POWER -> power(t);
      case INDEX, BOUND, DERIVATIVE -> throw new Refusal("not in the ring: " + t);
      default -> Polynomial.atom(t);
    };
  }

  private Stream<Polynomial> parts(Term t) {
    return t.arguments().stream().map(this::read);
  }

  private Polynomial power(Term t) {
    Term base = t.argument(0);
    Rational r = t.number();
    Polynomial p = read(base);
    if (r.isInteger() && r.signum() >= 0) {
      return p.power(r.intValue());
    }
    Refusal.unless(!p.isZero(), "a power of 0: %s", t);
    signs.need(base, r.isInteger() ? Signs.NON_ZERO : Signs.POSITIVE);
    if (r.isInteger() && p.isSingle()) {
      return Polynomial.of(raised(p.monomial(), r), p.coefficient().power(r.intValue()));
    }
    boolean monic = p.isSingle() && p.coefficient().equals(Rational.ONE);
    boolean splits = monic && (p.monomial().powers().size() == 1 || isPositive(p.monomial()));
    return Polynomial.of(splits ? raised(p.monomial(), r) : Monomial.of(p.term(), r), Rational.ONE);
  }

  private boolean isPositive(Monomial m) {
    return m.powers().keySet().stream().allMatch(atom -> signs.of(atom).within(Signs.POSITIVE));
  }

  /** (Π aᵉ)ʳ = Π aᵉʳ: with fractional r only if the atoms are positive themselves. */
  private Monomial raised(Monomial m, Rational r) {
    TreeMap<Term, Rational> raised = new TreeMap<>();
    for (Map.Entry<Term, Rational> power : m.powers().entrySet()) {
      Term atom = power.getKey();
      Refusal.unless(!Monomial.isTruth(atom), "a truth value in a denominator: %s", atom);
      if (!r.isInteger() && !power.getValue().equals(Rational.ONE)) {
        signs.need(atom, Signs.POSITIVE);
      }
      raised.put(atom, power.getValue().times(r));
    }
    return Monomial.of(raised);
  }
}
