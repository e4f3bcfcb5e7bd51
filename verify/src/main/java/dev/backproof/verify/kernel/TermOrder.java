package dev.backproof.verify.kernel;

import java.util.IdentityHashMap;

/**
 * One comparison of two terms. Large parts found equal are kept: two copies share nothing with each
 * other, but each in itself.
 */
final class TermOrder {
  private final IdentityHashMap<Term, Term> equal = new IdentityHashMap<>(4);

  @SuppressWarnings("ReferenceEquality") // what is one object, or has been found equal, is equal
  int compare(Term a, Term b) {
    if (a == b || equal.get(a) == b) {
      return 0;
    }
    int by = a.byHash(b);
    by = by != 0 ? by : a.kind().compareTo(b.kind());
    by = by != 0 ? by : a.name().compareTo(b.name());
    by = by != 0 ? by : a.number().compareTo(b.number());
    by = by != 0 ? by : Integer.compare(a.arguments().size(), b.arguments().size());
    for (int i = 0; by == 0 && i < a.arguments().size(); i++) {
      by = compare(a.argument(i), b.argument(i));
    }
    if (by == 0 && !a.isSmall()) {
      equal.put(a, b);
    }
    return by;
  }
}
