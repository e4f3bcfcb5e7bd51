package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.MissingSign;
import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the sign a rule has asked for: by the normal form, from a hypothesis, from what the
 * statement assumes, from a maximum being attained.
 */
final class SignSearch {
  private static final int MOST_INSTANCES = 200;

  private final Deduction d;
  private final Normalizer normalizer;
  private final Hypotheses hypotheses;

  SignSearch(Deduction d, Normalizer normalizer) {
    this.d = d;
    this.normalizer = normalizer;
    hypotheses = new Hypotheses(d);
  }

  /** What is assumed for no index in particular is known from the start. */
  void start() {
    List<Theorem> facts = new ArrayList<>(hypotheses.facts());
    List<Condition> all = d.kernel().assumptions();
    for (int which = 0; which < all.size(); which++) {
      if (all.get(which).indices().isEmpty()) {
        facts.add(assume(which, List.of()));
      }
    }
    for (Theorem fact : facts) {
      try {
        follow(fact.left(), Term.ZERO, Signs.ANY);
      } catch (Refusal e) {
        // Its normal form wants a sign in turn: it is found when it is asked for.
      }
    }
  }

  /** Whether it is known already that p is not 0. */
  boolean isNonZero(Term p) {
    return has(p, Signs.NON_ZERO);
  }

  /** What the statement assumes not to be 0, at the indices that occur in a term. */
  List<Term> nonZeros(Term near) {
    List<Term> indices = closed(near, Term.Kind.INDEX);
    List<Term> all = new ArrayList<>();
    List<Condition> assumptions = d.kernel().assumptions();
    for (int which = 0; which < assumptions.size(); which++) {
      if (assumptions.get(which).signs().equals(Signs.NON_ZERO)) {
        for (List<Term> at : instances(assumptions.get(which).indices(), 0, indices)) {
          all.add(assume(which, at).left());
        }
      }
    }
    return all;
  }

  /** Tries to establish that a term is within signs. */
  boolean supply(Term term, Signs needed) {
    if (has(term, needed) || (hypotheses.learn(term) && has(term, needed))) {
      return true;
    }
    if (byNormalForm(term, needed) || byMaximum(term, needed)) {
      return true;
    }
    List<Term> indices = closed(term, Term.Kind.INDEX);
    List<Condition> all = d.kernel().assumptions();
    for (int which = 0; which < all.size(); which++) {
      for (List<Term> at : instances(all.get(which).indices(), 0, indices)) {
        try {
          Theorem fact = assume(which, at);
          if (follow(fact.left(), term, needed)) {
            return true;
          }
        } catch (MissingSign e) {
          // This instance leads to a question of its own.
        }
      }
    }
    return byFactors(term, needed) || bySquare(term, needed) || bySums(term, needed);
  }

  private boolean has(Term term, Signs signs) {
    return d.kernel().signsOf(term).within(signs);
  }

  private Theorem assume(int which, List<Term> at) {
    List<Term> arguments = new ArrayList<>(List.of(Term.number(which)));
    arguments.addAll(at);
    return d.rule(Rule.ASSUME, arguments, List.of());
  }

  private void equal(Theorem equation) {
    d.rule(Rule.SIGN_EQUAL, List.of(), List.of(equation));
  }

  private boolean byNormalForm(Term term, Signs needed) {
    try {
      Theorem normal = normalizer.normal(term);
      if (has(normal.right(), needed)) {
        equal(d.back(normal));
      }
    } catch (MissingSign e) {
      return false;
    }
    return has(term, needed);
  }

  /** The number of places at which a maximum is attained is positive. */
  private boolean byMaximum(Term term, Signs needed) {
    for (Term max : closed(term, Term.Kind.MAX)) {
      Term index = Deduction.fresh(max.name(), max.freeIndices());
      try {
        if (follow(Deduction.sum(index, tie(max.open(index), max)), term, needed)) {
          return true;
        }
      } catch (MissingSign e) {
        // Another one may do.
      }
    }
    return false;
  }

  /** [a = b]. */
  private static Term tie(Term a, Term b) {
    Term above = Term.guard(Term.subtract(a, b));
    Term below = Term.guard(Term.subtract(b, a));
    return Term.add(Term.ONE, Term.negate(above), Term.negate(below));
  }

  /** Each factor for itself. */
  private boolean byFactors(Term term, Signs needed) {
    boolean factors = term.is(Term.Kind.MULTIPLY) || term.is(Term.Kind.POWER);
    boolean factorwise = needed.equals(Signs.POSITIVE) || needed.equals(Signs.NON_ZERO);
    return factors
        && factorwise
        && term.arguments().stream().allMatch(part -> supply(part, needed))
        && has(term, needed);
  }

  /** What is −1 or 1, as masks may make it, has the square 1, and is not 0. */
  private boolean bySquare(Term term, Signs needed) {
    boolean masks = term.parts().stream().anyMatch(part -> part.is(Term.Kind.GUARD));
    if (masks
        && term.is(Term.Kind.ADD)
        && needed.equals(Signs.NON_ZERO)
        && byNormalForm(Term.multiply(term, term), Signs.POSITIVE)) {
      d.rule(Rule.SIGN_FACTOR, List.of(term, term), List.of());
    }
    return has(term, needed);
  }

  /** Σ a = Σ exp(log a) is positive if a is, wherever the sum goes. */
  private boolean bySums(Term term, Signs needed) {
    for (Term sum : closed(term, Term.Kind.SUM)) {
      Term index = Deduction.fresh(sum.name(), sum.freeIndices());
      Term body = sum.open(index);
      if (!has(sum, Signs.POSITIVE) && supply(body, Signs.POSITIVE)) {
        equal(d.under(index, d.expOfLog(body)));
      }
    }
    return has(term, needed);
  }

  /** From a fact: about its normal form, its content and rest, the bases of its powers. */
  private boolean follow(Term fact, Term term, Signs needed) {
    if (has(term, needed) && !needed.equals(Signs.ANY)) {
      return true;
    }
    Theorem normal = normalizer.normal(fact);
    equal(normal);
    Polynomial p = d.polynomial(normal.right());
    if (p.isZero()) {
      return false;
    }
    Content content = Content.of(p);
    Term rest = content.rest().term();
    Term outside = Polynomial.of(content.monomial(), content.number()).term();
    Term product = Term.multiply(outside, rest);
    equal(d.then(normal, d.ring(normal.right(), product)));
    Term quotient = Term.divide(product, outside);
    if (has(quotient, Signs.POSITIVE) && !content.hasTruth()) {
      equal(d.ring(quotient, rest));
    }
    if (has(product, Signs.NON_ZERO)) {
      d.rule(Rule.SIGN_FACTOR, List.of(rest, outside), List.of());
      d.rule(Rule.SIGN_FACTOR, List.of(outside, rest), List.of());
      content.monomial().powers().forEach((atom, exponent) -> base(atom, exponent, content));
    }
    negated(term);
    return has(term, needed);
  }

  /** The atom is not 0, as a product is not 0 of which it is a factor. */
  private void base(Term atom, Rational exponent, Content content) {
    boolean whole = exponent.isInteger() && exponent.signum() > 0;
    if (whole && !has(atom, Signs.NON_ZERO)) {
      Monomial others = content.monomial().times(Monomial.of(atom, Rational.MINUS_ONE));
      Term factor = Polynomial.of(others, content.number()).term();
      Term outside = Polynomial.of(content.monomial(), content.number()).term();
      equal(d.ring(outside, Term.multiply(atom, factor)));
      d.rule(Rule.SIGN_FACTOR, List.of(atom, factor), List.of());
    }
  }

  /** −t ≠ 0, so t ≠ 0. */
  private void negated(Term term) {
    Term minus = d.polynomial(Term.negate(term)).term();
    if (has(minus, Signs.NON_ZERO)) {
      equal(d.ring(minus, Term.multiply(Term.number(-1), term)));
      d.rule(Rule.SIGN_FACTOR, List.of(term, Term.number(-1)), List.of());
    }
  }

  private List<List<Term>> instances(List<Term> quantified, int i, List<Term> indices) {
    if (i == quantified.size()) {
      return List.of(List.of());
    }
    List<List<Term>> all = new ArrayList<>();
    for (List<Term> rest : instances(quantified, i + 1, indices)) {
      for (Term index : indices) {
        if (rangeOf(index).equals(rangeOf(quantified.get(i))) && all.size() < MOST_INSTANCES) {
          List<Term> at = new ArrayList<>(List.of(index));
          at.addAll(rest);
          all.add(at);
        }
      }
    }
    return all;
  }

  private String rangeOf(Term index) {
    Declarations declarations = d.kernel().statement().declarations();
    return declarations.rangeOf(index);
  }

  private static List<Term> closed(Term t, Term.Kind kind) {
    return t.parts().stream().filter(part -> part.is(kind) && part.isClosed()).toList();
  }
}
