package dev.backproof.mlp;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;

/**
 * A network with round numbers, worked out with pen and paper: d = 2, h = 3, m = 2.
 *
 * <pre>
 *   hᵃ = (2, 2, −1), hˢ = (2, 2, 0), oᵃ = (2, 2), oˢ = (½, ½), L = ln 2 for either label
 * </pre>
 */
public final class SmallNetwork {
  /** The parameters. */
  public static final Parameters<DenseTensor> PARAMETERS =
      new Parameters<>(
          DenseTensor.matrix(new double[] {1, 0}, new double[] {0, 1}, new double[] {1, -1}),
          DenseTensor.vector(1, 0, 0),
          DenseTensor.matrix(new double[] {1, 0, 1}, new double[] {0, 1, -1}),
          DenseTensor.vector(0, 0));

  /** The example. */
  public static final DenseTensor X = DenseTensor.vector(1, 2);

  /** Its label. */
  public static final DenseTensor Y = DenseTensor.scalar(0);

  /** The example and a second one, (1, 0) with label 1: hᵃ = (2, 0, 1), on a kink; oᵃ = (3, −1). */
  public static final DenseTensor BATCH =
      DenseTensor.matrix(new double[] {1, 2}, new double[] {1, 0});

  /** Their labels. */
  public static final DenseTensor LABELS = DenseTensor.vector(0, 1);

  private SmallNetwork() {}

  /** A tensor of the shape of W1. */
  public static DenseTensor w1(double... entries) {
    return DenseTensor.of(Shape.of(3, 2), entries);
  }

  /** A tensor of the shape of W2. */
  public static DenseTensor w2(double... entries) {
    return DenseTensor.of(Shape.of(2, 3), entries);
  }
}
