package dev.backproof.verify.check;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;

/**
 * Where entries go when an operation only moves them: learnt by moving their positions.
 *
 * <p>The operation is applied to a tensor that holds 1, 2, 3, … and the result is read: what comes
 * out at a place is the position of the entry that belongs there, from 0; −1 where zeros were
 * padded in.
 */
final class Positions {
  private Positions() {}

  /** For each entry of the result, the position of the entry it was. */
  static int[] moved(Op op, Shape shape) {
    return read(ramp(shape).apply(op));
  }

  /** For each entry of {@code whole}, the entry of {@code part} that broadcasting puts there. */
  static int[] broadcast(Shape part, Shape whole) {
    return read(ramp(part).broadcastTo(whole));
  }

  /** For each entry of an operand of shape {@code whole}, the entry of its reduction it joins. */
  static int[] reduced(Shape whole, int axis) {
    return read(ramp(whole.without(axis)).expand(axis, whole.size(axis)));
  }

  private static DenseTensor ramp(Shape shape) {
    double[] positions = new double[shape.count()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = i + 1;
    }
    return DenseTensor.of(shape, positions);
  }

  private static int[] read(DenseTensor moved) {
    int[] positions = new int[moved.count()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (int) moved.at(i) - 1;
    }
    return positions;
  }
}
