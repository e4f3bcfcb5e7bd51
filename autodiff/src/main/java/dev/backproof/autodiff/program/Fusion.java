package dev.backproof.autodiff.program;

import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Several operations that are carried out in one go.
 *
 * <p>What it means is what its body says, a program of its own; so an optimised program can be read
 * wherever the plain one can. How it is carried out is found when it is planned.
 *
 * @param body the operations: its inputs are the operands, its outputs the results
 */
public record Fusion(Program body) implements Operation {
  @Override
  public int arity() {
    return body.inputs().size();
  }

  @Override
  public int results() {
    return body.outputs().size();
  }

  @Override
  public <T extends Tensor<T>> List<T> apply(T lender, List<T> operands) {
    return body.run(lender, operands);
  }

  @Override
  public Operation mapSizes(UnaryOperator<Size> image) {
    return new Fusion(body.mapSizes(image));
  }

  @Override
  public String toString() {
    return "fused " + body.instructions().size();
  }
}
