package dev.backproof.verify.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import dev.backproof.verify.check.RunningError;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Laws of composed functions that their gradients inherit: invariance under shifts, homogeneity.
 *
 * <p>What is 0 on paper is 0 within the running error of its own computation.
 */
class InvariancesTest {
  private static final double U = 0x1p-53;
  private static final int POINTS = 40;

  private final SplittableRandom random = new SplittableRandom(3);

  /** Gradients of a formula in its first operand, pulled back from a random cotangent. */
  private RunningError pulled(Formula f, List<DenseTensor> at) {
    List<RunningError> x = at.stream().map(RunningError::of).toList();
    DenseTensor w = Values.SMOOTH.of(random, f.apply(at).shape());
    return Differentiation.vjp(f, x, 1, RunningError.of(w)).get(0);
  }

  private Shape shape() {
    return random.nextBoolean()
        ? Shape.of(1 + random.nextInt(4))
        : Shape.of(1 + random.nextInt(3), 1 + random.nextInt(4));
  }

  /** Of the order of 1, or logits up to a thousand. */
  private DenseTensor point(Shape shape) {
    double scale = Math.pow(2, random.nextInt(9));
    return Values.SMOOTH.of(random, shape).times(DenseTensor.scalar(scale));
  }

  private static void assertZero(Object label, RunningError x) {
    for (int i = 0; i < x.mu().count(); i++) {
      double value = x.value().at(i);
      assertTrue(Math.abs(value) <= U * x.mu().at(i), () -> label + ": " + x);
    }
  }

  @Test
  void whatDoesNotSeeAShiftOfARowHasGradientsThatSumToZeroAlongIt() {
    Formula softmax = Formula.of((Formula.Of1) Functions::softmax);
    Formula logSoftmax = Formula.of((Formula.Of1) Functions::logSoftmax);
    Formula variance = Formula.of((Formula.Of1) Functions::variance);
    Formula crossEntropy = Formula.of((Formula.Of2) Functions::crossEntropyFromLogits);
    for (int i = 0; i < POINTS; i++) {
      DenseTensor o = point(shape());
      assertZero("softmax", pulled(softmax, List.of(o)).sum(-1));
      assertZero("logSoftmax", pulled(logSoftmax, List.of(o)).sum(-1));
      assertZero("variance", pulled(variance, List.of(o)).sum(-1));
      DenseTensor target =
          Values.labels(random, o.shape().last().number(), rows(o)).oneHot(o.shape().last());
      assertZero("cross-entropy", pulled(crossEntropy, List.of(o, target)).sum(-1));
    }
  }

  private static Shape rows(DenseTensor o) {
    return o.shape().without(o.shape().rank() - 1);
  }

  /** log Σ exp moves with the shift, so its gradients sum to the cotangent: here 1 for each row. */
  @Test
  void gradientsOfLogSumExpSumToOneAlongARow() {
    Formula f = Formula.of((Formula.Of1) Functions::logSumExp);
    for (int i = 0; i < POINTS; i++) {
      DenseTensor o = point(shape());
      RunningError one = RunningError.of(DenseTensor.full(rows(o), 1));
      RunningError bar = Differentiation.vjp(f, List.of(RunningError.of(o)), 1, one).get(0);
      assertZero("logSumExp", bar.sum(-1).minus(one));
    }
  }

  /** Euler: ⟨x, ∇f⟩ = k·f for f homogeneous of degree k. */
  @Test
  void normsAreHomogeneous() {
    for (int i = 0; i < POINTS; i++) {
      DenseTensor x = point(shape());
      assertHomogeneous(Formula.of((Formula.Of1) Functions::l1Norm), 1, x);
      assertHomogeneous(Formula.of((Formula.Of1) Functions::l2Norm), 1, x);
      assertHomogeneous(Formula.of((Formula.Of1) Functions::squaredL2Norm), 2, x);
      assertHomogeneous(Formula.of(InvariancesTest::totalVariance), 2, x);
      assertHomogeneous(Formula.of(InvariancesTest::largest), 1, x);
      assertHomogeneous(Formula.of(InvariancesTest::ratio), 0, x);
    }
  }

  private static <T extends Tensor<T>> T totalVariance(T x) {
    return Functions.variance(x).sum();
  }

  private static <T extends Tensor<T>> T largest(T x) {
    return x.max(-1).sum();
  }

  private static <T extends Tensor<T>> T ratio(T x) {
    return Functions.l1Norm(x).div(Functions.l2Norm(x));
  }

  private static void assertHomogeneous(Formula f, long degree, DenseTensor at) {
    RunningError x = RunningError.of(at);
    RunningError value = f.apply(List.of(x));
    RunningError slope = Differentiation.grad(f, List.of(x), 1).get(0);
    assertZero(degree, x.times(slope).sum().minus(value.times(value.constant(degree))));
  }

  /** Entries in another order: gradients in that order, bit for bit where no sum is involved. */
  @Test
  void entrywiseFunctionsDoNotSeeTheOrderOfEntries() {
    DenseTensor x = Values.POSITIVE.of(random, Shape.of(7));
    DenseTensor w = Values.SMOOTH.of(random, Shape.of(7));
    for (Elementary f : Elementary.values()) {
      DenseTensor there = Differentiation.vjp(y -> y.map(f), reversed(x), reversed(w));
      assertEquals(reversed(Differentiation.vjp(y -> y.map(f), x, w)), there, f::toString);
    }
  }

  private static DenseTensor reversed(DenseTensor x) {
    double[] y = new double[x.count()];
    for (int i = 0; i < y.length; i++) {
      y[i] = x.at(y.length - 1 - i);
    }
    return DenseTensor.of(x.shape(), y);
  }

  /** A broadcast operand is one that is tiled by hand, its gradient the sum over the tiles. */
  @Test
  void broadcastingIsTilingAndSumming() {
    for (int i = 0; i < POINTS; i++) {
      Shape whole = Shapes.any(random);
      Shape part = Shapes.partOf(random, whole);
      DenseTensor a = Values.SMOOTH.of(random, whole);
      DenseTensor b = Values.SMOOTH.of(random, part);
      DenseTensor w = Values.SMOOTH.of(random, whole);
      assertTiled(Formula.of((Formula.Of2) Tensor::times), a, b, w);
      assertTiled(Formula.of((Formula.Of2) Tensor::div), a, b, w);
      assertTiled(Formula.of((Formula.Of2) Tensor::minus), a, b, w);
      assertTiled(Formula.of((Formula.Of2) Tensor::maximum), a, b, w);
    }
  }

  private static void assertTiled(Formula f, DenseTensor a, DenseTensor b, DenseTensor w) {
    List<DenseTensor> broadcast = Differentiation.vjp(f, List.of(a, b), 2, w);
    List<DenseTensor> tiled = Differentiation.vjp(f, List.of(a, b.broadcastTo(a.shape())), 2, w);
    assertEquals(tiled.get(0), broadcast.get(0));
    assertEquals(tiled.get(1).sumTo(b.shape()), broadcast.get(1));
  }
}
