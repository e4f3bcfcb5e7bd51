package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
    Theorem first = a.premise(0);
    Theorem second = a.premise(1);
    Refusal.unless(
        first.right().equals(second.left()),
        "the middle terms differ: %s and %s",
        first.right(),
        second.left());
    return Conclusion.equation(first.left(), second.right());
  }

  /** Not into binders, whose bodies are not closed. */
  static Conclusion congruent(Arguments a) {
    Term t = a.any(0);
    Refusal.unless(!t.kind().binds(), "a binder wants bindSum or bindMax: %s", t);
    Refusal.unless(a.premises().size() == t.arguments().size(), "a premise for each part");
    List<Term> parts = new ArrayList<>();
    for (int i = 0; i < a.premises().size(); i++) {
      Refusal.unless(
          a.premise(i).left().equals(t.argument(i)),
          "premise %s is not about %s",
          i,
          t.argument(i));
      parts.add(a.premise(i).right());
    }
    return Conclusion.equation(t, t.with(parts));
  }

  static Conclusion ring(Arguments a) {
    Ring ring =
        new Ring(a.kernel().signs(), Set.copyOf(a.from(1).subList(1, a.terms().size() - 1)));
    Refusal.unless(
        ring.read(a.term(0)).equals(ring.read(a.term(1))),
        "not the same polynomial: %s and %s",
        a.term(0),
        a.term(1));
    return Conclusion.equation(a.term(0), a.term(1));
  }

  /** From c·t = 0 and c ≠ 0. */
  static Conclusion cancel(Arguments a) {
    Term c = a.term(0);
    Term t = a.term(1);
    Theorem product = a.premise(0);
    Refusal.unless(
        product.left().equals(Term.multiply(c, t)) && product.right().isNumber(0),
        "the premise is not about the product");
    a.need(c, Signs.NON_ZERO);
    return Conclusion.equation(t, Term.ZERO);
  }

  /** Of a side of the statement only: no other rule sees a derivative. */
  static Conclusion derive(Arguments a) {
    Statement statement = a.kernel().statement();
    Term side = a.term(0);
    Refusal.unless(
        side.equals(statement.left()) || side.equals(statement.right()),
        "not a side of the statement: %s",
        side);
    return Conclusion.equation(side, new Derivative().expand(side));
  }

  static Conclusion detach(Arguments a) {
    Term t = a.term(0);
    Refusal.unless(t.is(Term.Kind.DETACH), "nothing is detached: %s", t);
    return Conclusion.equation(t, t.argument(0));
  }

  static Conclusion hypothesis(Arguments a) {
    List<Hypothesis> all = a.kernel().statement().hypotheses();
    int which = a.number(0).intValue();
    Refusal.unless(which >= 0 && which < all.size(), "no such hypothesis: %s", which);
    Hypothesis h = all.get(which);
    List<Term> at = a.terms().subList(1, a.terms().size());
    return new Conclusion(
        instance(a, h.left(), h.indices(), at), instance(a, h.right(), h.indices(), at), h.signs());
  }

  /** A term with indices for those it is quantified over, all at once. */
  static Term instance(Arguments a, Term term, List<Term> indices, List<Term> at) {
    Refusal.unless(indices.size() == at.size(), "an index for each that is quantified");
    Term open = term;
    for (Term index : indices) {
      open = Term.binder(Term.Kind.SUM, a.range(index), open.close(index));
    }
    for (int i = indices.size() - 1; i >= 0; i--) {
      Refusal.unless(
          a.range(at.get(i)).equals(a.range(indices.get(i))), "not of the range: %s", at.get(i));
      open = open.open(at.get(i));
    }
    return open;
  }
}
