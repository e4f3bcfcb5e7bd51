package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An entry that p = 0 is solved for: p = factor·(entry − value).
 *
 * @param entry an entry in which p is linear
 * @param factor what it is multiplied by there, not 0
 * @param value what it equals where p is 0, free of entries of the same tensor but for those that a
 *     sum or maximum goes through
 */
record LinearEntry(Term entry, Rational factor, Term value) {
  /** All such entries of p. */
  static List<LinearEntry> of(Polynomial p) {
    List<LinearEntry> all = new ArrayList<>();
    for (Map.Entry<Monomial, Rational> term : p.terms().entrySet()) {
      Polynomial part = Polynomial.of(term.getKey(), Rational.ONE);
      Rational factor = term.getValue();
      if (Polynomials.isAtom(part) && part.term().is(Term.Kind.ENTRY)) {
        Polynomial others = p.plus(Polynomial.of(term.getKey(), factor.negate()));
        Term value = others.times(factor.negate().reciprocal()).term();
        if (!mentions(value, part.term().name())) {
          all.add(new LinearEntry(part.term(), factor, value));
        }
      }
    }
    return all;
  }

  private static boolean mentions(Term t, String tensor) {
    return t.parts().stream()
        .anyMatch(p -> p.is(Term.Kind.ENTRY) && p.name().equals(tensor) && p.isClosed());
  }
}
