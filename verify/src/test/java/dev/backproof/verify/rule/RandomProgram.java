package dev.backproof.verify.rule;

import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A program of some steps, each an operation on values made before it, which are used again and
 * again; as text it lists its steps.
 */
record RandomProgram(List<Step> steps) implements Formula {
  /** What a program starts from. */
  static final List<Shape> INPUTS = List.of(Shape.of(3), Shape.of(2, 3), Shape.SCALAR);

  /** One operation; a and b pick among the values so far, counted from the latest. */
  record Step(Word word, int a, int b) {
    @Override
    public String toString() {
      return word + "(−" + (a + 1) + ", −" + (b + 1) + ")";
    }
  }

  /**
   * The vocabulary. A word that does not fit its operands sums them first, or leaves one as it is.
   */
  enum Word {
    PLUS,
    MINUS,
    TIMES,
    QUOTIENT,
    MAXIMUM,
    MINIMUM,
    WHERE,
    POWER,
    MATMUL,
    OUTER,
    TANH,
    SIGMOID,
    SOFTPLUS,
    SIN,
    COS,
    ERF,
    EXP,
    SQUARE,
    RECT,
    ABS,
    ROOT,
    LOG,
    SUM,
    MAX,
    SOFTMAX,
    LOG_SUM_EXP,
    NORM,
    TRANSPOSE,
    WINDOW,
    PAD,
    CONCATENATE,
    EXPAND
  }

  @Override
  public OptionalInt arity() {
    return OptionalInt.of(INPUTS.size());
  }

  @Override
  public <T extends Tensor<T>> T apply(List<T> inputs) {
    List<T> values = values(inputs);
    return values.get(values.size() - 1);
  }

  /** The scalar made of the last value, for second derivatives. */
  Formula total() {
    RandomProgram program = this;
    return new Formula() {
      @Override
      public <T extends Tensor<T>> T apply(List<T> inputs) {
        return program.apply(inputs).sum();
      }

      @Override
      public OptionalInt arity() {
        return program.arity();
      }
    };
  }

  /** The inputs and the value of every step. */
  <T extends Tensor<T>> List<T> values(List<T> inputs) {
    List<T> values = new ArrayList<>(inputs);
    for (Step step : steps) {
      int n = values.size();
      values.add(
          value(step.word(), values.get(n - 1 - step.a() % n), values.get(n - 1 - step.b() % n)));
    }
    return values;
  }

  private static <T extends Tensor<T>> T value(Word word, T a, T other) {
    T b = broadcasts(a.shape(), other.shape()) ? other : other.sum();
    int rank = a.shape().rank();
    return switch (word) {
      case PLUS -> a.plus(b);
      case MINUS -> a.minus(b);
      case TIMES -> a.times(b);
      case QUOTIENT -> a.div(onePlusSquare(b));
      case MAXIMUM -> a.maximum(b);
      case MINIMUM -> a.minimum(b);
      case WHERE -> a.greater(b).where(a, b.plus(b));
      case POWER -> onePlusSquare(a).pow(b.map(Elementary.TANH));
      case MATMUL ->
          rank == 2
              ? a.matmul(a.transpose())
              : a.reshape(Shape.of(1, a.shape().count()))
                  .matmul(a.reshape(Shape.of(a.shape().count(), 1)));
      case OUTER -> rank == 1 && other.shape().rank() == 1 ? a.outer(other) : a.times(b);
      case TANH -> a.map(Elementary.TANH);
      case SIGMOID -> a.map(Elementary.SIGMOID);
      case SOFTPLUS -> a.map(Elementary.SOFTPLUS);
      case SIN -> a.map(Elementary.SIN);
      case COS -> a.map(Elementary.COS);
      case ERF -> a.map(Elementary.ERF);
      case EXP -> a.map(Elementary.EXP);
      case SQUARE -> a.map(Elementary.SQUARE);
      case RECT -> a.map(Elementary.RECT);
      case ABS -> a.map(Elementary.ABS);
      case ROOT -> onePlusSquare(a).map(Elementary.SQRT);
      case LOG -> onePlusSquare(a).map(Elementary.LOG);
      case SUM -> rank == 0 ? a : a.sum(-1);
      case MAX -> rank == 0 ? a : a.max(0);
      case SOFTMAX -> rank == 0 ? a : Functions.softmax(a);
      case LOG_SUM_EXP -> rank == 0 ? a : Functions.logSumExp(a);
      case NORM -> Functions.l2Norm(a);
      case TRANSPOSE -> rank == 2 ? a.transpose() : a;
      case WINDOW -> rank == 0 ? a : a.slice(-1, 0, (a.shape().last().number() + 1) / 2);
      case PAD -> rank == 0 ? a : a.pad(-1, 1, 0);
      case CONCATENATE -> rank == 0 ? a : a.concatenate(0, List.of(a.times(a)));
      case EXPAND -> rank > 2 ? a : a.expand(0, Size.of(2));
    };
  }

  private static <T extends Tensor<T>> T onePlusSquare(T x) {
    return x.one().plus(x.map(Elementary.SQUARE));
  }

  private static boolean broadcasts(Shape a, Shape b) {
    for (int back = 1; back <= Math.min(a.rank(), b.rank()); back++) {
      if (!a.size(-back).equals(b.size(-back))
          && !a.size(-back).isOne()
          && !b.size(-back).isOne()) {
        return false;
      }
    }
    return true;
  }
}
