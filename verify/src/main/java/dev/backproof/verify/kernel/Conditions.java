package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to hold for a statement to make sense: that no denominator is 0 and no logarithm or root
 * is of a number that is not positive, in both sides, in what is differentiated, and in the
 * derivative.
 */
final class Conditions {
  private static final int MOST_PARTS = 200_000;
  private final SignAnalysis signs;
  private final Statement statement;
  private final Declarations declarations;
  private final List<Condition> assumptions = new ArrayList<>();
  private final List<Condition> obligations = new ArrayList<>();

  Conditions(Statement statement, SignAnalysis signs) {
    this.signs = signs;
    this.statement = statement;
    declarations = statement.declarations();
    check();
    Derivative left = new Derivative();
    Term leftSide = left.expand(statement.left());
    boolean differentiated = !left.primals().isEmpty();
    left.primals().forEach(primal -> defined(assumptions, primal));
    defined(differentiated ? assumptions : obligations, leftSide);
    if (statement.offKinks()) {
      Refusal.unless(differentiated, "only a derivative has kinks");
      for (int i = 0; i < left.primals().size(); i++) {
        kinks(left.primals().get(i), left.variables().get(i));
      }
    }
    Derivative right = new Derivative();
    defined(obligations, right.expand(statement.right()));
    right.primals().forEach(primal -> defined(obligations, primal));
  }

  List<Condition> assumptions() {
    return List.copyOf(assumptions);
  }

  List<Condition> obligations() {
    return List.copyOf(obligations);
  }

  private void check() {
    for (Hypothesis h : statement.hypotheses()) {
      for (Term index : h.indices()) {
        Refusal.unless(Declarations.isMade(index), "not an index made by the machine: %s", index);
        declarations.rangeOf(index);
      }
      for (Term side : List.of(h.left(), h.right())) {
        check(side, h.indices());
        Refusal.unless(!side.hasDerivative(), "a derivative in a hypothesis: %s", side);
      }
    }
    check(statement.left(), List.of());
    check(statement.right(), List.of());
    independent();
  }

  /**
   * Rules generalise over indices made by the machine, so a statement that speaks of one of them
   * must mean all of its values.
   */
  private void check(Term side, List<Term> indices) {
    declarations.check(side);
    for (String name : side.freeIndices()) {
      Term index = Term.index(name);
      Refusal.unless(
          !Declarations.isMade(index) || indices.contains(index),
          "an index made by the machine is free: %s in %s",
          index,
          side);
    }
  }

  /** What one differentiates by must not be tied by a hypothesis: its entries vary alone. */
  private void independent() {
    Set<String> varied =
        Stream.of(statement.left(), statement.right())
            .flatMap(side -> side.parts().stream())
            .filter(part -> part.is(Term.Kind.DERIVATIVE))
            .map(derivative -> derivative.argument(1).name())
            .collect(Collectors.toSet());
    statement.hypotheses().stream()
        .filter(h -> !h.left().equals(h.right()))
        .flatMap(h -> Stream.of(h.left(), h.right()))
        .flatMap(side -> side.parts().stream())
        .filter(part -> part.is(Term.Kind.ENTRY))
        .forEach(
            tied ->
                Refusal.unless(
                    !varied.contains(tied.name()),
                    "a derivative by %s, whose entries a hypothesis ties to each other",
                    tied.name()));
  }

  private void defined(List<Condition> into, Term whole) {
    visit(
        whole,
        List.of(),
        new HashSet<>(),
        (t, around) -> {
          boolean root = t.is(Term.Kind.POWER) && !t.number().isInteger();
          if (root || t.is(Term.Kind.LOG)) {
            demand(into, t.argument(0), Signs.POSITIVE, around);
          } else if (t.is(Term.Kind.POWER) && t.number().signum() < 0) {
            demand(into, t.argument(0), Signs.NON_ZERO, around);
          }
          return true;
        });
  }

  /** A guard makes a kink only where its argument varies: not of others, nor what is detached. */
  private void kinks(Term whole, String variable) {
    visit(
        whole,
        List.of(),
        new HashSet<>(),
        (t, around) -> {
          if (t.is(Term.Kind.GUARD) && varies(t.argument(0), variable, new HashSet<>())) {
            demand(assumptions, t.argument(0), Signs.NON_ZERO, around);
          }
          return !t.is(Term.Kind.DETACH);
        });
  }

  private static boolean varies(Term t, String variable, Set<Term> seen) {
    boolean entry = t.is(Term.Kind.ENTRY) && t.name().equals(variable);
    return !t.is(Term.Kind.DETACH)
        && seen.add(t)
        && (entry || t.arguments().stream().anyMatch(part -> varies(part, variable, seen)));
  }

  /**
   * Every part of a term, with made indices for those that are bound around it.
   *
   * @param visitor is told each part once and says whether to go into it
   */
  private static void visit(
      Term t, List<Term> around, Set<Object> seen, BiPredicate<Term, List<Term>> visitor) {
    List<Term> bound = around.stream().filter(t::has).toList();
    if (!seen.add(List.of(t, bound)) || !visitor.test(t, bound)) {
      return;
    }
    Refusal.unless(seen.size() <= MOST_PARTS, "more than %s parts of terms", MOST_PARTS);
    if (t.kind().binds()) {
      Term index = fresh(t, around);
      visit(
          t.open(index), Stream.concat(around.stream(), Stream.of(index)).toList(), seen, visitor);
    } else {
      t.arguments().forEach(part -> visit(part, around, seen, visitor));
    }
  }

  private static Term fresh(Term binder, List<Term> around) {
    int number = 0;
    while (true) {
      Term index = Declarations.made(number++, binder.name());
      if (!binder.has(index) && !around.contains(index)) {
        return index;
      }
    }
  }

  /** Adds a condition, unless it is known or already there. */
  private void demand(List<Condition> into, Term term, Signs needed, List<Term> around) {
    Condition condition = new Condition(needed, around.stream().filter(term::has).toList(), term);
    Stream<Condition> granted =
        statement.hypotheses().stream().map(h -> new Condition(h.signs(), h.indices(), h.left()));
    Stream<Condition> others = Stream.of(assumptions, into).flatMap(List::stream);
    if (!signs.has(term, needed)
        && Stream.concat(granted, others).noneMatch(other -> covers(other, condition))) {
      into.add(condition);
    }
  }

  /** Whether one says the same or more of the same term, at the same indices. */
  private boolean covers(Condition one, Condition other) {
    return one.signs().within(other.signs()) && closed(one).equals(closed(other));
  }

  private Term closed(Condition condition) {
    Term closed = condition.term();
    for (Term index : condition.indices()) {
      closed = Term.sum(declarations.rangeOf(index), index, closed);
    }
    return closed;
  }
}
