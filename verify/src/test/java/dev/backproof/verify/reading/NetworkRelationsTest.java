package dev.backproof.verify.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.verify.check.RunningError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What must hold between gradients of the network at related points: no reference is needed.
 *
 * <p>Two results that are equal on paper, each with its running error, differ by no more than both
 * errors together.
 */
class NetworkRelationsTest {
  private static final double U = 0x1p-53;
  private static final long SEED = 5;
  private static final int D = 3;
  private static final int H = 4;
  private static final int M = 3;
  private static final int N = 5;

  private final SplittableRandom random = new SplittableRandom(SEED);

  /** Gradients in W1, b1, W2, b2 and X. */
  private record Gradient<T extends Tensor<T>>(Parameters<T> parameters, T x) {
    Gradient<T> with(UnaryOperator<T> w1, UnaryOperator<T> b1, UnaryOperator<T> w2) {
      Parameters<T> p = parameters;
      return new Gradient<>(
          new Parameters<>(w1.apply(p.w1()), b1.apply(p.b1()), w2.apply(p.w2()), p.b2()), x);
    }
  }

  /** A network, its parameters, and a minibatch with labels. */
  private record Batch(
      Network network, Parameters<DenseTensor> p, DenseTensor x, DenseTensor labels) {
    Gradient<RunningError> gradient() {
      Tape<RunningError> tape = new Tape<>();
      Parameters<Var<RunningError>> q = p.map(part -> tape.variable(RunningError.of(part)));
      Var<RunningError> in = tape.variable(RunningError.of(x));
      var back = network.loss(q, in, tape.constant(RunningError.of(labels))).backward();
      return new Gradient<>(q.map(back::of), back.of(in));
    }

    Batch rows(int[] order) {
      return new Batch(network, p, take(x, order, 0), take(labels, order, 0));
    }

    Batch with(Parameters<DenseTensor> other, DenseTensor otherLabels) {
      return new Batch(network, other, x, otherLabels);
    }

    /** One row, as a vector with one label. */
    Batch example(int row) {
      DenseTensor one = x.slice(0, row, row + 1).reshape(Shape.of(D));
      return new Batch(network, p, one, labels.slice(0, row, row + 1).reshape(Shape.SCALAR));
    }
  }

  private Batch batch(Elementary activation) {
    Parameters<DenseTensor> p =
        Network.shapes(Size.of(D), Size.of(H), Size.of(M))
            .map(shape -> Values.SMOOTH.of(random, shape));
    return new Batch(
        new Network(activation),
        p,
        Values.SMOOTH.of(random, Shape.of(N, D)),
        Values.labels(random, M, Shape.of(N)));
  }

  private static <T extends Tensor<T>> T take(T x, int[] order, int axis) {
    List<T> rows = new ArrayList<>();
    for (int i : order) {
      rows.add(x.slice(axis, i, i + 1));
    }
    return rows.get(0).concatenate(axis, rows.subList(1, rows.size()));
  }

  private int[] shuffled(int n) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    Collections.shuffle(order, new Random(random.nextLong()));
    return order.stream().mapToInt(i -> i).toArray();
  }

  private static void assertSame(RunningError a, RunningError b) {
    assertEquals(a.shape(), b.shape());
    for (int i = 0; i < a.mu().count(); i++) {
      double error = Math.abs(a.value().at(i) - b.value().at(i));
      double bound = U * (a.mu().at(i) + b.mu().at(i));
      assertTrue(error <= bound, "entry " + i + " of " + a + " and " + b);
    }
  }

  private static void assertSame(Gradient<RunningError> a, Gradient<RunningError> b) {
    for (int part = 0; part < Parameters.COUNT; part++) {
      assertSame(a.parameters().list().get(part), b.parameters().list().get(part));
    }
    assertSame(a.x(), b.x());
  }

  @ParameterizedTest
  @EnumSource(names = {"RECT", "TANH", "SIGMOID", "SOFTPLUS", "SIN"})
  void gradientOfABatchIsTheMeanOfThoseOfItsExamples(Elementary activation) {
    Batch batch = batch(activation);
    Gradient<RunningError> whole = batch.gradient();
    List<Gradient<RunningError>> each =
        IntStream.range(0, N).mapToObj(row -> batch.example(row).gradient()).toList();
    RunningError n = RunningError.of(DenseTensor.scalar(N));
    Parameters<RunningError> mean =
        each.stream()
            .map(Gradient::parameters)
            .reduce((a, b) -> a.combine(b, RunningError::plus))
            .orElseThrow()
            .map(part -> part.div(n));
    List<RunningError> rows = each.stream().map(g -> g.x().insertAxis(0).div(n)).toList();
    RunningError x = rows.get(0).concatenate(0, rows.subList(1, N));
    assertSame(whole, new Gradient<>(mean, x));
  }

  @ParameterizedTest
  @EnumSource(names = {"RECT", "TANH", "SIGMOID", "SOFTPLUS", "SIN"})
  void reorderedExamplesHaveReorderedGradientsAndTheSameMean(Elementary activation) {
    Batch batch = batch(activation);
    int[] order = shuffled(N);
    Gradient<RunningError> g = batch.gradient();
    assertSame(new Gradient<>(g.parameters(), take(g.x(), order, 0)), batch.rows(order).gradient());
  }

  @ParameterizedTest
  @EnumSource(names = {"RECT", "TANH", "SIGMOID", "SOFTPLUS", "SIN"})
  void examplesGivenTwiceLeaveTheMeanAndHalveTheirOwn(Elementary activation) {
    Batch batch = batch(activation);
    int[] twice = IntStream.range(0, 2 * N).map(i -> i % N).toArray();
    Gradient<RunningError> g = batch.gradient();
    RunningError half = g.x().times(g.x().constant(1, 2));
    assertSame(new Gradient<>(g.parameters(), take(half, twice, 0)), batch.rows(twice).gradient());
  }

  @ParameterizedTest
  @EnumSource(names = {"RECT", "TANH", "SIGMOID", "SOFTPLUS", "SIN"})
  void hiddenUnitsInAnotherOrderHaveTheirGradientsInThatOrder(Elementary activation) {
    Batch batch = batch(activation);
    int[] order = shuffled(H);
    Parameters<DenseTensor> p = batch.p();
    Parameters<DenseTensor> other =
        new Parameters<>(
            take(p.w1(), order, 0), take(p.b1(), order, 0), take(p.w2(), order, 1), p.b2());
    Gradient<RunningError> expected =
        batch
            .gradient()
            .with(w -> take(w, order, 0), b -> take(b, order, 0), w -> take(w, order, 1));
    assertSame(expected, batch.with(other, batch.labels()).gradient());
  }

  @ParameterizedTest
  @EnumSource(names = {"RECT", "TANH", "SIGMOID", "SOFTPLUS", "SIN"})
  void classesInAnotherOrderHaveTheirGradientsInThatOrder(Elementary activation) {
    Batch batch = batch(activation);
    int[] order = shuffled(M);
    Parameters<DenseTensor> p = batch.p();
    Parameters<DenseTensor> other =
        new Parameters<>(p.w1(), p.b1(), take(p.w2(), order, 0), take(p.b2(), order, 0));
    // class order[k] is now class k
    DenseTensor labels =
        Values.mapped(
            batch.labels(),
            y -> IntStream.range(0, M).filter(k -> order[k] == y).findFirst().orElseThrow());
    Gradient<RunningError> g = batch.gradient();
    Parameters<RunningError> q = g.parameters();
    Gradient<RunningError> expected =
        new Gradient<>(
            new Parameters<>(q.w1(), q.b1(), take(q.w2(), order, 0), take(q.b2(), order, 0)),
            g.x());
    assertSame(expected, batch.with(other, labels).gradient());
  }

  /** Σₖ ∂L/∂b2ₖ = 0: adding the same number to all logits of a row changes nothing. */
  @ParameterizedTest
  @EnumSource(names = {"RECT", "TANH", "SIGMOID", "SOFTPLUS", "SIN"})
  void gradientsOfTheOutputLayerSumToZeroOverTheClasses(Elementary activation) {
    Parameters<RunningError> q = batch(activation).gradient().parameters();
    RunningError zero = q.b2().zero();
    assertSame(q.b2().sum(0), zero);
    assertSame(q.w2().sum(0), zero.broadcastTo(Shape.of(H)));
  }

  /**
   * b ↦ ½b, W2 ↦ 2·W2 leaves a network of rectifiers as it is, so ⟨W1, ∂W1⟩ + ⟨b1, ∂b1⟩ = ⟨W2,
   * ∂W2⟩.
   */
  @ParameterizedTest
  @EnumSource(names = {"RECT", "ABS"})
  void scaleMovesFreelyBetweenTheLayersOfRectifiers(Elementary activation) {
    Batch batch = batch(activation);
    Parameters<RunningError> q = batch.gradient().parameters();
    Parameters<RunningError> p = batch.p().map(RunningError::of);
    RunningError first = p.w1().times(q.w1()).sum().plus(p.b1().times(q.b1()).sum());
    assertSame(first, p.w2().times(q.w2()).sum());
  }
}
