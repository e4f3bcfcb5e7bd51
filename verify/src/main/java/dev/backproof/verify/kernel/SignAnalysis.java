package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The possible signs of a term: by a recursive analysis, and by the facts that are known. */
final class SignAnalysis {
  private final Map<Term, Signs> facts = new HashMap<>();
  private final Map<Term, Signs> found = new HashMap<>();

  /** Takes a fact down. */
  void learn(Term term, Signs signs) {
    facts.merge(term, signs, Signs::and);
    found.clear();
  }

  /** The signs a term can have. */
  Signs of(Term t) {
    Signs signs = found.get(t);
    if (signs == null) {
      signs = analysed(t);
      found.put(t, signs);
    }
    return signs;
  }

  private Signs analysed(Term t) {
    Signs known = facts.getOrDefault(t, Signs.ANY);
    return switch (t.kind()) {
      case NUMBER -> Signs.of(t.number());
      case PI, SIZE, EXP -> Signs.POSITIVE;
      case DELTA, GUARD -> known.and(Signs.NON_NEGATIVE);
      case ADD -> known.and(parts(t).reduce(Signs.ZERO, Signs::plus));
      case MULTIPLY -> known.and(parts(t).reduce(Signs.POSITIVE, Signs::times));
      case POWER -> known.and(of(t.argument(0)).power(t.number()));
      // Sums over at least one place: of numbers of one sign, or of such and zeros.
      case SUM -> {
        Signs body = of(selected(t.argument(0)));
        Signs sum = Signs.NON_ZERO.within(body) ? Signs.ANY : body;
        yield known.and(isAttained(t) ? Signs.POSITIVE : sum);
      }
      case MAX, DETACH, ERF -> known.and(of(t.argument(0)));
      case ENTRY, LOG, SIN, COS -> known;
      case INDEX, BOUND, DERIVATIVE -> throw new Refusal("no sign of " + t);
    };
  }

  /** f(v) of a summand δᵥⱼ·f(v), as the sum over v is f(j); any other summand as it is. */
  private static Term selected(Term body) {
    List<Term> factors =
        new ArrayList<>(body.is(Term.Kind.MULTIPLY) ? body.arguments() : List.of(body));
    // One delta only: of δᵥⱼ·δᵥₖ the other is left, which may be 0 at j.
    factors.stream().filter(SignAnalysis::selects).findFirst().ifPresent(factors::remove);
    return Term.multiply(factors);
  }

  /** Whether it is δᵥⱼ of the index v that is bound here and one that does not depend on it. */
  private static boolean selects(Term t) {
    return t.is(Term.Kind.DELTA)
        && t.arguments().contains(Term.bound(0))
        && t.arguments().stream().anyMatch(Term::isClosed);
  }

  private Stream<Signs> parts(Term t) {
    return t.arguments().stream().map(this::of);
  }

  /** Whether it is Σᵥ [aᵥ = max a], which is positive: somewhere a maximum is attained. */
  private static boolean isAttained(Term sum) {
    Term tie = sum.argument(0);
    return tie.is(Term.Kind.ADD)
        && tie.arguments().size() == 3
        && tie.parts().stream()
            .filter(part -> part.is(Term.Kind.MAX) && part.name().equals(sum.name()))
            .anyMatch(max -> max.isClosed() && tie.equals(Derivative.tie(max.argument(0), max)));
  }

  /**
   * Demands a sign.
   *
   * @throws MissingSign if it is not known
   */
  void need(Term t, Signs signs) {
    if (!of(t).within(signs)) {
      throw new MissingSign(t, signs);
    }
  }
}
