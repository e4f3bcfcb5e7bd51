package dev.backproof.verify.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Encloses the value of terms at a point, by interval arithmetic; sums run over their ranges.
 *
 * <p>A place of a range is an index, too: {@code #2:m} is the third of m.
 */
public final class Enclosure {
  /** As many parts as are evaluated if nothing else is said. */
  public static final int BUDGET = 1_000_000;

  private final Declarations declarations;
  private final Point point;
  private final Map<Term, Interval> known = new HashMap<>();
  private int budget;

  /** For terms over some letters, at a point. */
  public Enclosure(Declarations declarations, Point point) {
    this(declarations, point, BUDGET);
  }

  /** With a limit on how many parts of terms are evaluated. */
  public Enclosure(Declarations declarations, Point point, int budget) {
    this.declarations = declarations;
    this.point = point;
    this.budget = budget;
  }

  /**
   * An interval with the value of a term.
   *
   * @throws Undefined if it has none, or the intervals cannot tell
   * @throws Refusal if the term is ill-typed, has a derivative, the point does not fit it, or the
   *     budget is used up
   */
  public Interval of(Term term) {
    return all(List.of(), term).get(0);
  }

  /** Its values for all values of some of its indices, the last fastest. */
  List<Interval> all(List<Term> indices, Term term) {
    Term bound = declarations.sum(indices, term);
    declarations.check(bound);
    List<Term> made = Declarations.madeIn(bound);
    Refusal.unless(made.isEmpty(), "no value of an index made by the machine: %s", made);
    Stream<Term> terms = Stream.of(bound);
    for (int i = 0; i < indices.size(); i++) {
      terms = terms.flatMap(this::everywhere);
    }
    return terms.map(this::at).toList();
  }

  /** The body of a binder at each place of its range. */
  private Stream<Term> everywhere(Term binder) {
    return IntStream.range(0, point.size(binder.name()))
        .mapToObj(place -> binder.open(Declarations.made(place, binder.name())));
  }

  private Interval at(Term t) {
    Interval before = known.get(t);
    if (before != null) {
      return before;
    }
    Refusal.unless(--budget >= 0, "the budget for evaluation is used up");
    Interval value = evaluate(t);
    known.put(t, value);
    return value;
  }

  private Interval evaluate(Term t) {
    return switch (t.kind()) {
      case NUMBER -> Interval.of(t.number());
      case PI -> IntervalFunctions.PI;
      case SIZE -> Interval.of(Rational.of(point.size(t.name())));
      case ENTRY -> Interval.of(point.entry(t.name(), declarations.axes(t.name()), places(t)));
      case DELTA -> place(t.argument(0)) == place(t.argument(1)) ? Interval.ONE : Interval.ZERO;
      case ADD -> parts(t).reduce(Interval.ZERO, Interval::plus);
      case MULTIPLY -> parts(t).reduce(Interval.ONE, Interval::times);
      case POWER -> at(t.argument(0)).power(t.number());
      case EXP -> IntervalFunctions.exp(at(t.argument(0)));
      case LOG -> IntervalFunctions.log(at(t.argument(0)));
      case SIN -> IntervalFunctions.sin(at(t.argument(0)));
      case COS -> IntervalFunctions.cos(at(t.argument(0)));
      case ERF -> IntervalFunctions.erf(at(t.argument(0)));
      case GUARD -> at(t.argument(0)).guard();
      case DETACH -> at(t.argument(0));
      case SUM -> everywhere(t).map(this::at).reduce(Interval.ZERO, Interval::plus);
      case MAX -> everywhere(t).map(this::at).reduce(Interval::max).orElseThrow();
      case INDEX, BOUND -> throw new Refusal("an index is no number: " + t);
      case DERIVATIVE -> throw new Refusal("a derivative that is not carried out: " + t);
    };
  }

  private Stream<Interval> parts(Term t) {
    return t.arguments().stream().map(this::at);
  }

  private int[] places(Term t) {
    return t.arguments().stream().mapToInt(this::place).toArray();
  }

  private int place(Term index) {
    return Declarations.isMade(index)
        ? Declarations.number(index)
        : point.label(index.name(), declarations.label(index.name()), places(index));
  }
}
