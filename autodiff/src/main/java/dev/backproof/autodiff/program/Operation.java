package dev.backproof.autodiff.program;

import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/** What an instruction does: one operation of the algebra, or several of them in one go. */
public sealed interface Operation permits Single, Fusion {
  /** The number of operands. */
  int arity();

  /** The number of results. */
  int results();

  /**
   * What it means, in any reading.
   *
   * @param lender any value of the reading, for an operation that has no operand
   * @param operands as many as {@link #arity} says
   * @return as many as {@link #results} says
   */
  <T extends Tensor<T>> List<T> apply(T lender, List<T> operands);

  /** This operation with each extent in it replaced by its image. */
  Operation mapSizes(UnaryOperator<Size> image);
}
