package dev.backproof.autodiff.rule;

import dev.backproof.core.Op;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One application of an operation, as the rules see it: y = op(a, b, c).
 *
 * @param <T> the reading the rule works in
 */
public interface Application<T extends Tensor<T>> {
  /** The operation. */
  Op op();

  /**
   * The operand at a position.
   *
   * @throws IndexOutOfBoundsException if the operation has no such operand
   */
  T operand(int which);

  /** The result y. */
  T result();

  /** The first operand. */
  default T a() {
    return operand(0);
  }

  /** The second operand. */
  default T b() {
    return operand(1);
  }

  /** All operands. */
  default List<T> operands() {
    return IntStream.range(0, op().arity()).mapToObj(this::operand).toList();
  }

  /** The application with its parts in a list. */
  static <T extends Tensor<T>> Application<T> of(Op op, List<T> operands, T result) {
    return new Application<>() {
      @Override
      public Op op() {
        return op;
      }

      @Override
      public T operand(int which) {
        return operands.get(which);
      }

      @Override
      public T result() {
        return result;
      }
    };
  }
}
