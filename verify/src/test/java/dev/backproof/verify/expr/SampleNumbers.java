package dev.backproof.verify.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** SampleNumbers for declared symbols, from a seed. */
final class SampleNumbers {
  static final Size D = Size.symbol("d");
  static final Size H = Size.symbol("h");
  static final Size M = Size.symbol("m");
  static final Size N = Size.symbol("n");

  /** All 1, all 2, distinct ones, and one above 1 among ones. */
  static final List<Map<String, Integer>> SIZES =
      List.of(
          Map.of("d", 1, "h", 1, "m", 1, "n", 1),
          Map.of("d", 2, "h", 2, "m", 2, "n", 2),
          Map.of("d", 3, "h", 2, "m", 4, "n", 5),
          Map.of("d", 1, "h", 3, "m", 2, "n", 1),
          Map.of("d", 2, "h", 1, "m", 3, "n", 2));

  /** Rounding of at most some hundred operations on numbers of the order of 1 to 100. */
  private static final double ROUNDING = 1e-12;

  private final Symbols symbols;
  private final Map<String, Integer> sizes;
  private final Map<String, DenseTensor> values = new HashMap<>();

  private SampleNumbers(Symbols symbols, Map<String, Integer> sizes) {
    this.symbols = symbols;
    this.sizes = sizes;
  }

  /** Between 1/16 and 2, of either sign. */
  static SampleNumbers smooth(Symbols symbols, Map<String, Integer> sizes, long seed) {
    return of(symbols, sizes, seed, z -> z < 0.5 ? -2 + 3.875 * z : 0.0625 + 3.875 * (z - 0.5));
  }

  /** Multiples of ½ from −1 to 1: many are 0, and many alike. */
  static SampleNumbers grid(Symbols symbols, Map<String, Integer> sizes, long seed) {
    return of(symbols, sizes, seed, z -> Math.floor(5 * z) / 2 - 1);
  }

  /** Between 1/16 and 2. */
  static SampleNumbers positive(Symbols symbols, Map<String, Integer> sizes, long seed) {
    return of(symbols, sizes, seed, z -> 0.0625 + 1.9375 * z);
  }

  private static SampleNumbers of(
      Symbols symbols, Map<String, Integer> sizes, long seed, DoubleUnaryOperator draw) {
    SplittableRandom random = new SplittableRandom(seed);
    SampleNumbers numbers = new SampleNumbers(symbols, sizes);
    symbols
        .operands()
        .forEach((name, x) -> numbers.values.put(name, numbers.sample(x, random, draw)));
    return numbers;
  }

  private DenseTensor sample(Expr x, SplittableRandom random, DoubleUnaryOperator draw) {
    Shape shape = x.shape().bind(sizes);
    double[] entries = new double[shape.count()];
    Labels labels = x.labels();
    for (int i = 0; i < entries.length; i++) {
      entries[i] =
          labels == null
              ? draw.applyAsDouble(random.nextDouble())
              : labels.first().intValue() + random.nextInt(labels.classes().bind(sizes).number());
    }
    return DenseTensor.of(shape, entries);
  }

  /** Another value for an operand. */
  SampleNumbers with(String name, DenseTensor value) {
    values.put(name, value);
    return this;
  }

  ExprEvaluation evaluation() {
    return ExprEvaluation.of(symbols.operands(), values, sizes);
  }

  DenseTensor of(Expr operand) {
    return symbols.operands().entrySet().stream()
        .filter(entry -> entry.getValue().equals(operand))
        .map(entry -> values.get(entry.getKey()))
        .findFirst()
        .orElseThrow();
  }

  List<DenseTensor> of(List<Expr> operands) {
    return operands.stream().map(this::of).toList();
  }

  /** Holds what a formula is on symbols, evaluated, against what it is on numbers. */
  void assertMeans(String what, Formula formula, List<Expr> operands) {
    assertClose(what, formula.apply(of(operands)), evaluation().value(formula.apply(operands)));
  }

  void assertClose(Object what, DenseTensor expected, DenseTensor found) {
    assertEquals(expected.shape(), found.shape(), () -> what + " at " + this);
    for (int i = 0; i < found.count(); i++) {
      double y = expected.at(i);
      double allowed = ROUNDING * Math.max(1, Math.abs(y));
      boolean close = Math.abs(y - found.at(i)) <= allowed;
      if (!close && Double.compare(y, found.at(i)) != 0) {
        int entry = i;
        assertEquals(y, found.at(i), () -> "entry " + entry + " of " + what + " at " + this);
      }
    }
  }

  @Override
  public String toString() {
    return sizes + " " + values;
  }
}
