package dev.backproof.verify.kernel;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What a rule is called with; a wrong kind of arguments is refused here. */
record Arguments(Kernel kernel, List<Term> terms, List<Theorem> premises) {
  /** A number: an index is none. */
  Term term(int i) {
    Refusal.unless(!any(i).is(Term.Kind.INDEX), "an index is no number: %s", any(i));
    return any(i);
  }

  /** A number or an index. */
  Term any(int i) {
    return terms.get(i);
  }

  /** The numbers from one on. */
  List<Term> from(int i) {
    return IntStream.range(i, terms.size()).mapToObj(this::term).toList();
  }

  Rational number(int i) {
    Refusal.unless(term(i).is(Term.Kind.NUMBER), "not a number: %s", any(i));
    return any(i).number();
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
    return premises.get(i);
  }

  String range(Term index) {
    return kernel.declarations().rangeOf(index);
  }

  /** Σ over a made index. */
  Term sum(Term index, Term body) {
    return Term.sum(range(index), index, body);
  }

  /** Demands a sign. */
  void need(Term term, Signs signs) {
    kernel.signs().need(term, signs);
  }

  /** Demands that two terms are the same polynomial, with some more terms as atoms. */
  void same(Term p, Term q, List<Term> opaque) {
    Ring ring = new Ring(kernel.signs(), Set.copyOf(opaque));
    Refusal.unless(ring.read(p).equals(ring.read(q)), "not the same polynomial: %s and %s", p, q);
  }
}
