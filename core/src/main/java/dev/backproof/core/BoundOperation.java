package dev.backproof.core;

import java.util.ArrayList;
import java.util.List;

/**
 * One operation bound to the arrays it reads and the array it writes: for whoever owns arrays and
 * runs the same operation on them again and again.
 *
 * <p>{@link #run} reads what the operand arrays hold at that time and overwrites the result array
 * whole.
 */
public final class BoundOperation {
  private final Op op;
  private final DenseTensor[] operands;
  private final Shape shape;
  private final double[] y;

  private BoundOperation(Op op, DenseTensor[] operands, Shape shape, double[] y) {
    this.op = op;
    this.operands = operands;
    this.shape = shape;
    this.y = y;
  }

  /**
   * Binds an operation.
   *
   * @param shapes the shapes of the operands, without symbols
   * @param arrays their entries, in row-major order
   * @param y where the result goes
   * @throws IllegalArgumentException if the shapes do not fit the operation, or an array its shape
   */
  public static BoundOperation of(Op op, List<Shape> shapes, List<double[]> arrays, double[] y) {
    Shape shape = ShapeRules.infer(op, shapes.toArray(Shape[]::new));
    List<DenseTensor> operands = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      requireLength(op, shapes.get(i), arrays.get(i));
      operands.add(new DenseTensor(shapes.get(i), arrays.get(i)));
    }
    requireLength(op, shape, y);
    return new BoundOperation(op, operands.toArray(DenseTensor[]::new), shape, y);
  }

  private static void requireLength(Op op, Shape shape, double[] array) {
    if (shape.count() != array.length) {
      throw new IllegalArgumentException(
          op + ": an array of " + array.length + " entries does not hold " + shape);
    }
  }

  /** Computes the result from what the operands hold now. */
  public void run() {
    if (op.primitive() == Primitive.CUSTOM) {
      DenseTensor value = op.custom().value(List.of(operands));
      System.arraycopy(value.data(), 0, y, 0, y.length);
    } else {
      Kernels.run(op, operands, shape, y);
    }
  }
}
