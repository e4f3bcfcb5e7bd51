package dev.backproof.verify.assertion;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import java.util.List;
import java.util.function.Function;

/**
 * A function whose gradient something is to be said about; by its first operand, unless told
 * otherwise.
 *
 * @param <F> what a formula over the same operands is given as
 */
public final class GradientAssertion<F> {
  private final Formula function;
  private final Function<F, Formula> formula;
  private final int which;

  GradientAssertion(Formula function, Function<F, Formula> formula) {
    this(function, f -> formula.apply(Arity.required("a formula", "it", f)), 0);
  }

  private GradientAssertion(Formula function, Function<F, Formula> formula, int which) {
    this.function = function;
    this.formula = formula;
    this.which = which;
  }

  /**
   * By another operand.
   *
   * @param operand its number, counted from 0
   * @throws IllegalArgumentException if the function has no such operand
   */
  public GradientAssertion<F> withRespectTo(int operand) {
    int count = function.arity().orElse(Integer.MAX_VALUE);
    if (operand < 0 || operand >= count) {
      throw new IllegalArgumentException(
          "withRespectTo: there is no operand " + operand + " among " + count + ", counted from 0");
    }
    return new GradientAssertion<>(function, formula, operand);
  }

  /**
   * At a point where the function is smooth; every witness is asked.
   *
   * @param operands numbers for each operand; labels as whole numbers
   * @throws IllegalArgumentException if there are too few or too many
   */
  public GradientAtPoint<F> at(DenseTensor... operands) {
    return new GradientAtPoint<>(function, formula, which, point("at", operands), false);
  }

  /**
   * At a point where the function has a kink: only graph and forward mode are asked, which give the
   * value of the table of conventions.
   *
   * @param operands numbers for each operand; labels as whole numbers
   * @throws IllegalArgumentException if there are too few or too many
   */
  public GradientAtPoint<F> atKink(DenseTensor... operands) {
    return new GradientAtPoint<>(function, formula, which, point("atKink", operands), true);
  }

  private List<DenseTensor> point(String method, DenseTensor... operands) {
    List<DenseTensor> point = Arity.require(method, function, operands);
    Arity.requireOperand(method, which, point.size());
    return point;
  }

  /**
   * For all sizes and all values of the operands.
   *
   * @param operands the operands, in the order in which the function takes them
   * @throws IllegalArgumentException if there are too few or too many, or they cannot be declared
   */
  public GradientForAll<F> forAll(Operand... operands) {
    List<Operand> all = Arity.require("forAll", function, operands);
    Arity.requireOperand("forAll", which, all.size());
    return new GradientForAll<>(function, formula, which, Setting.of(all));
  }
}
