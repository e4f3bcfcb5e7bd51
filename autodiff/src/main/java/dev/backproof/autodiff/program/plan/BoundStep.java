package dev.backproof.autodiff.program.plan;

import dev.backproof.core.BoundOperation;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import java.util.List;

/**
 * An operation that no region carries out: on arrays of its own, into which its operands are
 * copied.
 */
final class BoundStep implements Step {
  private final BoundOperation operation;
  private final int[] operands;
  private final double[][] arrays;
  private final int result;
  private final double[] y;

  BoundStep(Op op, List<Integer> operands, List<Shape> shapes, int result, Shape shape) {
    this.operands = operands.stream().mapToInt(Integer::intValue).toArray();
    this.arrays = shapes.stream().map(s -> new double[s.count()]).toArray(double[][]::new);
    this.result = result;
    this.y = new double[shape.count()];
    this.operation = BoundOperation.of(op, shapes, List.of(arrays), y);
  }

  @Override
  public void run(double[][] memory) {
    for (int i = 0; i < operands.length; i++) {
      System.arraycopy(memory[operands[i]], 0, arrays[i], 0, arrays[i].length);
    }
    operation.run();
    System.arraycopy(y, 0, memory[result], 0, y.length);
  }
}
