package dev.backproof.verify.expr;

import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * A scalar formula of some random steps over a vector [d], a matrix [n×d], a square matrix [d×d], a
 * family [2×d] and a scalar; a step that does not fit its operands sums them first.
 *
 * @param steps each picks a word and two of the values so far
 */
record RandomFormula(List<Step> steps) implements Formula {
  /**
   * One operation.
   *
   * @param fits whether both operands have the same shape on symbols; at some sizes others do too
   */
  record Step(int word, int a, int b, boolean fits) {
    <T extends Tensor<T>> T value(List<T> values) {
      T first = values.get(values.size() - 1 - a % values.size());
      T other = values.get(values.size() - 1 - b % values.size());
      return RandomFormula.value(word, first, fits ? other : other.sum(), other);
    }

    Step fitted(List<Expr> values) {
      int n = values.size();
      Shape own = values.get(n - 1 - a % n).shape();
      return new Step(word, a, b, own.equals(values.get(n - 1 - b % n).shape()));
    }
  }

  private static final int WORDS = 24;

  /** What a formula takes. */
  static List<Shape> inputs(Size d, Size n) {
    return List.of(
        Shape.of(d), Shape.of(n, d), Shape.of(d, d), Shape.of(Size.of(2), d), Shape.SCALAR);
  }

  static RandomFormula of(long seed, int length, List<Expr> operands) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Expr> values = new ArrayList<>(operands);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Step step = new Step(random.nextInt(WORDS), random.nextInt(8), random.nextInt(8), false);
      steps.add(step.fitted(values));
      values.add(steps.get(i).value(values));
    }
    return new RandomFormula(steps);
  }

  @Override
  public OptionalInt arity() {
    return OptionalInt.of(5);
  }

  @Override
  public <T extends Tensor<T>> T apply(List<T> operands) {
    List<T> values = new ArrayList<>(operands);
    for (Step step : steps) {
      values.add(step.value(values));
    }
    return values.get(values.size() - 1).sum();
  }

  private static <T extends Tensor<T>> T value(int word, T a, T b, T other) {
    int rank = a.shape().rank();
    return switch (word) {
      case 0 -> a.plus(b);
      case 1 -> a.minus(b);
      case 2 -> a.times(b);
      case 3 -> a.div(onePlusSquare(b));
      case 4 -> a.maximum(b);
      case 5 -> a.minimum(b);
      case 6 -> a.greater(b).where(a, b.plus(b));
      case 7 -> onePlusSquare(a).pow(b.map(Elementary.TANH));
      case 8 -> rank == 2 ? a.matmul(a.transpose()) : a.strongTimes(b);
      case 9 -> rank == 1 && other.shape().rank() == 1 ? a.outer(other) : a.times(a);
      case 10 -> a.map(Elementary.SIGMOID);
      case 11 -> a.map(Elementary.SOFTPLUS);
      case 12 -> a.map(Elementary.SIN).plus(a.map(Elementary.COS));
      case 13 -> a.map(Elementary.ERF);
      case 14 -> a.map(Elementary.TANH).map(Elementary.EXP);
      case 15 -> a.map(Elementary.RECT);
      case 16 -> a.map(Elementary.ABS);
      case 17 -> onePlusSquare(a).map(Elementary.SQRT);
      case 18 -> onePlusSquare(a).map(Elementary.LOG);
      case 19 -> rank == 0 ? a : a.sum(-1);
      case 20 -> rank == 0 ? a : a.max(0);
      case 21 -> rank == 0 ? a.negate() : Functions.softmax(a);
      case 22 -> rank == 2 ? a.transpose() : a.detach().times(b);
      default -> rank == 2 ? a.reshape(Shape.of(a.shape().product())).mean(0) : a.plus(b.zero());
    };
  }

  private static <T extends Tensor<T>> T onePlusSquare(T x) {
    return x.one().plus(x.map(Elementary.SQUARE));
  }
}
