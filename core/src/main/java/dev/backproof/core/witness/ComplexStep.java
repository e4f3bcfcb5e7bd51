package dev.backproof.core.witness;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import java.util.ArrayList;
import java.util.List;

/**
 * Derivatives by the complex step, {@math f′(x)·v ≈ Im f(x + i·h·v)/h}, right to machine precision.
 *
 * <p>Nothing is subtracted, so h can be so small (about 1e-30 of the size of x) that its square
 * vanishes beside 1; there is no step to tune (Squire and Trapp, SIAM Review 40, 1998, 110–112). h
 * is a power of two: dividing by it is exact. A derivative below 1e-278 can underflow to 0.
 *
 * <p>What {@code detach} keeps constant is constant here too. At a kink the result is the slope of
 * the convention.
 */
public final class ComplexStep {
  /** 2⁻¹⁰⁰ is about 8e-31. */
  private static final int STEP_EXPONENT = -100;

  private static final int LEAST_EXPONENT = -900;

  private ComplexStep() {}

  /**
   * The directional derivative of a formula.
   *
   * @param at the operands
   * @param directions one for each of the first operands, of the same shape; the operands beyond
   *     them are constants
   * @return of the shape of the value
   * @throws IllegalArgumentException if there are more directions than operands, or a shape differs
   * @throws UnsupportedOperationException if the formula contains an opaque operation
   */
  public static DenseTensor derivative(
      Formula f, List<DenseTensor> at, List<DenseTensor> directions) {
    Directions.check("complex step", at, directions);
    int exponent = exponent(at, directions);
    double h = Math.scalb(1.0, exponent);
    List<ComplexTensor> points = new ArrayList<>();
    for (int i = 0; i < at.size(); i++) {
      points.add(
          i < directions.size()
              ? new ComplexTensor(at.get(i), scaled(directions.get(i), h))
              : ComplexTensor.of(at.get(i)));
    }
    DenseTensor moved = f.apply(points).imaginary();
    double[] derivative = moved.toArray();
    for (int i = 0; i < derivative.length; i++) {
      derivative[i] = Math.scalb(derivative[i], -exponent);
    }
    return DenseTensor.of(moved.shape(), derivative);
  }

  /**
   * The gradient of a scalar formula with respect to one operand, entry by entry.
   *
   * @param which the operand, counted from 0
   * @return of the shape of that operand
   * @throws IllegalArgumentException if there is no such operand, or the formula is not a scalar
   * @throws UnsupportedOperationException if the formula contains an opaque operation
   */
  public static DenseTensor gradient(Formula scalar, List<DenseTensor> at, int which) {
    DenseTensor x = Directions.operand("complex step", at, which);
    double[] gradient = new double[x.count()];
    for (int i = 0; i < gradient.length; i++) {
      DenseTensor slope = derivative(scalar, at, Directions.unit(at, which, i));
      Directions.checkScalar("complex step", slope);
      gradient[i] = slope.item();
    }
    return DenseTensor.of(x.shape(), gradient);
  }

  private static DenseTensor scaled(DenseTensor v, double h) {
    double[] small = v.toArray();
    for (int i = 0; i < small.length; i++) {
      small[i] *= h;
    }
    return DenseTensor.of(v.shape(), small);
  }

  /** The exponent of h: small beside every entry that moves, and beside 1. */
  private static int exponent(List<DenseTensor> at, List<DenseTensor> directions) {
    double scale = Double.POSITIVE_INFINITY;
    for (int k = 0; k < directions.size(); k++) {
      for (int i = 0; i < at.get(k).count(); i++) {
        double v = Math.abs(directions.get(k).at(i));
        double x = Math.abs(at.get(k).at(i));
        if (v != 0) {
          scale = Math.min(scale, (x == 0 ? 1 : Math.min(1, x)) / v);
        }
      }
    }
    int exponent = Double.isFinite(scale) ? Math.getExponent(scale) : 0;
    return Math.max(LEAST_EXPONENT, Math.min(-LEAST_EXPONENT, exponent + STEP_EXPONENT));
  }
}
