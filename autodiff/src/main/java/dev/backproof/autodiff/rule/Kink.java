package dev.backproof.autodiff.rule;

import dev.backproof.core.Formula;
import java.util.List;

/**
 * A point where no derivative exists, and the value taken there by convention.
 *
 * @param name how the row is written: {@code rect′(0)}
 * @param formula the function of one or two scalars
 * @param at the point
 * @param which the operand the slope is in
 * @param slope the value both modes give
 */
public record Kink(String name, Formula formula, List<Double> at, int which, double slope) {
  /** Copies the point. */
  public Kink {
    at = List.copyOf(at);
  }
}
