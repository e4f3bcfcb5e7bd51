package dev.backproof.verify.check;

import static dev.backproof.core.Elementary.TANH;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.OptionalInt;

/** Scalar formulas the checks are checked on. */
final class SampleFormulas {
  /** log Σ exp(tanh(W·x)) + ‖W‖²: smooth, of W [3×2] and x [2]. */
  static final Formula SMOOTH = Formula.of(SampleFormulas::smooth);

  private SampleFormulas() {}

  private static <T extends Tensor<T>> T smooth(T w, T x) {
    return Functions.logSumExp(w.matmul(x).map(TANH)).plus(Functions.squaredL2Norm(w));
  }

  /** Operands of {@link #SMOOTH}. */
  static List<DenseTensor> smoothPoint(long seed) {
    RandomTensors random = RandomTensors.seeded(seed);
    return List.of(random.uniform(-1, 1, Shape.of(3, 2)), random.directions(Shape.of(2)));
  }

  /** Σ f(x) of one operand. */
  static Formula sumOf(Elementary f) {
    return new Sum(f);
  }

  private record Sum(Elementary f) implements Formula {
    @Override
    public <T extends Tensor<T>> T apply(List<T> operands) {
      return operands.get(0).map(f).sum();
    }

    @Override
    public OptionalInt arity() {
      return OptionalInt.of(1);
    }
  }

  /** f′(x) of one operand, as the enum has it. */
  static Formula slopeOf(Elementary f) {
    return new Slope(f);
  }

  private record Slope(Elementary f) implements Formula {
    @Override
    public <T extends Tensor<T>> T apply(List<T> operands) {
      T x = operands.get(0);
      return f.derivative(x, x.map(f)).broadcastTo(x.shape());
    }

    @Override
    public OptionalInt arity() {
      return OptionalInt.of(1);
    }
  }

  /** A formula times 1 + 1/{@code part}. */
  static Formula off(Formula right, long part) {
    return new Off(right, part);
  }

  private record Off(Formula right, long part) implements Formula {
    @Override
    public <T extends Tensor<T>> T apply(List<T> operands) {
      T value = right.apply(operands);
      return value.plus(value.constant(1, part).times(value));
    }

    @Override
    public OptionalInt arity() {
      return right.arity();
    }
  }
}
