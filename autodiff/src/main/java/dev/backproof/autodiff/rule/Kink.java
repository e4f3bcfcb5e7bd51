package dev.backproof.autodiff.rule;

import dev.backproof.core.Formula;
import java.util.List;
import java.util.Objects;

/**
 * A point where no derivative exists, and the values taken there by convention.
 *
 * @param name how the row is written: {@code rect′(0)}
 * @param formula the function of one or two scalars
 * @param at the point
 * @param which the operand the slope is in
 * @param slope the value both modes give
 * @param curvature the second derivative in the same operand, which every nesting of two modes
 *     gives
 */
public record Kink(
    String name, Formula formula, List<Double> at, int which, double slope, double curvature) {
  /**
   * Copies the point.
   *
   * @throws IndexOutOfBoundsException if {@code which} is no operand
   */
  public Kink {
    at = List.copyOf(at);
    Objects.checkIndex(which, at.size());
  }

  /** The row as text: {@code rect′(0) = 0}. */
  @Override
  public String toString() {
    return name + " = " + write(slope);
  }

  /** A value of the table as people write it: {@code ½}, {@code +∞}. */
  static String write(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+∞" : "−∞";
    }
    if (value == 0.5) {
      return "½";
    }
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
