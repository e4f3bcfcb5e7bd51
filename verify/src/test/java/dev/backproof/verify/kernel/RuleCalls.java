package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Random calls of rules: mostly with arguments that nearly fit, so that theorems come out, now and
 * then with anything; and with theorems that came out before, so that they compose.
 */
final class RuleCalls {
  /** Larger theorems are not used again. */
  private static final int LARGEST = 120;

  /**
   * What a rule is called with.
   *
   * @param terms its terms
   * @param premises its premises
   */
  record Call(List<Term> terms, List<Theorem> premises) {}

  private final RandomTerms terms;
  private final Random random;
  private final Kernel kernel;
  private final List<Theorem> pool = new ArrayList<>();

  RuleCalls(Random random, Kernel kernel) {
    this.random = random;
    this.kernel = kernel;
    terms = new RandomTerms(random);
    pool.add(ring(Term.add(Letters.S, Letters.P), Term.add(Letters.P, Letters.S)));
  }

  /** Remembers a theorem, to be used again. */
  void add(Theorem theorem) {
    boolean derivative = theorem.left().hasDerivative() || theorem.right().hasDerivative();
    if (!derivative && size(theorem.left()) + size(theorem.right()) <= LARGEST) {
      pool.add(theorem);
    }
  }

  static int size(Term term) {
    return 1 + term.arguments().stream().mapToInt(RuleCalls::size).sum();
  }

  Call of(Rule rule) {
    Call call = fitting(rule);
    if (!terms.oneIn(12) || call.terms().isEmpty()) {
      return call;
    }
    List<Term> changed = new ArrayList<>(call.terms());
    switch (random.nextInt(4)) {
      case 0 -> Collections.shuffle(changed, random);
      case 1 -> changed.remove(random.nextInt(changed.size()));
      case 2 -> changed.set(random.nextInt(changed.size()), any());
      default -> changed.add(any());
    }
    return new Call(changed, call.premises());
  }

  private static Call with(Term... terms) {
    return new Call(List.of(terms), List.of());
  }

  private Term any() {
    return switch (random.nextInt(4)) {
      case 0 -> terms.anyIndex();
      case 1 -> Term.number(terms.exponent());
      case 2 -> terms.made();
      default -> x();
    };
  }

  /** A term, sometimes one that occurred. */
  private Term x() {
    if (terms.oneIn(4)) {
      Theorem known = terms.pick(pool);
      Term side = terms.pick(known.left(), known.right());
      if (terms.oneIn(2) && !side.kind().binds() && !side.arguments().isEmpty()) {
        side = terms.pick(side.arguments());
      }
      if (!side.is(Term.Kind.INDEX)) {
        return side;
      }
    }
    return terms.term(random.nextInt(4));
  }

  private Term positive() {
    return terms.oneIn(5) ? x() : terms.positive(random.nextInt(3));
  }

  private Term ofRange(Term index) {
    return terms.oneIn(8) ? terms.anyIndex() : terms.index(Letters.range(index));
  }

  /** The same as a polynomial, if it is one. */
  private Term rewritten(Term x) {
    try {
      return kernel.polynomial(x, java.util.Set.of()).term();
    } catch (Refusal e) {
      return x;
    }
  }

  private Term opposite(Term x) {
    return switch (random.nextInt(6)) {
      case 0 -> x();
      case 1 -> Term.multiply(Term.number(random.nextInt(3) - 2), x);
      case 2, 3 -> rewritten(Term.negate(x));
      default -> Term.negate(x);
    };
  }

  private Theorem ring(Term a, Term b) {
    return kernel.apply(Rule.RING, List.of(a, b), List.of());
  }

  /** About the number of places where a maximum is attained. */
  private Theorem attained() {
    Term v = terms.made();
    Term max = Letters.max(v, x());
    Term places = Letters.sum(v, Derivative.tie(max.open(v), max));
    return kernel.apply(Rule.REFLEXIVE, List.of(places), List.of());
  }

  private Call fitting(Rule rule) {
    Term r = Term.number(terms.exponent());
    return switch (rule) {
      case REFLEXIVE -> with(terms.oneIn(6) ? terms.anyIndex() : x());
      case SYMMETRIC -> new Call(List.of(), List.of(terms.pick(pool)));
      case SIGN_EQUAL ->
          new Call(List.of(), List.of(terms.oneIn(4) ? attained() : terms.pick(pool)));
      case TRANSITIVE -> transitive();
      case CONGRUENT -> congruent();
      case RING -> ringCall();
      case CANCEL -> cancel();
      case DERIVE -> with(terms.pick(kernel.statement().left(), kernel.statement().right()));
      case DETACHED -> with(terms.oneIn(8) ? x() : Letters.detach(x()));
      case HYPOTHESIS -> at(kernel.statement().hypotheses().stream().map(Hypothesis::indices));
      case ASSUME -> at(kernel.assumptions().stream().map(Condition::indices));
      case BIND_SUM, BIND_MAX ->
          new Call(List.of(terms.oneIn(9) ? any() : terms.made()), List.of(terms.pick(pool)));
      case SUM_OF_SUM -> with(terms.made(), x(), x());
      case SUM_FACTOR -> with(terms.made(), x(), x());
      case SUM_SWAP -> with(terms.made(), terms.made(), x());
      case SUM_DELTA -> {
        Term v = terms.made();
        yield with(v, ofRange(v), terms.oneIn(3) ? Term.multiply(x(), Letters.x(Letters.I)) : x());
      }
      case SUM_OF_ONE -> with(terms.pick(Letters.N, Letters.M, Letters.P));
      case DELTA_EQUAL -> with(terms.anyIndex());
      case DELTA_CELLS -> {
        Term i = terms.anyIndex();
        Term j = ofRange(i);
        boolean same = Letters.range(i).equals(Letters.range(j));
        yield with(same ? Term.multiply(Term.delta(i, j), x()) : x(), i, j);
      }
      case EXP_OF_SUM -> with(x(), x());
      case EXP_OF_MULTIPLE -> with(r, x());
      case EXP_OF_LOG -> with(positive());
      case LOG_OF_EXP -> with(x());
      case LOG_OF_PRODUCT -> with(positive(), positive());
      case LOG_OF_POWER -> with(r, positive());
      case GUARD_SCALE -> with(positive(), x());
      case GUARD_DECIDED -> with(terms.pick(positive(), Term.negate(positive()), x()));
      case GUARD_IMPLIES -> related();
      case GUARD_CELLS -> {
        Term p = x();
        Term q = opposite(p);
        Term a = Term.multiply(Term.guard(terms.pick(p, q)), x());
        yield with(Term.add(a, Term.multiply(x(), Term.guard(terms.pick(p, q)))), p, q);
      }
      case ZERO_CELL -> zeroCell();
      case SIGN_FACTOR -> with(positive(), positive());
    };
  }

  /** The number of what is assumed, and indices for those it is quantified over. */
  private Call at(java.util.stream.Stream<List<Term>> quantified) {
    List<List<Term>> all = quantified.toList();
    int which = random.nextInt(all.size() + 1);
    List<Term> call = new ArrayList<>(List.of(Term.number(which)));
    if (which < all.size()) {
      all.get(which).forEach(index -> call.add(ofRange(index)));
    }
    return new Call(call, List.of());
  }

  private Call transitive() {
    Theorem first = terms.pick(pool);
    List<Theorem> next = pool.stream().filter(b -> b.left().equals(first.right())).toList();
    return new Call(List.of(), List.of(first, terms.pick(next.isEmpty() ? pool : next)));
  }

  private Call congruent() {
    Theorem a = terms.pick(pool);
    Theorem b = terms.pick(pool);
    if (terms.oneIn(2)) {
      Term.Kind kind =
          terms.pick(
              Term.Kind.EXP,
              Term.Kind.LOG,
              Term.Kind.GUARD,
              Term.Kind.DETACH,
              Term.Kind.SIN,
              Term.Kind.COS,
              Term.Kind.ERF,
              Term.Kind.POWER);
      Term whole =
          kind == Term.Kind.POWER
              ? Term.power(a.left(), Rational.of(2))
              : Term.function(kind, a.left());
      return new Call(List.of(whole), List.of(terms.oneIn(9) ? b : a));
    }
    Term whole = terms.oneIn(2) ? Term.add(a.left(), b.left()) : Term.multiply(a.left(), b.left());
    boolean inOrder = whole.argument(0).equals(a.left());
    return new Call(List.of(whole), inOrder ? List.of(a, b) : List.of(b, a));
  }

  private Call ringCall() {
    Term a = x();
    Term b = terms.oneIn(2) ? x() : positive();
    Rational r = terms.exponent();
    Rational c = terms.exponent();
    return switch (random.nextInt(9)) {
      case 0 -> with(a, b);
      case 1 ->
          with(Term.multiply(a, Term.add(b, a)), Term.add(Term.multiply(b, a), Letters.square(a)));
      case 2 -> with(Term.multiply(Term.power(b, r), Term.power(b, c)), Term.power(b, r.plus(c)));
      case 3 -> with(Term.power(Term.power(b, r), c), Term.power(b, r.times(c)));
      case 4 ->
          with(Term.multiply(Term.power(b, r), Term.power(b, c)), Term.power(b, r.plus(c)), b);
      case 5 -> with(Term.divide(Term.multiply(a, b), b), a, terms.pick(a, b, x()));
      case 6 -> with(Letters.square(Term.guard(a)), Term.guard(a));
      case 7 -> {
        Term other = terms.oneIn(3) ? a : positive();
        Term powers = Term.multiply(Term.power(b, r), Term.power(other, r));
        yield with(Term.power(Term.multiply(b, other), r), powers, b, other);
      }
      default -> with(a, rewritten(a));
    };
  }

  private Call cancel() {
    List<Theorem> products =
        pool.stream()
            .filter(t -> t.right().isNumber(0) && t.left().is(Term.Kind.MULTIPLY))
            .toList();
    if (!products.isEmpty() && terms.oneIn(2)) {
      Theorem product = terms.pick(products);
      List<Term> factors = new ArrayList<>(product.left().arguments());
      Term c = factors.remove(random.nextInt(factors.size()));
      return new Call(List.of(c, Term.multiply(factors)), List.of(product));
    }
    Term c = terms.oneIn(2) ? x() : positive();
    Term y = x();
    Term difference = Term.subtract(y, rewritten(y));
    try {
      Theorem product = ring(Term.multiply(c, difference), Term.ZERO);
      return new Call(List.of(c, difference), List.of(product));
    } catch (Refusal e) {
      return new Call(List.of(c, y), List.of(terms.pick(pool)));
    }
  }

  /** q = c·p + s. */
  private Call related() {
    Term p = x();
    Rational c = terms.exponent();
    Term s = terms.pick(positive(), Term.ZERO, Term.number(terms.exponent()), x());
    Term above = Term.add(Term.multiply(Term.number(c), p), s);
    Term q = terms.oneIn(9) ? x() : above;
    return with(p, terms.oneIn(2) ? q : rewritten(q), Term.number(c), s);
  }

  private Call zeroCell() {
    Term e = terms.pick(Letters.x(terms.index("n")), Letters.S, Letters.o(terms.index("m")), x());
    Term s = x();
    Rational c = terms.exponent();
    Term p = Term.multiply(Term.number(c), Term.subtract(e, s));
    Term a = terms.oneIn(2) ? Term.multiply(e, x()) : Term.exp(Term.multiply(e, x()));
    Rational said = terms.oneIn(6) ? terms.exponent() : c;
    return with(a, p, opposite(p), Term.number(said), e, s);
  }
}
