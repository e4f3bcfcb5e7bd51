package dev.backproof.verify.expr;

import dev.backproof.core.Elementary;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;

/** The value of terms at given free indices; a part is computed once for each place it is at. */
final class TermValue {
  private static final MathContext DIGITS = new MathContext(40);

  /** A part, and the values of the bound indices it depends on. */
  private record Key(Term term, List<Integer> at) {}

  private final ExprEvaluation on;
  private final Map<String, Integer> indices;
  private final List<Integer> bound = new ArrayList<>();
  private final Map<Term, List<Integer>> loose = new HashMap<>();
  private final Map<Key, Double> known = new HashMap<>();

  TermValue(ExprEvaluation on, Map<String, Integer> indices) {
    this.on = on;
    this.indices = indices;
  }

  double of(Term t) {
    if (t.arguments().isEmpty() && !t.is(Term.Kind.ENTRY)) {
      return compute(t);
    }
    List<Integer> at = new ArrayList<>();
    for (int level : looseIn(t)) {
      at.add(bound.get(bound.size() - 1 - level));
    }
    Key key = new Key(t, at);
    Double value = known.get(key);
    if (value == null) {
      value = compute(t);
      known.put(key, value);
    }
    return value;
  }

  /** The levels of the bound indices that point outside. */
  private List<Integer> looseIn(Term t) {
    List<Integer> levels = loose.get(t);
    if (levels == null) {
      TreeSet<Integer> found = new TreeSet<>();
      if (t.is(Term.Kind.BOUND)) {
        found.add(t.number().intValue());
      }
      for (Term part : t.arguments()) {
        for (int level : looseIn(part)) {
          if (!t.kind().binds()) {
            found.add(level);
          } else if (level > 0) {
            found.add(level - 1);
          }
        }
      }
      levels = List.copyOf(found);
      loose.put(t, levels);
    }
    return levels;
  }

  private double compute(Term t) {
    return switch (t.kind()) {
      case NUMBER -> number(t.number());
      case PI -> Math.PI;
      case SIZE -> on.size(t.name());
      case ENTRY -> on.at(on.member(t.name()), places(t));
      case DELTA -> place(t.argument(0)) == place(t.argument(1)) ? 1 : 0;
      case ADD -> folded(t, 0, Double::sum);
      case MULTIPLY -> folded(t, 1, (a, b) -> a == 0 || b == 0 ? 0 : a * b);
      case POWER -> power(of(t.argument(0)), t.number());
      case EXP -> Math.exp(of(t.argument(0)));
      case LOG -> Math.log(of(t.argument(0)));
      case SIN -> Math.sin(of(t.argument(0)));
      case COS -> Math.cos(of(t.argument(0)));
      case ERF -> Elementary.ERF.value(of(t.argument(0)));
      case GUARD -> Elementary.STEP.value(of(t.argument(0)));
      case DETACH -> of(t.argument(0));
      case SUM -> over(t, 0, Double::sum);
      case MAX -> over(t, Double.NEGATIVE_INFINITY, Math::max);
      case INDEX, BOUND, DERIVATIVE ->
          throw new IllegalArgumentException("evaluation: no number: " + t);
    };
  }

  private static double number(Rational r) {
    return new BigDecimal(r.numerator())
        .divide(new BigDecimal(r.denominator()), DIGITS)
        .doubleValue();
  }

  private static double power(double base, Rational exponent) {
    if (exponent.equals(Rational.HALF)) {
      return Math.sqrt(base);
    }
    return Math.pow(base, number(exponent));
  }

  private double folded(Term t, double start, DoubleBinaryOperator f) {
    double y = start;
    for (Term part : t.arguments()) {
      y = f.applyAsDouble(y, of(part));
    }
    return y;
  }

  private double over(Term t, double start, DoubleBinaryOperator f) {
    double y = start;
    int size = on.size(t.name());
    for (int i = 0; i < size; i++) {
      bound.add(i);
      y = f.applyAsDouble(y, of(t.argument(0)));
      bound.remove(bound.size() - 1);
    }
    return y;
  }

  private List<Integer> places(Term t) {
    return t.arguments().stream().map(this::place).toList();
  }

  /** The number of an index, counted from 0. */
  private int place(Term index) {
    if (index.is(Term.Kind.BOUND)) {
      return bound.get(bound.size() - 1 - index.number().intValue());
    }
    Integer given = index.arguments().isEmpty() ? indices.get(index.name()) : null;
    if (given != null) {
      return given;
    }
    ExprEvaluation.Member labels = on.member(index.name());
    return (int) on.at(labels, places(index)) - labels.first();
  }
}
