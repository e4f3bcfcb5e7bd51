package dev.backproof.verify.assertion;

import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A term as a sum of multiples of other terms: enough to see that x − y and −(y − x) say the same.
 *
 * @param multiples the factors, by term
 */
record LinearForm(SortedMap<Term, Rational> multiples) {
  LinearForm {
    multiples = Collections.unmodifiableSortedMap(new TreeMap<>(multiples));
  }

  /** Of a term, whose sums within products stay as they are. */
  static LinearForm of(Term term) {
    SortedMap<Term, Rational> multiples = new TreeMap<>();
    add(term, Rational.ONE, multiples);
    multiples.values().removeIf(Rational::isZero);
    return new LinearForm(multiples);
  }

  private static void add(Term term, Rational factor, SortedMap<Term, Rational> into) {
    if (term.is(Term.Kind.ADD)) {
      term.arguments().forEach(part -> add(part, factor, into));
      return;
    }
    Rational number = factor;
    List<Term> rest = new ArrayList<>();
    for (Term part : term.is(Term.Kind.MULTIPLY) ? term.arguments() : List.of(term)) {
      if (part.is(Term.Kind.NUMBER)) {
        number = number.times(part.number());
      } else {
        rest.add(part);
      }
    }
    Term multiplied = Term.multiply(rest);
    if (multiplied.equals(term)) {
      into.merge(term, number, Rational::plus);
    } else {
      add(multiplied, number, into);
    }
  }

  /** A multiple whose first factor is 1, or with the same sign as before 1 or −1. */
  LinearForm scaled(boolean sameSign) {
    if (multiples.isEmpty()) {
      return this;
    }
    Rational first = multiples.getOrDefault(multiples.firstKey(), Rational.ONE);
    Rational by = (sameSign ? first.abs() : first).reciprocal();
    SortedMap<Term, Rational> scaled = new TreeMap<>();
    multiples.forEach((term, factor) -> scaled.put(term, factor.times(by)));
    return new LinearForm(scaled);
  }
}
