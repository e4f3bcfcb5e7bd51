package dev.backproof.verify.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Goes through the parts of terms, each with the ranges of the binders around it that its bound
 * indices reach, the nearest last; what is there twice with the same ranges is gone through once.
 */
final class Walk {
  private static final int MOST_PARTS = 2_000_000;

  private final Set<Object> done = new HashSet<>();
  private final BiPredicate<Term, List<String>> visitor;

  /** The visitor is told of each part and says whether to go into it. */
  Walk(BiPredicate<Term, List<String>> visitor) {
    this.visitor = visitor;
  }

  void through(Term t, List<String> around) {
    List<String> reached = around.subList(Math.max(0, around.size() - t.loose()), around.size());
    Object place = reached.isEmpty() ? t : List.of(t, List.copyOf(reached));
    if (done.contains(place) || !visitor.test(t, reached)) {
      return;
    }
    List<String> inside =
        t.kind().binds() ? Stream.concat(reached.stream(), Stream.of(t.name())).toList() : reached;
    t.arguments().forEach(part -> through(part, inside));
    Refusal.unless(done.size() < MOST_PARTS, "more than %s parts of terms", MOST_PARTS);
    done.add(place);
  }
}
