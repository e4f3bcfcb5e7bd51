package dev.backproof.autodiff.rule;

import dev.backproof.core.Attribute.Window;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;

/**
 * The local slopes that both rule pages multiply by.
 *
 * <p>Every entrywise primitive has a diagonal Jacobian, which is its own adjoint; so its slope is
 * written once, here, and scales a cotangent and a tangent alike. Values at kinks follow the {@link
 * KinkTable}.
 */
final class Slopes {
  private Slopes() {}

  /**
   * {@code bar} times f′(x): selected by a mask, times a slope that is always finite, or with zero
   * winning.
   */
  static <T extends Tensor<T>> T scale(T bar, Elementary f, T x, T y) {
    return switch (f.slope()) {
      case MASK -> f.derivative(x, y).where(bar, bar.zero());
      case PLAIN -> bar.times(f.derivative(x, y));
      case STRONG -> bar.strongTimes(f.derivative(x, y));
      case NONE -> throw nothingFlows(f.toString());
    };
  }

  /** 1/b, the slope of a quotient in its numerator. */
  static <T extends Tensor<T>> T reciprocal(T b) {
    return b.map(Elementary.RECIPROCAL);
  }

  /** {@code bar} times ∂aᵇ/∂a = b·aᵇ⁻¹, which is 0 where b = 0. */
  static <T extends Tensor<T>> T powerBase(T bar, T a, T b) {
    T slope = b.strongTimes(a.pow(b.minus(b.one())));
    return b.equal(b.zero()).where(bar.zero(), bar.strongTimes(slope));
  }

  /** {@code bar} times ∂aᵇ/∂b = aᵇ·ln a, which is 0 where a = 0 and b ≥ 0. */
  static <T extends Tensor<T>> T powerExponent(T bar, T a, T b, T y) {
    T flat = a.equal(a.zero()).times(b.atLeast(b.zero()));
    return flat.where(bar.zero(), bar.strongTimes(y.strongTimes(a.map(Elementary.LOG))));
  }

  /** [a &gt; b] + ½[a = b]: the slope of the larger of two in the first. */
  static <T extends Tensor<T>> T share(T a, T b) {
    return a.greater(b).plus(a.equal(b).times(a.constant(1, 2)));
  }

  /** Where x attains its maximum y over an axis, divided by the number of such places. */
  static <T extends Tensor<T>> T ties(T x, T y, int axis) {
    T mask = x.equal(y.insertAxis(axis));
    return mask.div(mask.sumKeepingAxis(axis));
  }

  /**
   * A custom operation's cotangent, with broadcasting undone.
   *
   * @throws IllegalStateException if it does not sum to {@code shape}; the operation is named,
   *     since it is a user's rule that is at fault
   */
  static <T extends Tensor<T>> T summed(Op op, int which, T bar, Shape shape) {
    try {
      return bar.sumTo(shape);
    } catch (IllegalArgumentException misfit) {
      throw new IllegalStateException(
          op.name()
              + ": its vjp gives operand "
              + which
              + " of shape "
              + shape
              + " a cotangent of shape "
              + bar.shape(),
          misfit);
    }
  }

  /**
   * A custom operation's tangent, broadcast to the result.
   *
   * @throws IllegalStateException if it does not broadcast to {@code shape}
   */
  static <T extends Tensor<T>> T repeated(Op op, int which, T dot, Shape shape) {
    try {
      return dot.broadcastTo(shape);
    } catch (IllegalArgumentException misfit) {
      throw new IllegalStateException(
          op.name()
              + ": its jvp in operand "
              + which
              + " gives a tangent of shape "
              + dot.shape()
              + " for a result of shape "
              + shape,
          misfit);
    }
  }

  /** The number of entries of x behind a window of it. */
  static <T extends Tensor<T>> int behind(T x, Window window) {
    return x.shape().size(window.axis()).number() - window.start() - window.length();
  }

  /** Where x ends inside the whole it was padded to. */
  static <T extends Tensor<T>> int end(T x, Window window) {
    return window.start() + x.shape().size(window.axis()).number();
  }

  /** The refusal of a row that must never be asked for. */
  static IllegalStateException nothingFlows(Op op) {
    return nothingFlows(op.name());
  }

  private static IllegalStateException nothingFlows(String name) {
    return new IllegalStateException(
        name + ": no derivative flows through it; ask Op.flows before a rule");
  }
}
