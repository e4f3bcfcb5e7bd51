package dev.backproof.core;

import dev.backproof.core.ReductionKernels.Around;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One operation bound to the arrays it reads and the array it writes: for whoever owns arrays and
 * runs the same operation on them again and again.
 *
 * <p>{@link #run} reads what the operand arrays hold at that time and overwrites the result array
 * whole.
 */
public final class BoundOperation {
  private final Runnable kernel;

  private BoundOperation(Runnable kernel) {
    this.kernel = kernel;
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
    return new BoundOperation(kernel(op, operands.toArray(DenseTensor[]::new), shape, y));
  }

  private static void requireLength(Op op, Shape shape, double[] array) {
    if (shape.count() != array.length) {
      throw new IllegalArgumentException(
          op + ": an array of " + array.length + " entries does not hold " + shape);
    }
  }

  private static Runnable kernel(Op op, DenseTensor[] in, Shape shape, double[] y) {
    return switch (op.primitive()) {
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, EQUAL, GREATER, WHERE ->
          repeating(op, in, shape, y);
      case EXPAND, BROADCAST_TO, PERMUTE, SLICE, PAD -> {
        Moves moves = Moves.of(op, in[0].shape(), shape);
        yield () -> moves.run(in[0].data(), y);
      }
      case SUM_TO -> {
        Moves moves = Moves.of(Op.broadcastTo(in[0].shape()), shape, in[0].shape());
        yield () -> {
          Arrays.fill(y, 0);
          moves.addBack(in[0].data(), y);
        };
      }
      case SUM, MAX -> reduction(op, in[0], y);
      case CUSTOM ->
          () -> {
            DenseTensor value = op.custom().value(List.of(in));
            System.arraycopy(value.data(), 0, y, 0, y.length);
          };
      case MAP, MATMUL, RESHAPE, ONE_HOT, SIZE, CONSTANT, DETACH ->
          () -> Kernels.run(op, in, shape, y);
    };
  }

  /** Entry by entry; operands that are repeated, but for single entries, are so into scratch. */
  private static Runnable repeating(Op op, DenseTensor[] in, Shape shape, double[] y) {
    DenseTensor[] whole = in.clone();
    List<Runnable> steps = new ArrayList<>();
    for (int i = 0; i < in.length; i++) {
      boolean single = in[i].count() == 1 && op.primitive() != Primitive.WHERE;
      if (!single && in[i].count() != y.length) {
        Moves moves = Moves.of(Op.broadcastTo(shape), in[i].shape(), shape);
        double[] from = in[i].data();
        double[] to = new double[y.length];
        whole[i] = new DenseTensor(shape, to);
        steps.add(() -> moves.run(from, to));
      }
    }
    Runnable[] before = steps.toArray(Runnable[]::new);
    return () -> {
      for (Runnable step : before) {
        step.run();
      }
      Kernels.run(op, whole, shape, y);
    };
  }

  private static Runnable reduction(Op op, DenseTensor x, double[] y) {
    if (x.count() == 0) {
      return () -> Arrays.fill(y, 0);
    }
    Around around = Around.of(x.shape(), op.axis());
    boolean sums = op.primitive() == Primitive.SUM;
    return () -> {
      Arrays.fill(y, sums ? 0 : Double.NEGATIVE_INFINITY);
      if (sums) {
        ReductionKernels.addTo(y, 0, x.data(), 0, around.outer(), around.middle(), around.inner());
      } else {
        ReductionKernels.raiseTo(
            y, 0, x.data(), 0, around.outer(), around.middle(), around.inner());
      }
    };
  }

  /** Computes the result from what the operands hold now; allocates nothing of its own. */
  public void run() {
    kernel.run();
  }
}
