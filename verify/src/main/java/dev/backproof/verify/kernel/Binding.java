package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Replaces parts of terms: free indices by bound ones and back, closed terms by others. */
final class Binding {
  private Binding() {}

  /** With a free index bound so many binders out. */
  static Term close(Term t, Term index, int level) {
    if (!t.has(index)) {
      return t;
    }
    return t.is(Term.Kind.INDEX) && t.arguments().isEmpty()
        ? Term.bound(level)
        : map(t, part -> close(part, index, inside(t, level)));
  }

  /** With an index for the one bound so many binders out. */
  static Term open(Term t, Term index, int level) {
    if (t.loose() <= level) {
      return t;
    }
    if (t.is(Term.Kind.BOUND)) {
      return t.number().intValue() == level ? index : t;
    }
    return map(t, part -> open(part, index, inside(t, level)));
  }

  /** With a closed term for another wherever that occurs. */
  static Term replace(Term t, Term what, Term by) {
    if (!t.hasAllOf(what)) {
      return t;
    }
    return t.equals(what) ? by : map(t, part -> replace(part, what, by));
  }

  private static int inside(Term t, int level) {
    return t.kind().binds() ? level + 1 : level;
  }

  private static Term map(Term t, UnaryOperator<Term> change) {
    List<Term> parts = new ArrayList<>(t.arguments().size());
    boolean same = true;
    for (Term argument : t.arguments()) {
      Term part = change.apply(argument);
      same &= isSame(part, argument);
      parts.add(part);
    }
    return same ? t : t.with(parts);
  }

  @SuppressWarnings("ReferenceEquality") // only to keep what has not changed
  private static boolean isSame(Term a, Term b) {
    return a == b;
  }
}
