package dev.backproof.verify.check;

import static dev.backproof.verify.check.BigFunctions.CONTEXT;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.ShapeRules;
import dev.backproof.core.Tensor;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * The reading in high precision: decimals that are right to fifty digits.
 *
 * <p>It computes with 80 digits, so that thirty may cancel before the fiftieth suffers; a rational
 * constant and π have as many. Comparisons are exact, and an axis is summed in order. The functions
 * are a second implementation, independent of the float64 kernels: only the moving about of entries
 * (permute, slice, pad, repeat) is learnt from {@link DenseTensor}.
 *
 * <p>Decimals have no infinity and no NaN. An entry without a value, such as log 0 or 1/0, is
 * <em>undefined</em>: it may be carried along and discarded, by a {@code where} that selects the
 * other side or by the product in which zero wins; whatever else uses it is undefined too, and
 * reading it out is an error that names the operation that made it. Immutable.
 */
public final class BigTensor implements Tensor<BigTensor> {
  /** The number of decimal digits that are promised where fewer than thirty cancel. */
  public static final int DIGITS = 50;

  private static final String READING = "high precision";

  private final Shape shape;
  private final BigEntry[] data;

  private BigTensor(Shape shape, BigEntry[] data) {
    this.shape = shape;
    this.data = data;
  }

  /** The same numbers, exactly; a NaN or an infinity becomes an undefined entry. */
  public static BigTensor of(DenseTensor x) {
    BigEntry[] data = new BigEntry[x.count()];
    Arrays.setAll(data, i -> BigEntry.of(x.at(i)));
    return new BigTensor(x.shape(), data);
  }

  /**
   * The tensor with the given shape and entries, in row-major order, exactly.
   *
   * @throws IllegalArgumentException if there are not as many entries as the shape has
   */
  public static BigTensor of(Shape shape, List<BigDecimal> entries) {
    if (shape.count() != entries.size()) {
      throw new IllegalArgumentException(
          shape + " has " + shape.count() + " entries, but " + entries.size() + " were given");
    }
    return new BigTensor(shape, entries.stream().map(BigEntry::of).toArray(BigEntry[]::new));
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public BigTensor self() {
    return this;
  }

  /** Whether every entry has a value. */
  public boolean isDefined() {
    return Arrays.stream(data).allMatch(BigEntry::isDefined);
  }

  /**
   * The entry at a position in row-major order.
   *
   * @throws ArithmeticException if it is undefined; the message names the operation that made it
   */
  public BigDecimal at(int position) {
    try {
      return data[position].number();
    } catch (ArithmeticException e) {
      throw new ArithmeticException("entry " + position + " of " + shape + " is " + e.getMessage());
    }
  }

  /**
   * The entries in row-major order.
   *
   * @throws ArithmeticException if one is undefined; the message names the operation that made it
   */
  public List<BigDecimal> entries() {
    BigDecimal[] entries = new BigDecimal[data.length];
    Arrays.setAll(entries, this::at);
    return List.of(entries);
  }

  /**
   * Each entry rounded to the nearest float64.
   *
   * @throws ArithmeticException if one is undefined; the message names the operation that made it
   */
  public DenseTensor toDense() {
    double[] rounded = new double[data.length];
    Arrays.setAll(rounded, i -> at(i).doubleValue());
    return DenseTensor.of(shape, rounded);
  }

  @Override
  public BigTensor apply(Op op) {
    Shape result = ShapeRules.infer(op, shape);
    return switch (op.primitive()) {
      case MAP -> mapped(op, op.elementary());
      case SUM -> summed(op, Positions.reduced(shape, op.axis()), result);
      case SUM_TO -> summed(op, Positions.broadcast(result, shape), result);
      case MAX ->
          folded(
              op,
              BigDecimal::max,
              Positions.reduced(shape, op.axis()),
              slice(op.axis(), 0, 1).reshape(result));
      case EXPAND, BROADCAST_TO, PERMUTE, SLICE, PAD ->
          gathered(Positions.moved(op, shape), result);
      case RESHAPE, DETACH -> new BigTensor(result, data);
      case ONE_HOT -> of(toDense().apply(op));
      case SIZE -> filled(result, BigEntry.of(BigDecimal.valueOf(op.size().number())));
      case CONSTANT -> filled(result, BigEntry.of(BigFunctions.constant(op.constant())));
      case CUSTOM -> op.custom().formulaOrRefuse(READING, List.of(this));
      case PLUS,
          MINUS,
          TIMES,
          STRONG_TIMES,
          DIV,
          POW,
          MAXIMUM,
          MINIMUM,
          EQUAL,
          GREATER,
          MATMUL,
          WHERE ->
          throw wrongArity(op, 1);
    };
  }

  @Override
  public BigTensor apply(Op op, BigTensor b) {
    Shape result = ShapeRules.infer(op, shape, b.shape);
    return switch (op.primitive()) {
      case PLUS -> entrywise(op, (x, y) -> x.add(y, CONTEXT), b, result);
      case MINUS -> entrywise(op, (x, y) -> x.subtract(y, CONTEXT), b, result);
      case TIMES -> entrywise(op, BigTensor::product, b, result);
      case STRONG_TIMES -> strongProduct(op, b, result);
      case DIV -> entrywise(op, (x, y) -> x.divide(y, CONTEXT), b, result);
      case POW -> entrywise(op, BigFunctions::pow, b, result);
      case MAXIMUM -> entrywise(op, BigDecimal::max, b, result);
      case MINIMUM -> entrywise(op, BigDecimal::min, b, result);
      case EQUAL -> entrywise(op, (x, y) -> mask(x.compareTo(y) == 0), b, result);
      case GREATER -> entrywise(op, (x, y) -> mask(x.compareTo(y) > 0), b, result);
      case MATMUL -> matrixProduct(op, b, result);
      case CUSTOM -> op.custom().formulaOrRefuse(READING, List.of(this, b));
      case MAP, SUM, MAX, EXPAND, BROADCAST_TO, SUM_TO, PERMUTE, RESHAPE, SLICE, PAD ->
          throw wrongArity(op, 2);
      case WHERE, ONE_HOT, SIZE, CONSTANT, DETACH -> throw wrongArity(op, 2);
    };
  }

  @Override
  public BigTensor apply(Op op, BigTensor b, BigTensor c) {
    Shape result = ShapeRules.infer(op, shape, b.shape, c.shape);
    return switch (op.primitive()) {
      case WHERE -> selected(b, c, result);
      case CUSTOM -> op.custom().formulaOrRefuse(READING, List.of(this, b, c));
      case MAP, SUM, MAX, EXPAND, BROADCAST_TO, SUM_TO, PERMUTE, RESHAPE, SLICE, PAD ->
          throw wrongArity(op, 3);
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, EQUAL, GREATER ->
          throw wrongArity(op, 3);
      case MATMUL, ONE_HOT, SIZE, CONSTANT, DETACH -> throw wrongArity(op, 3);
    };
  }

  private static BigDecimal product(BigDecimal x, BigDecimal y) {
    return x.multiply(y, CONTEXT);
  }

  private static BigDecimal mask(boolean holds) {
    return holds ? BigDecimal.ONE : BigDecimal.ZERO;
  }

  private BigTensor mapped(Op op, Elementary f) {
    BigEntry[] y = new BigEntry[data.length];
    Arrays.setAll(y, i -> data[i].map(op.name(), x -> BigFunctions.value(f, x)));
    return new BigTensor(shape, y);
  }

  private static BigTensor filled(Shape shape, BigEntry entry) {
    BigEntry[] y = new BigEntry[shape.count()];
    Arrays.fill(y, entry);
    return new BigTensor(shape, y);
  }

  /** The entries at the given positions; 0 where a position is negative. */
  private BigTensor gathered(int[] positions, Shape result) {
    BigEntry[] y = new BigEntry[positions.length];
    Arrays.setAll(y, i -> positions[i] < 0 ? BigEntry.ZERO : data[positions[i]]);
    return new BigTensor(result, y);
  }

  private BigTensor repeated(Shape result) {
    return shape.equals(result) ? this : gathered(Positions.broadcast(shape, result), result);
  }

  private BigTensor entrywise(Op op, BinaryOperator<BigDecimal> f, BigTensor b, Shape result) {
    BigEntry[] left = repeated(result).data;
    BigEntry[] right = b.repeated(result).data;
    BigEntry[] y = new BigEntry[left.length];
    Arrays.setAll(y, i -> left[i].combine(op.name(), f, right[i]));
    return new BigTensor(result, y);
  }

  private BigTensor strongProduct(Op op, BigTensor b, Shape result) {
    BigEntry[] left = repeated(result).data;
    BigEntry[] right = b.repeated(result).data;
    BigEntry[] y = new BigEntry[left.length];
    Arrays.setAll(
        y,
        i ->
            left[i].isZero() || right[i].isZero()
                ? BigEntry.ZERO
                : left[i].combine(op.name(), BigTensor::product, right[i]));
    return new BigTensor(result, y);
  }

  /** This is the mask; where it is undefined, so is the result. */
  private BigTensor selected(BigTensor then, BigTensor otherwise, Shape result) {
    BigEntry[] masks = repeated(result).data;
    BigEntry[] yes = then.repeated(result).data;
    BigEntry[] no = otherwise.repeated(result).data;
    BigEntry[] y = new BigEntry[masks.length];
    Arrays.setAll(y, i -> masks[i].isZero() ? no[i] : masks[i].isDefined() ? yes[i] : masks[i]);
    return new BigTensor(result, y);
  }

  private BigTensor summed(Op op, int[] targets, Shape result) {
    return folded(op, (x, y) -> x.add(y, CONTEXT), targets, filled(result, BigEntry.ZERO));
  }

  /** Brings every entry, in order, into the entry of the result that {@code targets} names. */
  private BigTensor folded(Op op, BinaryOperator<BigDecimal> f, int[] targets, BigTensor start) {
    BigEntry[] y = start.data.clone();
    for (int i = 0; i < data.length; i++) {
      y[targets[i]] = y[targets[i]].combine(op.name(), f, data[i]);
    }
    return new BigTensor(start.shape, y);
  }

  /** Entry (i, j) is Σₖ aᵢₖbₖⱼ, summed in order. */
  private BigTensor matrixProduct(Op op, BigTensor b, Shape result) {
    int inner = b.shape.size(0).number();
    int columns = b.shape.size(1).number();
    BigEntry[] y = filled(result, BigEntry.ZERO).data;
    for (int to = 0; to < y.length; to++) {
      for (int k = 0; k < inner; k++) {
        BigEntry left = data[to / columns * inner + k];
        BigEntry right = b.data[k * columns + to % columns];
        BigEntry term = left.combine(op.name(), BigTensor::product, right);
        y[to] = y[to].combine(op.name(), (x, z) -> x.add(z, CONTEXT), term);
      }
    }
    return new BigTensor(result, y);
  }

  private static IllegalArgumentException wrongArity(Op op, int given) {
    return new IllegalArgumentException(op + ": takes " + op.arity() + " operands, not " + given);
  }

  @Override
  public String toString() {
    return "BigTensor" + shape + Arrays.toString(data);
  }
}
