package dev.backproof.verify.notes;

import dev.backproof.core.Formula;
import java.util.List;

/** One equation of a claim, over operands that are drawn at random. */
public sealed interface Statement {
  /** Which form of the claim this is: {@code matrix, end to end}. */
  String label();

  /** What the formulas take, in order. */
  List<Operand> operands();

  /** Where the left side has kinks or jumps: there too it is evaluated. */
  List<Kinks> kinks();

  /** What is claimed to stand on the right. */
  Formula right();

  /**
   * The gradient of a scalar function is what was derived by hand.
   *
   * @param label which form of the claim
   * @param operands what both formulas take
   * @param function the scalar function
   * @param which the operand it is differentiated by
   * @param right the gradient derived by hand, of the shape of that operand
   * @param kinks where the function has kinks
   */
  record Gradient(
      String label,
      List<Operand> operands,
      Formula function,
      int which,
      Formula right,
      List<Kinks> kinks)
      implements Statement {}

  /**
   * Two formulas have the same value.
   *
   * @param label which form of the claim
   * @param operands what both formulas take
   * @param left one formula
   * @param right the other, of the same shape
   * @param kinks where the formulas have kinks or jumps, at which an identity may fail alone
   */
  record Identity(
      String label, List<Operand> operands, Formula left, Formula right, List<Kinks> kinks)
      implements Statement {
    /** An identity of formulas without kinks or jumps. */
    public Identity(String label, List<Operand> operands, Formula left, Formula right) {
      this(label, operands, left, right, List.of());
    }
  }

  /**
   * Two formulas have the same value, of which one goes through the examples one by one: so they
   * are for numbers only.
   *
   * @param label which form of the claim
   * @param operands what both formulas take
   * @param left one formula
   * @param right the other, of the same shape
   */
  record Enumerated(String label, List<Operand> operands, Formula left, Formula right)
      implements Statement {
    @Override
    public List<Kinks> kinks() {
      return List.of();
    }
  }

  /**
   * The difference quotient of step 10⁻⁶ and the gradient have a ratio in [0.99, 1.01], entry by
   * entry.
   *
   * @param label which form of the claim
   * @param operands what both formulas take
   * @param function the scalar function
   * @param which the operand it is differentiated by
   * @param right its gradient
   * @param kinks where the function has kinks
   */
  record Ratio(
      String label,
      List<Operand> operands,
      Formula function,
      int which,
      Formula right,
      List<Kinks> kinks)
      implements Statement {}
}
