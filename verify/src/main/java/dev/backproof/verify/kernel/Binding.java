package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Replaces parts of terms: free indices by bound ones and back, closed terms by others. A part that
 * is there twice is gone through once for each number of binders around it.
 */
final class Binding {
  /** Up to so many nodes it costs less to go through a part again than to remember it. */
  static final int SMALL = 64;

  /** What becomes of a part so many binders in; nothing if that is up to its own parts. */
  private interface Change {
    @Nullable Term of(Term part, int level);
  }

  private final Change change;
  private final Map<List<Object>, Term> known = new HashMap<>();

  private Binding(Change change) {
    this.change = change;
  }

  /** With an index for the one bound by the binder around it. */
  static Term open(Term t, Term index) {
    Change change =
        (part, level) ->
            part.loose() <= level
                ? part
                : !part.is(Term.Kind.BOUND)
                    ? null
                    : part.number().intValue() == level ? index : part;
    return new Binding(change).of(t, 0);
  }

  /** With another for a closed term wherever that occurs: which one, if so many binders in. */
  static Term replace(Term t, Term what, IntFunction<Term> by) {
    Change change =
        (part, level) -> !part.hasAllOf(what) ? part : part.equals(what) ? by.apply(level) : null;
    return new Binding(change).of(t, 0);
  }

  /** Adds all parts of a term, itself first. */
  static Set<Term> parts(Term t, Set<Term> into) {
    if (into.add(t)) {
      t.arguments().forEach(part -> parts(part, into));
    }
    return into;
  }

  private Term of(Term t, int level) {
    Term changed = change.of(t, level);
    if (changed != null || t.isSmall()) {
      return changed != null ? changed : parts(t, level);
    }
    List<Object> place = List.of(t, level);
    Term before = known.get(place);
    if (before == null) {
      before = parts(t, level);
      known.put(place, before);
    }
    return before;
  }

  private Term parts(Term t, int level) {
    List<Term> parts = new ArrayList<>(t.arguments().size());
    boolean same = true;
    for (Term argument : t.arguments()) {
      Term part = of(argument, t.kind().binds() ? level + 1 : level);
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
