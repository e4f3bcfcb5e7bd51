package dev.backproof.mlp;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;

/** How training begins: biases 0, weights uniform in ±1/√fan-in, as the homework asks. */
public final class Initialization {
  private Initialization() {}

  /**
   * Parameters for d inputs, h hidden units and m classes.
   *
   * @throws IllegalArgumentException if a number is not positive
   */
  public static Parameters<DenseTensor> uniform(int d, int h, int m, RandomTensors random) {
    if (d < 1 || h < 1 || m < 1) {
      throw new IllegalArgumentException(
          "network: wants at least one input, hidden unit and class, not d = "
              + d
              + ", h = "
              + h
              + ", m = "
              + m);
    }
    Parameters<Shape> shapes = Network.shapes(Size.of(d), Size.of(h), Size.of(m));
    return new Parameters<>(
        weights(shapes.w1(), random),
        DenseTensor.full(shapes.b1(), 0),
        weights(shapes.w2(), random),
        DenseTensor.full(shapes.b2(), 0));
  }

  private static DenseTensor weights(Shape shape, RandomTensors random) {
    double bound = 1 / Math.sqrt(shape.last().number());
    return random.uniform(-bound, bound, shape);
  }
}
