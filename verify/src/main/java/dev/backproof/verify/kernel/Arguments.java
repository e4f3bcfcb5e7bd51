package dev.backproof.verify.kernel;

import java.util.List;

/** What a rule is called with; a wrong number or kind of arguments is refused here. */
record Arguments(Kernel kernel, List<Term> terms, List<Theorem> premises) {
  /** A number: an index is none. */
  Term term(int i) {
    return number(any(i));
  }

  /** A number or an index. */
  Term any(int i) {
    Refusal.unless(i < terms.size(), "too few terms");
    return terms.get(i);
  }

  /** The terms from one on, at least one. */
  List<Term> from(int i) {
    Refusal.unless(i < terms.size(), "too few terms");
    terms.subList(i, terms.size()).forEach(Arguments::number);
    return terms.subList(i, terms.size());
  }

  private static Term number(Term term) {
    Refusal.unless(!term.is(Term.Kind.INDEX), "an index is no number: %s", term);
    return term;
  }

  Rational number(int i) {
    Refusal.unless(term(i).is(Term.Kind.NUMBER), "not a number: %s", term(i));
    return term(i).number();
  }

  Term index(int i) {
    kernel.declarations().rangeOf(any(i));
    return any(i);
  }

  /** An index that the rule generalises over, so nothing else may depend on it. */
  Term made(int i) {
    Refusal.unless(Declarations.isMade(any(i)), "not an index made by the machine: %s", any(i));
    return index(i);
  }

  Theorem premise(int i) {
    Refusal.unless(i < premises.size(), "too few premises");
    return premises.get(i);
  }

  String range(Term index) {
    return kernel.declarations().rangeOf(index);
  }

  /** Σ over a made index. */
  Term sum(Term index, Term body) {
    return Term.sum(range(index), index, body);
  }

  void need(Term term, Signs signs) {
    kernel.signs().need(term, signs);
  }
}
