package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has to hold for a statement to make sense: that no denominator is 0 and no logarithm or root
 * is of a number that is not positive, in both sides, in what is differentiated, and in the
 * derivative.
 */
final class Conditions {
  private final SignAnalysis signs;
  private final Statement statement;
  private final Declarations declarations;
  private final List<Condition> assumptions = new ArrayList<>();
  private final List<Condition> obligations = new ArrayList<>();
  private final Set<Hypothesis> granting = new LinkedHashSet<>();

  Conditions(Statement statement, SignAnalysis signs) {
    this.signs = signs;
    this.statement = statement;
    declarations = statement.declarations();
    statement.hypotheses().forEach(this::check);
    check(statement.left(), List.of());
    check(statement.right(), List.of());
    List<Term> derivatives =
        defined(statement.isDerivative() ? assumptions : obligations, statement.left());
    if (statement.offKinks()) {
      Refusal.unless(statement.isDerivative(), "only a derivative has kinks");
      derivatives.forEach(this::offKinks);
    }
    defined(obligations, statement.right());
  }

  List<Condition> assumptions() {
    return List.copyOf(assumptions);
  }

  List<Condition> obligations() {
    return List.copyOf(obligations);
  }

  /** The hypotheses without which there were more conditions. */
  Set<Hypothesis> granting() {
    return granting;
  }

  private void check(Hypothesis h) {
    for (Term index : h.indices()) {
      Refusal.unless(Declarations.isMade(index), "not an index made by the machine: %s", index);
      declarations.rangeOf(index);
    }
    for (Term side : List.of(h.left(), h.right())) {
      check(side, h.indices());
      Refusal.unless(!side.hasDerivative(), "a derivative in a hypothesis: %s", side);
    }
  }

  /**
   * Rules generalise over indices made by the machine, so a statement that speaks of one of them
   * must mean all of its values.
   */
  private void check(Term side, List<Term> indices) {
    declarations.check(side);
    for (Term index : Declarations.madeIn(side)) {
      Refusal.unless(
          indices.contains(index), "an index made by the machine is free: %s in %s", index, side);
    }
  }

  /** What one differentiates by must not be tied by a hypothesis: its entries vary alone. */
  private void independent(Term derivative) {
    String by = derivative.argument(1).name();
    Stream<Term> tied =
        statement.hypotheses().stream()
            .filter(h -> !h.left().equals(h.right()))
            .flatMap(h -> Stream.of(h.left(), h.right()))
            .flatMap(side -> side.parts().stream());
    Refusal.unless(
        tied.noneMatch(part -> part.is(Term.Kind.ENTRY) && part.name().equals(by)),
        "a derivative by %s, whose entries a hypothesis ties",
        by);
  }

  /** Demands what a side needs, and what is differentiated in it; the latter is returned. */
  private List<Term> defined(List<Condition> into, Term side) {
    Derivative derivative = new Derivative();
    Term expanded = derivative.expand(side);
    List<Term> carriedOut = derivative.carriedOut();
    carriedOut.forEach(this::independent);
    Walk walk =
        new Walk(
            (part, around) -> {
              demand(into, part, needed(part), around);
              return true;
            });
    carriedOut.forEach(d -> walk.through(primal(d), List.of()));
    walk.through(expanded, List.of());
    return carriedOut;
  }

  /** What is differentiated, for all values of the indices that sums around it have. */
  private Term primal(Term derivative) {
    Term primal = derivative.argument(0);
    return declarations.sum(Declarations.madeIn(primal), primal);
  }

  /** The signs a part wants its argument to have. */
  private static Signs needed(Term part) {
    boolean power = part.is(Term.Kind.POWER);
    boolean root = power && !part.number().isInteger();
    boolean quotient = power && part.number().signum() < 0;
    return root || part.is(Term.Kind.LOG) ? Signs.POSITIVE : quotient ? Signs.NON_ZERO : Signs.ANY;
  }

  /** A guard makes a kink only where its argument varies: not of others, nor what is detached. */
  private void offKinks(Term derivative) {
    String by = derivative.argument(1).name();
    Walk walk =
        new Walk(
            (part, around) -> {
              boolean kink = part.is(Term.Kind.GUARD) && varies(part, by, new HashSet<>());
              demand(assumptions, part, kink ? Signs.NON_ZERO : Signs.ANY, around);
              return !part.is(Term.Kind.DETACH);
            });
    walk.through(primal(derivative), List.of());
  }

  private static boolean varies(Term t, String by, Set<Term> seen) {
    boolean entry = t.is(Term.Kind.ENTRY) && t.name().equals(by);
    return !t.is(Term.Kind.DETACH)
        && seen.add(t)
        && (entry || t.arguments().stream().anyMatch(part -> varies(part, by, seen)));
  }

  /** Demands a sign of the argument of a part, for all values of the indices bound around it. */
  private void demand(List<Condition> into, Term part, Signs needed, List<String> around) {
    if (needed.equals(Signs.ANY)) {
      return;
    }
    Term term = part.argument(0);
    for (int i = around.size() - 1; i >= 0; i--) {
      term = Term.binder(Term.Kind.SUM, around.get(i), term);
    }
    List<Term> indices = new ArrayList<>();
    for (String range : around) {
      int others = Collections.frequency(around.subList(0, indices.size()), range);
      Term index = Declarations.made(others, range);
      term = term.open(index);
      indices.add(index);
    }
    add(into, new Condition(needed, indices.stream().filter(term::has).toList(), term));
  }

  /** Adds a condition, unless it is known, already there, or granted by a hypothesis. */
  private void add(List<Condition> into, Condition condition) {
    Stream<Condition> others = Stream.of(assumptions, into).flatMap(List::stream);
    boolean known = signs.of(condition.term()).within(condition.signs());
    if (!known && others.noneMatch(other -> covers(other, condition))) {
      statement.hypotheses().stream()
          .filter(h -> covers(new Condition(h.signs(), h.indices(), h.left()), condition))
          .findFirst()
          .ifPresentOrElse(granting::add, () -> into.add(condition));
    }
  }

  /** Whether one says the same or more of the same term, for as many indices. */
  private boolean covers(Condition one, Condition other) {
    // All xᵢ and Σᵢ xᵢ are closed to the same.
    boolean asMany = one.indices().size() == other.indices().size();
    return asMany && one.signs().within(other.signs()) && closed(one).equals(closed(other));
  }

  private Term closed(Condition condition) {
    return declarations.sum(condition.indices(), condition.term());
  }
}
