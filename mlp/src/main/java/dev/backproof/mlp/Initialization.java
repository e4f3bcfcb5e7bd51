package dev.backproof.mlp;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.List;

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
    return Parameters.of(uniform(List.of(d, h, m), random).list());
  }

  /**
   * Parameters of a network of any depth.
   *
   * @param widths inputs, hidden units of each hidden layer, classes
   * @throws IllegalArgumentException if there are not at least inputs and classes, or a number is
   *     not positive
   */
  public static DeepParameters<DenseTensor> uniform(List<Integer> widths, RandomTensors random) {
    if (widths.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException(
          "network: every layer has at least one unit, not the widths " + widths);
    }
    DeepParameters<Shape> shapes = DeepNetwork.shapes(widths.stream().map(Size::of).toList());
    return new DeepParameters<>(
        shapes.layers().stream()
            .map(layer -> new Layer<>(weights(layer.w(), random), DenseTensor.full(layer.b(), 0)))
            .toList());
  }

  private static DenseTensor weights(Shape shape, RandomTensors random) {
    double bound = 1 / Math.sqrt(shape.last().number());
    return random.uniform(-bound, bound, shape);
  }
}
