package dev.backproof.verify.check;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Values and derivatives of formulas in high precision: a witness that uses the values of a formula
 * only.
 *
 * <p>A derivative is the central difference {@math (f(x + h·v) − f(x − h·v))/(2h)} in the reading
 * {@link BigTensor}, with h so small that no entry moves by more than
 *
 * <pre>{@math
 *   |h·vᵢ| ≤ 10⁻²⁰·max(|xᵢ|, 10⁻¹⁰)
 * }</pre>
 *
 * Two errors are left: what the difference cuts off, h²/6·f‴, which is 10⁻⁴⁰ relative to the scale
 * on which f changes, if that is not far smaller than max(|xᵢ|, 10⁻¹⁰); and the rounding of 80
 * digits divided by h, below 10⁻⁴⁸ times the largest intermediate result (for entries of the order
 * of 1, 10⁻⁵⁸). Measured on softmax, cross-entropy, layer norm and small networks, the relative
 * error is below 10⁻³⁷. A derivative that is itself below the second error, as of a sigmoid at 150,
 * may have no digit right; see {@link #FLOOR}.
 *
 * <p>A difference cannot see {@code detach}, and at a kink it gives the mean of both sides: neither
 * is the derivative by convention, so neither is to be asked here. Where a neighbour of the point
 * has no value (√x at 0), the difference is undefined, and reading it out is an error.
 */
public final class HighPrecision {
  /**
   * What a derivative can be off by absolutely, for each unit of the largest intermediate result:
   * to be added to a bound that is relative to the derivative.
   */
  public static final double FLOOR = 1e-48;

  private static final BigDecimal STEP = new BigDecimal("1e-20");

  private HighPrecision() {}

  /**
   * The value of {@code f}.
   *
   * @throws UnsupportedOperationException if {@code f} uses an operation of the user's own that
   *     names no formula
   */
  public static BigTensor value(Formula f, List<DenseTensor> at) {
    return f.apply(at.stream().map(BigTensor::of).toList());
  }

  /**
   * The derivative of {@code f} along directions, of the shape of its value.
   *
   * @param at the point
   * @param directions one for each of the first operands, of its shape; the others stay fixed
   * @throws IllegalArgumentException if there are more directions than operands, or a shape differs
   */
  public static BigTensor derivative(
      Formula f, List<DenseTensor> at, List<DenseTensor> directions) {
    BigDecimal h = step(at, directions);
    BigTensor ahead = f.apply(moved(at, directions, h));
    BigTensor behind = f.apply(moved(at, directions, h.negate()));
    return ahead.minus(behind).div(scalar(h.add(h)));
  }

  /**
   * The gradient of a scalar formula in operand {@code which}, entry by entry, rounded to float64.
   *
   * @throws IllegalArgumentException if the value is not a scalar; give a cotangent
   * @throws ArithmeticException if an entry has no value at the point or beside it
   */
  public static DenseTensor gradient(Formula f, List<DenseTensor> at, int which) {
    return gradient(f, at, which, DenseTensor.scalar(1));
  }

  /**
   * The cotangent ȳ pulled back to operand {@code which}: entry i is ⟨ȳ, ∂y/∂xᵢ⟩, summed in high
   * precision and rounded to float64.
   *
   * @param yBar of the shape of the value
   * @throws IllegalArgumentException if {@code yBar} has another shape than the value
   * @throws ArithmeticException if an entry has no value at the point or beside it
   */
  public static DenseTensor gradient(Formula f, List<DenseTensor> at, int which, DenseTensor yBar) {
    DenseTensor x = at.get(which);
    BigTensor cotangent = BigTensor.of(yBar);
    double[] entries = new double[x.count()];
    for (int i = 0; i < entries.length; i++) {
      List<DenseTensor> directions = new ArrayList<>();
      for (int k = 0; k <= which; k++) {
        DenseTensor still = DenseTensor.full(at.get(k).shape(), 0);
        directions.add(k == which ? still.with(i, 1) : still);
      }
      BigTensor slope = derivative(f, at, directions);
      requireShape(slope.shape(), yBar.shape());
      entries[i] = slope.strongTimes(cotangent).sum().toDense().item();
    }
    return DenseTensor.of(x.shape(), entries);
  }

  private static void requireShape(Shape value, Shape cotangent) {
    if (!value.equals(cotangent)) {
      throw new IllegalArgumentException(
          "gradient: the value has shape "
              + value
              + ", the cotangent "
              + cotangent
              + "; give a cotangent of the shape of the value");
    }
  }

  /** The largest h that moves no entry too far; a direction of zeros takes any. */
  private static BigDecimal step(List<DenseTensor> at, List<DenseTensor> directions) {
    if (directions.size() > at.size()) {
      throw new IllegalArgumentException(
          "derivative: " + directions.size() + " directions for " + at.size() + " operands");
    }
    double widest = 1e10;
    for (int k = 0; k < directions.size(); k++) {
      DenseTensor x = at.get(k);
      DenseTensor v = directions.get(k);
      if (!x.shape().equals(v.shape())) {
        throw new IllegalArgumentException(
            "derivative: direction "
                + k
                + " has shape "
                + v.shape()
                + ", the operand "
                + x.shape());
      }
      for (int i = 0; i < x.count(); i++) {
        if (v.at(i) != 0) {
          widest = Math.min(widest, Math.max(Math.abs(x.at(i)), 1e-10) / Math.abs(v.at(i)));
        }
      }
    }
    return new BigDecimal(widest).multiply(STEP);
  }

  private static List<BigTensor> moved(
      List<DenseTensor> at, List<DenseTensor> directions, BigDecimal h) {
    List<BigTensor> moved = new ArrayList<>();
    for (int k = 0; k < at.size(); k++) {
      BigTensor x = BigTensor.of(at.get(k));
      moved.add(
          k < directions.size() ? x.plus(BigTensor.of(directions.get(k)).times(scalar(h))) : x);
    }
    return moved;
  }

  private static BigTensor scalar(BigDecimal value) {
    return BigTensor.of(Shape.SCALAR, List.of(value));
  }
}
