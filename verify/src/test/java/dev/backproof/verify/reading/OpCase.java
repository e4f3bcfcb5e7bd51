package dev.backproof.verify.reading;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;

/**
 * One operation and operands for it.
 *
 * @param operands as many as the operation takes; one that lends its reading if it takes none
 */
record OpCase(Op op, List<DenseTensor> operands) {
  static OpCase of(Op op, DenseTensor... operands) {
    return new OpCase(op, List.of(operands));
  }

  /** The operation in the reading of {@code x}, which has one to three operands. */
  <T extends Tensor<T>> T apply(List<T> x) {
    T a = x.get(0);
    return switch (x.size()) {
      case 1 -> a.apply(op);
      case 2 -> a.apply(op, x.get(1));
      default -> a.apply(op, x.get(1), x.get(2));
    };
  }

  Written written() {
    return new Written(op.toString(), Formula.ofList(this::apply), operands);
  }

  Shape[] shapes() {
    return operands.stream().map(DenseTensor::shape).toArray(Shape[]::new);
  }

  @Override
  public String toString() {
    return written().toString();
  }
}
