package dev.backproof.verify.report;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What a graph computes, forward and backward, as primitive operations over numbered places:
 * whoever can do the primitives can compute it again for other inputs, without any derivative rule.
 *
 * <p>The operations of the backward part are those that the rule page does when it runs: they are
 * recorded, not written a second time.
 *
 * @param steps the operations in order; each fills the place of its own number, from 0
 * @param values for each node of the graph the place of its value
 * @param cotangents for each node the place of its cotangent, −1 if it has none
 * @param contributions for each pull the place of what it sends
 * @param sums for each pull the place of the sum so far
 * @param jacobians for each pull the places of the rows of its Jacobian; empty if it has none
 */
public record Calculation(
    List<Step> steps,
    List<Integer> values,
    List<Integer> cotangents,
    List<Integer> contributions,
    List<Integer> sums,
    List<List<Integer>> jacobians) {

  /**
   * One place and how it is filled.
   *
   * @param op the operation; empty if the value is given
   * @param operands the places of its operands
   * @param shape the shape of its value
   * @param given the value, if it is given
   */
  public record Step(
      Optional<Op> op, List<Integer> operands, Shape shape, Optional<DenseTensor> given) {
    /** Copies the operands. */
    public Step {
      operands = List.copyOf(operands);
    }

    static Step given(DenseTensor value) {
      return new Step(Optional.empty(), List.of(), value.shape(), Optional.of(value));
    }

    static Step of(Op op, List<Integer> operands, Shape shape) {
      return new Step(Optional.of(op), operands, shape, Optional.empty());
    }
  }

  /** Copies the lists. */
  public Calculation {
    steps = List.copyOf(steps);
    values = List.copyOf(values);
    cotangents = List.copyOf(cotangents);
    contributions = List.copyOf(contributions);
    sums = List.copyOf(sums);
    jacobians = jacobians.stream().map(List::copyOf).toList();
  }

  /** Whether every operation is a primitive; an operation of a user's own is not. */
  public boolean isPrimitive() {
    return steps.stream()
        .noneMatch(s -> s.op().filter(op -> op.primitive() == Primitive.CUSTOM).isPresent());
  }
}
