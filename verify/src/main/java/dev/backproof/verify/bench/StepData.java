package dev.backproof.verify.bench;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.mlp.Initialization;
import dev.backproof.mlp.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * What a training step is given: the same numbers for every variant.
 *
 * @param sizes the extents
 * @param parameters W1, b1, W2, b2
 * @param x [d] or [n×d]
 * @param y [] or [n], counted from 0
 * @param eta the step size
 */
record StepData(
    Sizes sizes, Parameters<DenseTensor> parameters, DenseTensor x, DenseTensor y, double eta) {
  /**
   * So small that after a million steps the network is still the one it was: each step of a
   * benchmark has the same work to do.
   */
  private static final double ETA = 1e-9;

  private static final long SEED = 1;

  static StepData of(Sizes sizes) {
    RandomTensors random = RandomTensors.seeded(SEED);
    Shape rows = sizes.isOneExample() ? Shape.of(sizes.d()) : Shape.of(sizes.n(), sizes.d());
    Shape labels = sizes.isOneExample() ? Shape.SCALAR : Shape.of(sizes.n());
    return new StepData(
        sizes,
        Initialization.uniform(sizes.d(), sizes.h(), sizes.m(), random),
        random.uniform(0, 1, rows),
        random.labels(sizes.m(), labels),
        ETA);
  }

  /** The same with another step size. */
  StepData withEta(double another) {
    return new StepData(sizes, parameters, x, y, another);
  }

  /** W1, b1, W2, b2, x, y. */
  List<DenseTensor> example() {
    List<DenseTensor> operands = new ArrayList<>(parameters.list());
    operands.add(x);
    operands.add(y);
    return operands;
  }

  /** W1, b1, W2, b2, x, y, η. */
  List<DenseTensor> operands() {
    List<DenseTensor> operands = example();
    operands.add(DenseTensor.scalar(eta));
    return operands;
  }
}
