package dev.backproof.core;

import java.util.List;
import java.util.Optional;

/**
 * An operation of the user's own, with rules of its own: what {@link Primitive#CUSTOM} carries.
 *
 * <p>It has one to three operands. The kernel works on numbers; the rules are written over any
 * reading, so that they can be differentiated again and proved. An operation that names its {@link
 * #formula} can also be read where there is no kernel (complex step, high precision, symbols);
 * without it, it is opaque there and those readings refuse it by name.
 */
public non-sealed interface Custom extends Attribute {
  /** What the operation is called in messages, graphs and proofs. */
  String name();

  /** The number of operands: 1, 2 or 3. */
  int arity();

  /**
   * The shape of the result.
   *
   * @throws IllegalArgumentException if the operands do not fit; the message names both shapes
   */
  Shape shape(List<Shape> operands);

  /** The value on numbers. */
  DenseTensor value(List<DenseTensor> operands);

  /** The meaning as a composition of primitives, if the operation has one. */
  default <T extends Tensor<T>> Optional<T> formula(List<T> operands) {
    return Optional.empty();
  }

  /**
   * The cotangent of operand {@code which}.
   *
   * @param y the result, {@code yBar} its cotangent, of the same shape
   */
  <T extends Tensor<T>> T vjp(int which, List<T> operands, T y, T yBar);

  /**
   * What the tangent {@code dot} of operand {@code which} adds to the tangent of the result.
   *
   * @param y the result
   */
  <T extends Tensor<T>> T jvp(int which, List<T> operands, T y, T dot);

  /** The meaning, or a refusal that names the operation: for readings that have no kernel. */
  default <T extends Tensor<T>> T formulaOrRefuse(String reading, List<T> operands) {
    return formula(operands)
        .orElseThrow(
            () ->
                new UnsupportedOperationException(
                    name() + ": opaque to the reading '" + reading + "'; let it name its formula"));
  }
}
