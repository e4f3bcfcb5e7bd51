package dev.backproof.verify.check;

import static dev.backproof.core.Elementary.COS;
import static dev.backproof.core.Elementary.SIN;

import dev.backproof.core.Custom;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * sin as an operation of the user's own, whose rules are right but may take their slope cos as a
 * constant: right at first order, wrong at second.
 *
 * @param backwards whether the slope is a constant in reverse mode
 * @param forwards whether it is one in forward mode
 */
record DetachedSlope(boolean backwards, boolean forwards) implements Custom {
  /** Σ sin(xᵢ)², by this operation. */
  Formula sumOfSquares() {
    return new SumOfSquares(this);
  }

  private record SumOfSquares(DetachedSlope sin) implements Formula {
    @Override
    public <T extends Tensor<T>> T apply(List<T> operands) {
      T y = operands.get(0).apply(Op.custom(sin));
      return y.times(y).sum();
    }

    @Override
    public OptionalInt arity() {
      return OptionalInt.of(1);
    }
  }

  @Override
  public String name() {
    return "detached";
  }

  @Override
  public int arity() {
    return 1;
  }

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.get(0);
  }

  @Override
  public DenseTensor value(List<DenseTensor> operands) {
    return operands.get(0).map(SIN);
  }

  @Override
  public <T extends Tensor<T>> Optional<T> formula(List<T> operands) {
    return Optional.of(operands.get(0).map(SIN));
  }

  @Override
  public <T extends Tensor<T>> T vjp(int which, List<T> operands, T y, T yBar) {
    return yBar.times(slope(operands.get(0), backwards));
  }

  @Override
  public <T extends Tensor<T>> T jvp(int which, List<T> operands, T y, T dot) {
    return dot.times(slope(operands.get(0), forwards));
  }

  private static <T extends Tensor<T>> T slope(T x, boolean constant) {
    T slope = x.map(COS);
    return constant ? slope.detach() : slope;
  }
}
