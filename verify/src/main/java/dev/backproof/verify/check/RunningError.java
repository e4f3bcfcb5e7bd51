package dev.backproof.verify.check;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.ShapeRules;
import dev.backproof.core.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * The reading that computes in float64 and bounds its own rounding error as it goes.
 *
 * <p>With every value z it carries μ, in units of u = 2⁻⁵³: the exact value of the formula is
 * within u·μ of z. This μ is what {@code cond} means wherever a result says "within 3.1 u·cond". It
 * is a fixed formula, the same on every run (running error analysis: Higham, Accuracy and Stability
 * of Numerical Algorithms, section 3.3):
 *
 * <pre>{@math
 *   z = a ± b          μ_z = μ_a + μ_b + |z|
 *   z = a·b            μ_z = |a|·μ_b + |b|·μ_a + u·μ_a·μ_b + |z|
 *   z = a/b            μ_z = (μ_a + |z|·μ_b)/(|b| − u·μ_b) + |z|
 *   z = f(x)           μ_z = |f′(x)|·μ_x + k·|f(x)|        k = 0 … 5, for erf 10
 *   z = Σ of n         μ_z = Σ μ + (n − 1)·Σ|x|            for any order of summation
 *   Z = A·B, inner n   μ_Z = |A|·μ_B + μ_A·|B| + u·μ_A·μ_B + n·|A|·|B|
 *   maximum            the largest μ of the operands
 *   moved, detached    μ moves with the entry
 *   selected           the μ of the side that is taken
 *   masks, labels      0
 *   constants          0 if float64 has it, else |c|
 * }</pre>
 *
 * The bound holds unless a product inside a sum of products underflows, an error turns a comparison
 * over, or a value overflows: an infinite or undefined value has μ = 0, and where a pole is within
 * reach of the error μ is infinite. It bounds the worst case; the error that is seen is usually a
 * small part of it. The derivative of an elementary function only weighs the error here, so this is
 * a measure of condition and no witness of derivatives. Immutable.
 */
public final class RunningError implements Tensor<RunningError> {
  private static final String READING = "running error";

  private final DenseTensor value;
  private final DenseTensor mu;

  private RunningError(DenseTensor value, DenseTensor mu) {
    this.value = value;
    this.mu = mu;
  }

  /** Numbers that are taken to be exact: μ = 0. */
  public static RunningError of(DenseTensor exact) {
    return new RunningError(exact, DenseTensor.full(exact.shape(), 0));
  }

  /**
   * Numbers that are known up to u·μ only: with μ = |x| those that have been rounded once.
   *
   * @throws IllegalArgumentException if the shapes differ or a bound is negative or NaN
   */
  public static RunningError of(DenseTensor value, DenseTensor mu) {
    if (!value.shape().equals(mu.shape())) {
      throw new IllegalArgumentException(
          "running error: the bounds have shape " + mu.shape() + ", the values " + value.shape());
    }
    for (int i = 0; i < mu.count(); i++) {
      if (!(mu.at(i) >= 0)) {
        throw new IllegalArgumentException(
            "running error: a bound is at least 0, not " + mu.at(i) + " as at position " + i);
      }
    }
    return new RunningError(value, mu);
  }

  /** The bound μ of a formula at exact numbers, of the shape of its value. */
  public static DenseTensor cond(Formula f, List<DenseTensor> at) {
    return f.apply(at.stream().map(RunningError::of).toList()).mu();
  }

  /** The value, bit for bit that of the reading {@link DenseTensor}. */
  public DenseTensor value() {
    return value;
  }

  /** The error bound of each entry, in units of u = 2⁻⁵³. */
  public DenseTensor mu() {
    return mu;
  }

  @Override
  public Shape shape() {
    return value.shape();
  }

  @Override
  public RunningError self() {
    return this;
  }

  @Override
  public RunningError apply(Op op) {
    if (op.arity() == 0) {
      return constant(op);
    }
    Shape result = ShapeRules.infer(op, shape());
    return switch (op.primitive()) {
      case MAP -> mapped(op, op.elementary());
      case SUM -> summed(op, shape().size(op.axis()).number());
      case SUM_TO -> summed(op, shape().count() / Math.max(1, result.count()));
      case MAX, EXPAND, BROADCAST_TO, PERMUTE, RESHAPE, SLICE, PAD, DETACH ->
          new RunningError(value.apply(op), mu.apply(op));
      case ONE_HOT -> of(value.apply(op));
      case CUSTOM -> op.custom().formulaOrRefuse(READING, List.of(this));
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM -> throw wrongArity(op, 1);
      case MATMUL, WHERE, EQUAL, GREATER, SIZE, CONSTANT -> throw wrongArity(op, 1);
    };
  }

  @Override
  public RunningError apply(Op op, RunningError b) {
    Shape result = ShapeRules.infer(op, shape(), b.shape());
    return switch (op.primitive()) {
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM -> entrywise(op, b, result);
      case EQUAL, GREATER -> of(value.apply(op, b.value));
      case MATMUL -> matrixProduct(op, b);
      case CUSTOM -> op.custom().formulaOrRefuse(READING, List.of(this, b));
      case MAP, SUM, MAX, EXPAND, BROADCAST_TO, SUM_TO, PERMUTE, RESHAPE -> throw wrongArity(op, 2);
      case SLICE, PAD, WHERE, ONE_HOT, SIZE, CONSTANT, DETACH -> throw wrongArity(op, 2);
    };
  }

  @Override
  public RunningError apply(Op op, RunningError b, RunningError c) {
    ShapeRules.infer(op, shape(), b.shape(), c.shape());
    return switch (op.primitive()) {
      case WHERE ->
          new RunningError(value.apply(op, b.value, c.value), value.apply(op, b.mu, c.mu));
      case CUSTOM -> op.custom().formulaOrRefuse(READING, List.of(this, b, c));
      case MAP, SUM, MAX, EXPAND, BROADCAST_TO, SUM_TO, PERMUTE, RESHAPE -> throw wrongArity(op, 3);
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM -> throw wrongArity(op, 3);
      case SLICE, PAD, MATMUL, EQUAL, GREATER, ONE_HOT, SIZE, CONSTANT, DETACH ->
          throw wrongArity(op, 3);
    };
  }

  /**
   * The value with bounds beside it: a value that is not finite has none, and a bound that came out
   * as NaN (∞·0 in a product) says nothing, so it is ∞.
   */
  private static RunningError made(DenseTensor value, double[] mu) {
    for (int i = 0; i < mu.length; i++) {
      if (!Double.isFinite(value.at(i))) {
        mu[i] = 0;
      } else if (Double.isNaN(mu[i])) {
        mu[i] = Double.POSITIVE_INFINITY;
      }
    }
    return new RunningError(value, DenseTensor.of(value.shape(), mu));
  }

  private RunningError constant(Op op) {
    return switch (op.primitive()) {
      case SIZE -> of(value.apply(op));
      case CONSTANT ->
          new RunningError(value.apply(op), DenseTensor.scalar(ErrorRules.constant(op.constant())));
      default -> throw new IllegalStateException(op + ": takes operands");
    };
  }

  private RunningError mapped(Op op, Elementary f) {
    DenseTensor y = value.apply(op);
    DenseTensor slope = f.derivative(value, y).broadcastTo(y.shape());
    double[] bounds = new double[y.count()];
    Arrays.setAll(bounds, i -> ErrorRules.map(f, value.at(i), mu.at(i), y.at(i), slope.at(i)));
    return made(y, bounds);
  }

  private RunningError entrywise(Op op, RunningError b, Shape result) {
    DenseTensor y = value.apply(op, b.value);
    DenseTensor x1 = value.broadcastTo(result);
    DenseTensor m1 = mu.broadcastTo(result);
    DenseTensor x2 = b.value.broadcastTo(result);
    DenseTensor m2 = b.mu.broadcastTo(result);
    double[] bounds = new double[y.count()];
    Arrays.setAll(
        bounds,
        i -> ErrorRules.binary(op.primitive(), x1.at(i), m1.at(i), x2.at(i), m2.at(i), y.at(i)));
    return made(y, bounds);
  }

  /** {@code n} entries are summed to one: n − 1 additions, none of which exceeds Σ|x|. */
  private RunningError summed(Op op, int n) {
    DenseTensor carried = mu.apply(op);
    DenseTensor sizes = value.map(Elementary.ABS).apply(op);
    double[] bounds = new double[sizes.count()];
    Arrays.setAll(bounds, i -> carried.at(i) + Math.max(0, n - 1) * sizes.at(i));
    return made(value.apply(op), bounds);
  }

  private RunningError matrixProduct(Op op, RunningError b) {
    DenseTensor left = value.map(Elementary.ABS);
    DenseTensor right = b.value.map(Elementary.ABS);
    DenseTensor rounded = left.apply(op, right);
    DenseTensor both = mu.apply(op, b.mu);
    DenseTensor carried = left.apply(op, b.mu).plus(mu.apply(op, right));
    int n = shape().size(1).number();
    double[] bounds = new double[rounded.count()];
    Arrays.setAll(bounds, i -> carried.at(i) + ErrorRules.U * both.at(i) + n * rounded.at(i));
    return made(value.apply(op, b.value), bounds);
  }

  private static IllegalArgumentException wrongArity(Op op, int given) {
    return new IllegalArgumentException(op + ": takes " + op.arity() + " operands, not " + given);
  }

  @Override
  public String toString() {
    return "RunningError(" + value + " ± u·" + mu + ")";
  }
}
