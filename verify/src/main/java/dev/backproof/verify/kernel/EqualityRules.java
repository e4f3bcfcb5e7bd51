package dev.backproof.verify.kernel;

import java.util.List;

/** Equality is an equivalence and a congruence; polynomials; what a statement takes for granted. */
final class EqualityRules {
  private EqualityRules() {}

  static Conclusion reflexive(Arguments a) {
    return Conclusion.equation(a.any(0), a.any(0));
  }

  static Conclusion symmetric(Arguments a) {
    Theorem equation = a.premise(0);
    return Conclusion.equation(/* left= */ equation.right(), /* right= */ equation.left());
  }

  static Conclusion transitive(Arguments a) {
    Term middle = a.premise(0).right();
    Term other = a.premise(1).left();
    Refusal.unless(middle.equals(other), "the middle terms differ: %s and %s", middle, other);
    return Conclusion.equation(a.premise(0).left(), a.premise(1).right());
  }

  /** Not into binders, whose bodies are not closed. */
  static Conclusion congruent(Arguments a) {
    Term t = a.any(0);
    Refusal.unless(!t.kind().binds(), "a binder wants bindSum or bindMax: %s", t);
    List<Term> parts = a.premises().stream().map(Theorem::left).toList();
    Refusal.unless(
        parts.equals(t.arguments()), "a premise for each part: %s is not about %s", parts, t);
    return Conclusion.equation(t, t.with(a.premises().stream().map(Theorem::right).toList()));
  }

  static Conclusion ring(Arguments a) {
    List<Term> terms = a.from(0);
    a.same(terms.get(0), terms.get(1), terms.subList(2, terms.size()));
    return Conclusion.equation(terms.get(0), terms.get(1));
  }

  /** From c·t = 0 and c ≠ 0. */
  static Conclusion cancel(Arguments a) {
    Theorem product = a.premise(0);
    Refusal.unless(
        product.left().equals(Term.multiply(a.term(0), a.term(1))) && product.right().isNumber(0),
        "the premise is not about the product");
    a.need(a.term(0), Signs.NON_ZERO);
    return Conclusion.equation(a.term(1), Term.ZERO);
  }

  /** Of a side of the statement only: no other rule sees a derivative. */
  static Conclusion derive(Arguments a) {
    Statement statement = a.kernel().statement();
    Term side = a.term(0);
    boolean known = side.equals(statement.left()) || side.equals(statement.right());
    Refusal.unless(known, "not a side of the statement: %s", side);
    return Conclusion.equation(side, new Derivative().expand(side));
  }

  static Conclusion detach(Arguments a) {
    Term t = a.term(0);
    Refusal.unless(t.is(Term.Kind.DETACH), "nothing is detached: %s", t);
    return Conclusion.equation(t, t.argument(0));
  }

  static Conclusion hypothesis(Arguments a) {
    Hypothesis h = numbered(a, a.kernel().statement().hypotheses(), "hypothesis");
    Term left = instance(a, h.indices(), h.left());
    return new Conclusion(left, instance(a, h.indices(), h.right()), h.signs());
  }

  /** A condition under which the statement makes sense. */
  static Conclusion assume(Arguments a) {
    Condition c = numbered(a, a.kernel().assumptions(), "assumption");
    return Conclusion.fact(instance(a, c.indices(), c.term()), c.signs());
  }

  private static <T> T numbered(Arguments a, List<T> all, String what) {
    int which = a.number(0).intValue();
    Refusal.unless(which >= 0 && which < all.size(), "no such %s: %s", what, which);
    return all.get(which);
  }

  /** A term with indices for those it is quantified over, all at once. */
  private static Term instance(Arguments a, List<Term> indices, Term term) {
    List<Term> at = a.terms().subList(1, a.terms().size());
    Refusal.unless(indices.size() == at.size(), "an index for each that is quantified");
    Term open = a.kernel().declarations().sum(indices, term);
    for (Term index : at) {
      Refusal.unless(a.range(index).equals(open.name()), "not of the range: %s", index);
      open = open.open(index);
    }
    return open;
  }

  /** What is equal has the same sign. */
  static Conclusion sameSign(Arguments a) {
    Theorem equation = a.premise(0);
    return Conclusion.fact(equation.right(), a.kernel().signsOf(equation.left()));
  }

  /** a·b ≠ 0, so a ≠ 0. */
  static Conclusion factor(Arguments a) {
    a.need(Term.multiply(a.term(0), a.term(1)), Signs.NON_ZERO);
    return Conclusion.fact(a.term(0), Signs.NON_ZERO);
  }
}
