package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Encloses the value of terms at a point, by interval arithmetic; sums run over their ranges. */
public final class Enclosure {
  /** As many parts as are evaluated if nothing else is said. */
  public static final int BUDGET = 1_000_000;

  private final Declarations declarations;
  private final Point point;
  private final Map<Place, Interval> known = new HashMap<>();
  private int budget;

  /** A term and the values of the indices bound around it, as far as they reach into it. */
  private record Place(Term term, List<Integer> around) {}

  /**
   * For terms over some letters, at a point.
   *
   * @throws Refusal if the point does not fit the declarations
   */
  public Enclosure(Declarations declarations, Point point) {
    this(declarations, point, BUDGET);
  }

  /**
   * With a limit on how many parts of terms are evaluated.
   *
   * @throws Refusal if the point does not fit the declarations
   */
  public Enclosure(Declarations declarations, Point point, int budget) {
    point.check(declarations);
    this.declarations = declarations;
    this.point = point;
    this.budget = budget;
  }

  /**
   * An interval with the value of a term.
   *
   * @throws Undefined if it has none, or the intervals cannot tell
   * @throws Refusal if the term is ill-typed, has a derivative, or the budget is used up
   */
  public Interval of(Term term) {
    declarations.check(term);
    return at(term, List.of());
  }

  /** Its values for all values of some of its indices, the last fastest. */
  List<Interval> all(List<Term> indices, Term term) {
    Term bound = term;
    for (int i = indices.size() - 1; i >= 0; i--) {
      bound = Term.sum(declarations.rangeOf(indices.get(i)), indices.get(i), bound);
    }
    declarations.check(bound);
    List<Interval> values = new ArrayList<>();
    collect(bound, indices.size(), List.of(), values);
    return values;
  }

  private void collect(Term t, int indices, List<Integer> around, List<Interval> values) {
    if (indices == 0) {
      values.add(at(t, around));
    } else {
      for (int i = 0; i < point.size(t.name()); i++) {
        collect(t.argument(0), indices - 1, with(around, i), values);
      }
    }
  }

  private static List<Integer> with(List<Integer> around, int value) {
    List<Integer> more = new ArrayList<>(around);
    more.add(value);
    return List.copyOf(more);
  }

  private Interval at(Term t, List<Integer> around) {
    Place place = new Place(t, around.subList(around.size() - t.loose(), around.size()));
    Interval before = known.get(place);
    if (before != null) {
      return before;
    }
    Refusal.unless(--budget >= 0, "the budget for evaluation is used up");
    Interval value = evaluate(t, around);
    known.put(place, value);
    return value;
  }

  private Interval evaluate(Term t, List<Integer> around) {
    return switch (t.kind()) {
      case NUMBER -> Interval.of(t.number());
      case PI -> IntervalFunctions.pi();
      case SIZE -> Interval.of(Rational.of(point.size(t.name())));
      case ENTRY ->
          Interval.of(
              point.entry(
                  t.name(),
                  declarations.tensors().getOrDefault(t.name(), List.of()),
                  places(t, around)));
      case DELTA -> {
        int[] both = places(t, around);
        yield both[0] == both[1] ? Interval.ONE : Interval.ZERO;
      }
      case ADD -> {
        Interval sum = Interval.ZERO;
        for (Term part : t.arguments()) {
          sum = sum.plus(at(part, around));
        }
        yield sum;
      }
      case MULTIPLY -> {
        Interval product = Interval.ONE;
        for (Term part : t.arguments()) {
          product = product.times(at(part, around));
        }
        yield product;
      }
      case POWER -> part(t, around).power(t.number());
      case EXP -> IntervalFunctions.exp(part(t, around));
      case LOG -> IntervalFunctions.log(part(t, around));
      case SIN -> IntervalFunctions.sin(part(t, around));
      case COS -> IntervalFunctions.cos(part(t, around));
      case ERF -> IntervalFunctions.erf(part(t, around));
      case GUARD -> part(t, around).guard();
      case DETACH -> part(t, around);
      case SUM, MAX -> {
        Interval all = at(t.argument(0), with(around, 0));
        for (int i = 1; i < point.size(t.name()); i++) {
          Interval next = at(t.argument(0), with(around, i));
          all = t.is(Term.Kind.SUM) ? all.plus(next) : all.max(next);
        }
        yield all;
      }
      case INDEX, BOUND -> throw new Refusal("an index is no number: " + t);
      case DERIVATIVE -> throw new Refusal("a derivative that is not carried out: " + t);
    };
  }

  private Interval part(Term t, List<Integer> around) {
    return at(t.argument(0), around);
  }

  private int[] places(Term t, List<Integer> around) {
    return t.arguments().stream().mapToInt(index -> place(index, around)).toArray();
  }

  private int place(Term index, List<Integer> around) {
    if (index.is(Term.Kind.BOUND)) {
      return around.get(around.size() - 1 - index.number().intValue());
    }
    Declarations.Label label = declarations.labels().get(index.name());
    if (label == null) {
      throw new Refusal("no value of the index " + index);
    }
    return point.label(index.name(), label.axes(), places(index, around));
  }
}
