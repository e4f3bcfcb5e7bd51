package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A search with a fault in what all its parts are made of. */
final class FaultyDeduction extends Deduction {
  /** What is wrong. */
  enum Fault {
    /** Nothing. */
    NONE,
    /** A polynomial loses its first term. */
    TERM_LOST,
    /** The first term of a polynomial has the other sign. */
    SIGN_LOST,
    /** The first coefficient is 1. */
    COEFFICIENT_LOST,
    /** An exponent is one too large. */
    EXPONENT_SHIFTED,
    /** Every polynomial is 0. */
    ALWAYS_ZERO,
    /** Everything is positive. */
    ALWAYS_POSITIVE,
    /** Only the first of two equations. */
    CHAIN_CUT,
    /** Only the second of two equations. */
    CHAIN_BEGUN_LATE,
    /** a = b for b = a. */
    NOT_TURNED,
    /** An equation for one under its binder. */
    NOT_BOUND,
    /** Parts are left as they are, though they change. */
    PARTS_KEPT,
    /** Premises in the other order. */
    PREMISES_TURNED,
    /** Now and then another theorem of before. */
    STALE_THEOREM,
    /** Now and then the theorem the other way round. */
    TURNED_THEOREM,
    /** Now and then a slip in a term a rule is given. */
    SLIP,
    /** The δ of an index and another one. */
    OTHER_INDEX,
    /** A factor is taken out, whether it depends on the index or not. */
    FACTOR_WITH_INDEX,
    /** What is multiplied by is left out again without being asked for. */
    CANCEL_ZERO
  }

  private static final int SELDOM = 20;

  private final Fault fault;
  private final Random random;
  private final List<Theorem> before = new ArrayList<>();

  FaultyDeduction(Kernel kernel, Budget budget, Fault fault, long seed) {
    super(kernel, budget);
    this.fault = fault;
    random = new Random(seed);
  }

  private boolean is(Fault asked) {
    return fault == asked;
  }

  private boolean now(Fault asked) {
    return fault == asked && random.nextInt(SELDOM) == 0;
  }

  @Override
  Theorem rule(Rule rule, List<Term> terms, List<Theorem> premises) {
    List<Term> given = new ArrayList<>(terms);
    List<Theorem> from = new ArrayList<>(premises);
    if (now(Fault.SLIP) && !given.isEmpty()) {
      int which = random.nextInt(given.size());
      Mutation slip = Mutation.drawn(random);
      Term old = given.get(which);
      if (!old.is(Term.Kind.INDEX)) {
        Optional<Term> other = slip.random(old, kernel().statement().declarations(), random);
        other.ifPresent(term -> given.set(which, term));
      }
    }
    if (is(Fault.PREMISES_TURNED)) {
      Collections.reverse(from);
    }
    if (is(Fault.CANCEL_ZERO) && rule == Rule.CANCEL) {
      given.set(0, Term.ZERO);
    }
    Theorem theorem = super.rule(rule, given, from);
    before.add(theorem);
    if (now(Fault.STALE_THEOREM)) {
      return before.get(random.nextInt(before.size()));
    }
    return now(Fault.TURNED_THEOREM)
        ? super.rule(Rule.SYMMETRIC, List.of(), List.of(theorem))
        : theorem;
  }

  @Override
  Polynomial polynomial(Term t) {
    Polynomial p = super.polynomial(t);
    if (p.isZero()) {
      return p;
    }
    Monomial first = p.monomial();
    return switch (fault) {
      case TERM_LOST -> p.plus(Polynomial.of(first, p.coefficient().negate()));
      case SIGN_LOST ->
          p.plus(Polynomial.of(first, p.coefficient().negate().times(Rational.of(2))));
      case COEFFICIENT_LOST -> p.plus(Polynomial.of(first, Rational.ONE.minus(p.coefficient())));
      case EXPONENT_SHIFTED -> {
        Map<Monomial, Rational> terms = new LinkedHashMap<>(p.terms());
        terms.remove(first);
        first.powers().keySet().stream()
            .findFirst()
            .ifPresentOrElse(
                atom ->
                    terms.merge(
                        first.times(Monomial.of(atom, Rational.ONE)),
                        p.coefficient(),
                        Rational::plus),
                () -> terms.put(first, p.coefficient()));
        yield Polynomial.of(terms);
      }
      case ALWAYS_ZERO -> Polynomial.ZERO;
      default -> p;
    };
  }

  @Override
  boolean isPositive(Term t) {
    return is(Fault.ALWAYS_POSITIVE) || super.isPositive(t);
  }

  @Override
  Theorem then(Theorem first, Theorem second) {
    return is(Fault.CHAIN_CUT)
        ? first
        : is(Fault.CHAIN_BEGUN_LATE) ? second : super.then(first, second);
  }

  @Override
  Theorem back(Theorem equation) {
    return is(Fault.NOT_TURNED) ? equation : super.back(equation);
  }

  @Override
  Theorem under(Term index, Theorem equation) {
    return is(Fault.NOT_BOUND) ? equation : super.under(index, equation);
  }

  @Override
  Theorem parts(Term t, List<Theorem> parts) {
    return is(Fault.PARTS_KEPT) ? same(t) : super.parts(t, parts);
  }

  @Override
  Theorem ring(Term a, Term b, Collection<Term> opaque) {
    return now(Fault.PARTS_KEPT) ? same(b) : super.ring(a, b, opaque);
  }

  @Override
  Theorem delta(Term index, Term j, Term body) {
    return super.delta(index, is(Fault.OTHER_INDEX) ? index : j, body);
  }

  @Override
  Theorem factor(Term index, Term c, Term body) {
    return is(Fault.FACTOR_WITH_INDEX)
        ? super.factor(index, Term.multiply(c, body), Term.ONE)
        : super.factor(index, c, body);
  }
}
