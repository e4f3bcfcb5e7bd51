package dev.backproof.verify.check;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Is this the gradient of that, at this point?
 *
 * @param function the scalar function
 * @param which the operand it is differentiated by
 * @param hand the gradient derived by hand, from the same operands
 * @param at the operands
 */
public record Question(Formula function, int which, Formula hand, List<DenseTensor> at) {
  /**
   * Copies the point.
   *
   * @throws IllegalArgumentException if there is no such operand
   */
  public Question {
    at = List.copyOf(at);
    if (which < 0 || which >= at.size()) {
      throw new IllegalArgumentException(
          "question: there is no operand " + which + " among " + at.size() + ", counted from 0");
    }
  }

  /** The function with the operand it is differentiated by in front. */
  Formula functionOfFirst() {
    return new OperandFirst(function, which);
  }

  /** The operands in the order of {@link #functionOfFirst}. */
  List<DenseTensor> first() {
    List<DenseTensor> order = new ArrayList<>(at);
    order.add(0, order.remove(which));
    return order;
  }

  /** The operand the function is differentiated by. */
  DenseTensor point() {
    return at.get(which);
  }

  /** A formula whose first operand is another's operand {@code which}. */
  private record OperandFirst(Formula formula, int which) implements Formula {
    @Override
    public <T extends Tensor<T>> T apply(List<T> operands) {
      List<T> order = new ArrayList<>(operands);
      order.add(which, order.remove(0));
      return formula.apply(order);
    }

    @Override
    public OptionalInt arity() {
      return formula.arity();
    }
  }
}
