package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;

/** Kronecker deltas under sums select: Σᵥ δᵥⱼ f(v) is f(j). */
final class Deltas {
  private int made = 500_000;

  private Deltas() {}

  /** A term without the sums that have a delta of their index as a factor. */
  static Term select(Term t) {
    return new Deltas().in(t);
  }

  private static boolean occurs(Term t) {
    return t.is(Term.Kind.DELTA) || t.arguments().stream().anyMatch(Deltas::occurs);
  }

  private Term in(Term t) {
    if (!occurs(t)) {
      return t;
    }
    if (t.is(Term.Kind.DELTA)) {
      return t.argument(0).equals(t.argument(1)) ? Term.ONE : t;
    }
    if (t.kind().binds()) {
      Term index = Declarations.made(made++, t.name());
      Term body = in(t.open(index));
      return t.is(Term.Kind.SUM)
          ? sum(t.name(), index, body)
          : Term.binder(t.kind(), t.name(), body.close(index));
    }
    Term[] parts = t.arguments().stream().map(this::in).toArray(Term[]::new);
    return switch (t.kind()) {
      case ADD -> NotesTerms.plus(parts);
      case MULTIPLY -> NotesTerms.times(parts);
      default -> t.with(List.of(parts));
    };
  }

  private Term sum(String range, Term index, Term body) {
    List<Term> factors =
        body.is(Term.Kind.MULTIPLY) ? new ArrayList<>(body.arguments()) : List.of(body);
    for (Term factor : factors) {
      if (factor.is(Term.Kind.DELTA) && factor.has(index)) {
        boolean first = factor.argument(0).equals(index);
        Term other = factor.argument(first ? 1 : 0);
        Term own = factor.argument(first ? 0 : 1);
        if (own.equals(index) && !other.has(index)) {
          List<Term> rest = new ArrayList<>(factors);
          rest.remove(factor);
          return in(NotesTerms.times(rest.toArray(Term[]::new)).substitute(index, other));
        }
      }
    }
    return body.isNumber(0) ? body : Term.sum(range, index, body);
  }
}
