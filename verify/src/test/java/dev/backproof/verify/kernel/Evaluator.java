package dev.backproof.verify.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Another reading of terms: their value in doubles at a point, NaN where doubles cannot tell.
 *
 * <p>What is undefined has some value, a different one for each {@link Junk}: a theorem has to hold
 * whichever it is. Tiny and huge values count as undecided, so that rounding never decides a guard.
 */
final class Evaluator {
  private static final double HUGE = 1e7;
  private static final double TINY = 1e-7;

  /**
   * What the undefined is.
   *
   * @param reciprocal of 0
   * @param log of what is not positive
   * @param root of what is negative, and 0 to a negative fraction
   */
  record Junk(double reciprocal, double log, double root) {
    static final List<Junk> ALL =
        List.of(new Junk(1.375, 2.625, 0.875), new Junk(0, 0, 0), new Junk(-2.5, -1.75, -0.625));
  }

  private final Declarations declarations;
  private final Map<String, Integer> sizes;
  private final Map<String, double[]> tensors = new HashMap<>();
  private final Map<String, List<Integer>> labels;
  private final Map<String, Integer> made = new HashMap<>();
  private final Junk junk;
  private int[] bound = new int[8];

  Evaluator(Declarations declarations, Point point, Junk junk) {
    this.declarations = declarations;
    this.junk = junk;
    sizes = point.sizes();
    labels = point.labels();
    point
        .tensors()
        .forEach(
            (name, entries) ->
                tensors.put(name, entries.stream().mapToDouble(Evaluator::value).toArray()));
  }

  static double value(Rational r) {
    return r.numerator().doubleValue() / r.denominator().doubleValue();
  }

  private static <T> T given(Map<String, T> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  /** Moves an entry, for a difference quotient. */
  void move(Term entry, double by) {
    given(tensors, entry.name())[offset(entry, 0)] += by;
  }

  /** Says which value an index has that the machine made. */
  void set(Term index, int value) {
    made.put(index.name(), value);
  }

  int size(String range) {
    return given(sizes, range);
  }

  double of(Term term) {
    return at(term, 0);
  }

  private double at(Term t, int depth) {
    double value = raw(t, depth);
    double size = Math.abs(value);
    return size > HUGE || (size < TINY && value != 0) ? Double.NaN : value;
  }

  private double raw(Term t, int depth) {
    return switch (t.kind()) {
      case NUMBER -> value(t.number());
      case PI -> Math.PI;
      case SIZE -> given(sizes, t.name());
      case ENTRY -> given(tensors, t.name())[offset(t, depth)];
      case DELTA -> index(t.argument(0), depth) == index(t.argument(1), depth) ? 1 : 0;
      case ADD -> {
        double sum = 0;
        for (Term part : t.arguments()) {
          sum += at(part, depth);
        }
        yield sum;
      }
      case MULTIPLY -> {
        double product = 1;
        for (Term part : t.arguments()) {
          product *= at(part, depth);
        }
        yield product;
      }
      case POWER -> power(at(t.argument(0), depth), t.number());
      case EXP -> nonZero(Math.exp(at(t.argument(0), depth)));
      case LOG -> {
        double x = at(t.argument(0), depth);
        yield x <= 0 ? junk.log() - x : Math.log(x);
      }
      case SIN -> Math.sin(at(t.argument(0), depth));
      case COS -> Math.cos(at(t.argument(0), depth));
      case ERF -> erf(at(t.argument(0), depth));
      case GUARD -> {
        double x = at(t.argument(0), depth);
        yield Double.isNaN(x) ? x : x > 0 ? 1 : 0;
      }
      case DETACH -> at(t.argument(0), depth);
      case SUM, MAX -> all(t, depth);
      case INDEX, BOUND -> index(t, depth);
      case DERIVATIVE -> Double.NaN;
    };
  }

  private double all(Term t, int depth) {
    if (depth == bound.length) {
      bound = java.util.Arrays.copyOf(bound, 2 * depth);
    }
    double all = t.is(Term.Kind.SUM) ? 0 : Double.NEGATIVE_INFINITY;
    for (int i = 0; i < given(sizes, t.name()); i++) {
      bound[depth] = i;
      double next = at(t.argument(0), depth + 1);
      all = t.is(Term.Kind.SUM) ? all + next : Math.max(all, next);
    }
    return all;
  }

  private double power(double x, Rational r) {
    if (Double.isNaN(x)) {
      return x;
    }
    double exponent = value(r);
    boolean undefined = x < 0 ? !r.isInteger() : x == 0 && exponent < 0;
    return undefined
        ? (r.isInteger() ? junk.reciprocal() : junk.root()) * (1 + Math.abs(exponent)) * (1 - x)
        : x == 0 ? Math.pow(x, exponent) : nonZero(Math.pow(x, exponent));
  }

  /** What is 0 by underflow only is not known. */
  private static double nonZero(double x) {
    return x == 0 ? Double.NaN : x;
  }

  /** Of Maclaurin's series; beyond 5, ±1 to the precision that is asked for here. */
  private static double erf(double x) {
    if (Math.abs(x) > 5) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; n < 120; n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }

  private int offset(Term entry, int depth) {
    List<String> axes = given(declarations.tensors(), entry.name());
    int offset = 0;
    for (int axis = 0; axis < axes.size(); axis++) {
      offset = offset * given(sizes, axes.get(axis)) + index(entry.argument(axis), depth);
    }
    return offset;
  }

  private int index(Term index, int depth) {
    if (index.is(Term.Kind.BOUND)) {
      return bound[depth - 1 - index.number().intValue()];
    }
    if (Declarations.isMade(index)) {
      return made.getOrDefault(index.name(), 0) % given(sizes, declarations.rangeOf(index));
    }
    List<Integer> values = given(labels, index.name());
    List<String> axes = given(declarations.labels(), index.name()).axes();
    int offset = 0;
    for (int axis = 0; axis < axes.size(); axis++) {
      offset = offset * given(sizes, axes.get(axis)) + index(index.argument(axis), depth);
    }
    return values.get(offset);
  }
}
