package dev.backproof.core;

/**
 * Runs a primitive on numbers, into an array that the caller gives and that is overwritten whole.
 */
final class Kernels {
  private Kernels() {}

  /**
   * Writes the result of {@code op} into {@code y}.
   *
   * @param in the operands, whose shapes {@link ShapeRules} has accepted
   * @param shape the shape of the result
   */
  static void run(Op op, DenseTensor[] in, Shape shape, double[] y) {
    switch (op.primitive()) {
      case MAP -> EntrywiseKernels.map(op.elementary(), in[0].data(), 0, y, 0, y.length);
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, EQUAL, GREATER ->
          EntrywiseKernels.binary(op.primitive(), in[0], in[1], shape, y);
      case WHERE -> EntrywiseKernels.where(in[0], in[1], in[2], shape, y);
      case MATMUL -> ProductKernels.matmul(in[0], in[1], y);
      case SUM -> ReductionKernels.sum(in[0], op.axis(), y);
      case MAX -> ReductionKernels.max(in[0], op.axis(), y);
      case SUM_TO -> ReductionKernels.sumTo(in[0], shape, y);
      case EXPAND -> AxisKernels.expand(in[0], op.axis(), op.size().number(), y);
      case BROADCAST_TO -> AxisKernels.broadcast(in[0], shape, y);
      case PERMUTE -> AxisKernels.permute(in[0], op.permutation().axes(), shape, y);
      case SLICE -> AxisKernels.slice(in[0], op.window(), y);
      case PAD -> AxisKernels.pad(in[0], op.window(), y);
      case ONE_HOT -> AxisKernels.oneHot(in[0].data(), 0, in[0].count(), op.size().number(), y, 0);
      case SIZE -> y[0] = op.size().number();
      case CONSTANT -> y[0] = op.constant().value();
      case RESHAPE, DETACH -> System.arraycopy(in[0].data(), 0, y, 0, y.length);
      case CUSTOM -> throw new IllegalStateException(op.name() + ": brings a kernel of its own");
    }
  }
}
