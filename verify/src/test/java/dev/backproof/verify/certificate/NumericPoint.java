package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/** Sizes, labels and entries at random, at which terms are evaluated in plain doubles. */
final class NumericPoint {
  /** The point says nothing: a number is too large, or too close to a kink to tell the side. */
  static final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A term makes no sense here: 1/0, log 0, the root of −1. */
  static final class Undefined extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final double LARGE = 1e9;
  private static final double TINY = 1e-9;

  private final Declarations declarations;
  private final Random random;
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<String, Integer> kinds = new HashMap<>();
  private final Map<String, Double> entries = new HashMap<>();
  private final Map<String, Integer> indices = new HashMap<>();

  NumericPoint(Declarations declarations, Random random) {
    this.declarations = declarations;
    this.random = random;
    declarations.sizes().forEach(size -> sizes.put(size, 1 + random.nextInt(3)));
  }

  /** Whether something holds for all values of some made indices. */
  boolean forAll(List<Term> made, Predicate<NumericPoint> what) {
    if (made.isEmpty()) {
      return what.test(this);
    }
    Term index = made.get(0);
    for (int i = 0; i < size(declarations.rangeOf(index)); i++) {
      indices.put(index.name(), i);
      if (!forAll(made.subList(1, made.size()), what)) {
        return false;
      }
    }
    return true;
  }

  double value(Term term) {
    return value(term, new ArrayList<>());
  }

  private double value(Term t, List<Integer> bound) {
    double value =
        switch (t.kind()) {
          case NUMBER ->
              t.number().numerator().doubleValue() / t.number().denominator().doubleValue();
          case PI -> Math.PI;
          case SIZE -> size(t.name());
          case ENTRY -> entry(t, bound);
          case DELTA -> index(t.argument(0), bound) == index(t.argument(1), bound) ? 1 : 0;
          case ADD -> t.arguments().stream().mapToDouble(part -> value(part, bound)).sum();
          case MULTIPLY -> {
            double product = 1;
            for (Term part : t.arguments()) {
              product *= value(part, bound);
            }
            yield product;
          }
          case POWER -> power(t, value(t.argument(0), bound));
          case EXP -> Math.exp(value(t.argument(0), bound));
          case LOG -> Math.log(positive(value(t.argument(0), bound)));
          case SIN -> Math.sin(value(t.argument(0), bound));
          case COS -> Math.cos(value(t.argument(0), bound));
          case ERF -> throw new Unclear();
          case GUARD -> clear(value(t.argument(0), bound)) > 0 ? 1 : 0;
          case DETACH -> value(t.argument(0), bound);
          case SUM, MAX -> reduced(t, bound);
          case INDEX, BOUND, DERIVATIVE -> throw new AssertionError("no number: " + t);
        };
    if (Math.abs(value) > LARGE) {
      throw new Unclear();
    }
    return value;
  }

  private double reduced(Term t, List<Integer> bound) {
    boolean sum = t.is(Term.Kind.SUM);
    double all = sum ? 0 : Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size(t.name()); i++) {
      bound.add(i);
      double one = value(t.argument(0), bound);
      bound.remove(bound.size() - 1);
      all = sum ? all + one : Math.max(all, one);
    }
    return all;
  }

  private static double power(Term t, double base) {
    double r = t.number().numerator().doubleValue() / t.number().denominator().doubleValue();
    if (!t.number().isInteger()) {
      return Math.pow(positive(base), r);
    }
    if (r < 0 && clear(base) == 0) {
      throw new Undefined();
    }
    return Math.pow(base, r);
  }

  private static double positive(double base) {
    if (clear(base) <= 0) {
      throw new Undefined();
    }
    return base;
  }

  /** A number whose sign does not hang on rounding. */
  static double clear(double value) {
    if (value != 0 && Math.abs(value) < TINY) {
      throw new Unclear();
    }
    return value;
  }

  private int size(String range) {
    return sizes.getOrDefault(range, 1);
  }

  /** Of a tensor of which all entries are positive, or sum to 1, or are anything. */
  private double entry(Term t, List<Integer> bound) {
    StringBuilder place = new StringBuilder(t.name());
    t.arguments().forEach(argument -> place.append(',').append(index(argument, bound)));
    List<String> axes = declarations.tensors().getOrDefault(t.name(), List.of());
    int kind = kinds.computeIfAbsent(t.name(), name -> random.nextInt(3));
    return entries.computeIfAbsent(
        place.toString(),
        p ->
            switch (kind) {
              case 0 -> (1 + random.nextInt(8)) / 4.0;
              case 1 -> axes.isEmpty() ? 1.0 : 1.0 / size(axes.get(axes.size() - 1));
              // Often 0, where most mistakes show.
              default -> random.nextInt(3) == 0 ? 0 : (random.nextInt(9) - 4) / 4.0;
            });
  }

  private int index(Term t, List<Integer> bound) {
    if (t.is(Term.Kind.BOUND)) {
      return bound.get(bound.size() - 1 - t.number().intValue());
    }
    StringBuilder place = new StringBuilder(t.name());
    t.arguments().forEach(argument -> place.append(',').append(index(argument, bound)));
    String range = declarations.rangeOf(named(t));
    return indices.computeIfAbsent(place.toString(), p -> random.nextInt(size(range)));
  }

  /** The same label at any place, to ask for its range. */
  private Term named(Term t) {
    Declarations.Label label = declarations.labels().get(t.name());
    if (label == null || label.axes().isEmpty()) {
      return t;
    }
    List<Term> anywhere = new ArrayList<>();
    for (String axis : label.axes()) {
      anywhere.add(Declarations.made(0, axis));
    }
    return Term.label(t.name(), anywhere);
  }

  @Override
  public String toString() {
    return sizes + " " + indices + " " + entries;
  }
}
