package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What has to hold for a statement to make sense: that no denominator is 0 and no logarithm or root
 * is of a number that is not positive, in both sides, in what is differentiated, and in the
 * derivative.
 */
final class Conditions {
  private final SignAnalysis signs;
  private final Declarations declarations;
  private final List<Hypothesis> hypotheses;
  private final List<Condition> assumptions = new ArrayList<>();
  private final List<Condition> obligations = new ArrayList<>();

  Conditions(Statement statement, SignAnalysis signs) {
    this.signs = signs;
    declarations = statement.declarations();
    hypotheses = statement.hypotheses();
    for (Hypothesis h : statement.hypotheses()) {
      for (Term index : h.indices()) {
        Refusal.unless(Declarations.isMade(index), "not an index made by the machine: %s", index);
        declarations.rangeOf(index);
      }
      for (Term side : List.of(h.left(), h.right())) {
        declarations.check(side);
        Refusal.unless(!side.hasDerivative(), "a derivative in a hypothesis: %s", side);
        quantified(side, h.indices());
      }
    }
    for (Term side : List.of(statement.left(), statement.right())) {
      declarations.check(side);
      quantified(side, List.of());
    }
    Derivative left = new Derivative();
    Term leftSide = left.expand(statement.left());
    left.attained().forEach(places -> signs.learn(places, Signs.POSITIVE));
    boolean differentiated = !left.primals().isEmpty();
    left.primals().forEach(primal -> collect(assumptions, primal));
    collect(differentiated ? assumptions : obligations, leftSide);
    if (statement.offKinks()) {
      Refusal.unless(differentiated, "only a derivative has kinks");
      left.primals().forEach(primal -> kinks(primal, List.of()));
    }
    Derivative right = new Derivative();
    Term rightSide = right.expand(statement.right());
    right.attained().forEach(places -> signs.learn(places, Signs.POSITIVE));
    collect(obligations, rightSide);
    right.primals().forEach(primal -> collect(obligations, primal));
    independent(statement);
  }

  /**
   * Rules generalise over indices made by the machine, so a statement that speaks of one of them
   * must mean all of its values.
   */
  private static void quantified(Term side, List<Term> indices) {
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
  private static void independent(Statement statement) {
    for (Hypothesis h : statement.hypotheses()) {
      if (!h.left().equals(h.right())) {
        for (String tensor : statement.declarations().tensors().keySet()) {
          boolean tied = mentions(h.left(), tensor) || mentions(h.right(), tensor);
          boolean varied =
              isVaried(statement.left(), tensor) || isVaried(statement.right(), tensor);
          Refusal.unless(
              !(tied && varied),
              "a derivative by %s, whose entries a hypothesis ties to each other",
              tensor);
        }
      }
    }
  }

  private static boolean mentions(Term term, String tensor) {
    return (term.is(Term.Kind.ENTRY) && term.name().equals(tensor))
        || term.arguments().stream().anyMatch(part -> mentions(part, tensor));
  }

  private static boolean isVaried(Term term, String tensor) {
    return (term.is(Term.Kind.DERIVATIVE) && term.argument(1).name().equals(tensor))
        || term.arguments().stream().anyMatch(part -> isVaried(part, tensor));
  }

  List<Condition> assumptions() {
    return List.copyOf(assumptions);
  }

  List<Condition> obligations() {
    return List.copyOf(obligations);
  }

  private void collect(List<Condition> into, Term term) {
    defined(into, term, List.of());
  }

  private void defined(List<Condition> into, Term t, List<Term> around) {
    if (t.is(Term.Kind.LOG)) {
      demand(into, t.argument(0), Signs.POSITIVE, around);
    } else if (t.is(Term.Kind.POWER) && !t.number().isInteger()) {
      demand(into, t.argument(0), Signs.POSITIVE, around);
    } else if (t.is(Term.Kind.POWER) && t.number().signum() < 0) {
      demand(into, t.argument(0), Signs.NON_ZERO, around);
    }
    if (t.kind().binds()) {
      Term index = fresh(t, around);
      defined(into, t.open(index), with(around, index));
    } else {
      t.arguments().forEach(part -> defined(into, part, around));
    }
  }

  private void kinks(Term t, List<Term> around) {
    if (t.is(Term.Kind.GUARD)) {
      demand(assumptions, t.argument(0), Signs.NON_ZERO, around);
    }
    if (t.kind().binds()) {
      Term index = fresh(t, around);
      kinks(t.open(index), with(around, index));
    } else {
      t.arguments().forEach(part -> kinks(part, around));
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

  private static List<Term> with(List<Term> around, Term index) {
    List<Term> more = new ArrayList<>(around);
    more.add(index);
    return more;
  }

  private void demand(List<Condition> into, Term term, Signs needed, List<Term> around) {
    if (signs.has(term, needed) || (isAttained(term) && Signs.POSITIVE.within(needed))) {
      return;
    }
    Condition condition = new Condition(needed, around.stream().filter(term::has).toList(), term);
    if (!isGranted(condition)
        && !isCovered(condition, into)
        && !isCovered(condition, assumptions)) {
      into.add(condition);
    }
  }

  /** Whether a hypothesis says the same or more of the same term, at the same indices. */
  private boolean isGranted(Condition condition) {
    return hypotheses.stream()
        .anyMatch(
            h ->
                h.signs().within(condition.signs())
                    && closed(h.left(), h.indices())
                        .equals(closed(condition.term(), condition.indices())));
  }

  private Term closed(Term term, List<Term> indices) {
    Term closed = term;
    for (Term index : indices) {
      closed = Term.sum(declarations.rangeOf(index), index, closed);
    }
    return closed;
  }

  /** Whether one of some conditions says the same or more of the same term. */
  private static boolean isCovered(Condition condition, List<Condition> by) {
    return by.stream()
        .anyMatch(
            other ->
                other.term().equals(condition.term())
                    && other.indices().equals(condition.indices())
                    && other.signs().within(condition.signs()));
  }

  /** Whether it is Σᵥ [aᵥ = max a], which is positive: somewhere a maximum is attained. */
  private static boolean isAttained(Term t) {
    if (!t.is(Term.Kind.SUM)) {
      return false;
    }
    Term index = fresh(t, List.of());
    Term tie = t.open(index);
    return maxima(tie)
        .anyMatch(
            max ->
                max.name().equals(t.name())
                    && !max.has(index)
                    && tie.equals(Derivative.tie(max.open(index), max)));
  }

  private static Stream<Term> maxima(Term t) {
    return t.is(Term.Kind.MAX) && t.isClosed()
        ? Stream.of(t)
        : t.arguments().stream().flatMap(Conditions::maxima);
  }
}
