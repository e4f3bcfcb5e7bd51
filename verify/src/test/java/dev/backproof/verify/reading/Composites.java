package dev.backproof.verify.reading;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The composed functions of the core, at generated points away from kinks. */
final class Composites {
  private static final Shape ROWS = Shape.of(2, 3);

  private final SplittableRandom random;
  private final List<Written> all = new ArrayList<>();

  private Composites(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Every function, with operands of the order of 1. */
  static List<Written> all(long seed) {
    Composites cases = new Composites(seed);
    for (Shape shape : List.of(ROWS, Shape.of(3), Shape.of(1), Shape.of(2, 1))) {
      cases.add("softmax", Functions::softmax, Values.SMOOTH, shape);
      cases.add("logSoftmax", Functions::logSoftmax, Values.SMOOTH, shape);
      cases.add("logSumExp", Functions::logSumExp, Values.SMOOTH, shape);
      cases.add("variance", Functions::variance, Values.SMOOTH, shape);
      cases.add("l1Norm", Functions::l1Norm, Values.SMOOTH, shape);
      cases.add("squaredL2Norm", Functions::squaredL2Norm, Values.SMOOTH, shape);
      cases.add("l2Norm", Functions::l2Norm, Values.SMOOTH, shape);
      cases.crossEntropies(shape);
      cases.clip(shape);
    }
    return cases.all;
  }

  /** The functions of logits, where these are ±1000, near ties and far apart. */
  static List<Written> ofLargeLogits(long seed) {
    Composites cases = new Composites(seed);
    List<DenseTensor> logits =
        List.of(
            DenseTensor.vector(1000, -1000, 0.5),
            DenseTensor.vector(-1000, -1001, -1000.25),
            DenseTensor.vector(1000, 999.5, 1000.75),
            DenseTensor.vector(0.25, 700, -745),
            DenseTensor.vector(-1000, -1000.5, -2000));
    for (DenseTensor o : logits) {
      cases.all.add(Written.of("softmax", of(Functions::softmax), o));
      cases.all.add(Written.of("logSoftmax", of(Functions::logSoftmax), o));
      cases.all.add(Written.of("logSumExp", of(Functions::logSumExp), o));
      Formula.Of2 crossEntropy = Functions::crossEntropyFromLogits;
      cases.all.add(
          Written.of(
              "crossEntropyFromLogits", Formula.of(crossEntropy), o, cases.target(o.shape())));
    }
    return cases.all;
  }

  private static Formula of(Formula.Of1 f) {
    return Formula.of(f);
  }

  private void add(String name, Formula.Of1 f, Values values, Shape shape) {
    all.add(Written.of(name, Formula.of(f), values.of(random, shape)));
  }

  private DenseTensor target(Shape shape) {
    return Functions.softmax(Values.SMOOTH.of(random, shape));
  }

  private void crossEntropies(Shape shape) {
    Formula.Of2 fromLogits = Functions::crossEntropyFromLogits;
    Formula.Of2 fromProbabilities = Functions::crossEntropyFromProbabilities;
    DenseTensor logits = Values.SMOOTH.of(random, shape);
    all.add(Written.of("crossEntropyFromLogits", Formula.of(fromLogits), logits, target(shape)));
    all.add(
        Written.of(
            "crossEntropyFromProbabilities",
            Formula.of(fromProbabilities),
            target(shape),
            target(shape)));
  }

  /** Between the bounds and outside them; the least distance of two uniform numbers is not 0. */
  private void clip(Shape shape) {
    Formula.Of3 clip = Composites::clip;
    all.add(
        Written.of(
            "clip",
            Formula.of(clip),
            Values.SMOOTH.of(random, shape),
            DenseTensor.scalar(-1.0625),
            DenseTensor.scalar(1.9375)));
  }

  private static <T extends Tensor<T>> T clip(T x, T low, T high) {
    return Functions.clip(x, low, high);
  }
}
