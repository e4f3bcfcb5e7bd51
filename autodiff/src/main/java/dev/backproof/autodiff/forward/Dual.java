package dev.backproof.autodiff.forward;

import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reading of forward mode: a value y and its tangent ẏ, the derivative along one direction.
 *
 * <p>A tangent that is zero by construction (a constant, a mask) is absent and costs nothing.
 * Immutable.
 *
 * @param <T> the reading underneath, which may again be one that differentiates
 */
public final class Dual<T extends Tensor<T>> implements Tensor<Dual<T>> {
  private final T primal;
  private final @Nullable T tangent;
  private final JvpRules rules;

  private Dual(T primal, @Nullable T tangent, JvpRules rules) {
    this.primal = primal;
    this.tangent = tangent;
    this.rules = rules;
  }

  /**
   * A value that moves along a tangent.
   *
   * @throws IllegalArgumentException if their shapes differ
   */
  public static <T extends Tensor<T>> Dual<T> of(T primal, T tangent) {
    return of(primal, tangent, JvpRules.PAGE);
  }

  /**
   * A value that moves along a tangent, by the rules of another page.
   *
   * @throws IllegalArgumentException if their shapes differ
   */
  public static <T extends Tensor<T>> Dual<T> of(T primal, T tangent, JvpRules rules) {
    if (!primal.shape().equals(tangent.shape())) {
      throw new IllegalArgumentException(
          "dual: the tangent has shape " + tangent.shape() + ", the value " + primal.shape());
    }
    return new Dual<>(primal, tangent, rules);
  }

  /** A value that does not move. */
  public static <T extends Tensor<T>> Dual<T> constant(T primal) {
    return new Dual<>(primal, null, JvpRules.PAGE);
  }

  /** The value. */
  public T primal() {
    return primal;
  }

  /** The tangent, of the shape of the value; zeros if it does not move. */
  public T tangent() {
    return tangent != null ? tangent : primal.zero().broadcastTo(primal.shape());
  }

  @Override
  public Shape shape() {
    return primal.shape();
  }

  @Override
  public Dual<T> self() {
    return this;
  }

  @Override
  public Dual<T> apply(Op op) {
    T y = primal.apply(op);
    return op.arity() == 0 ? constant(y) : push(op, y, List.of(this));
  }

  @Override
  public Dual<T> apply(Op op, Dual<T> b) {
    return push(op, primal.apply(op, b.primal), List.of(this, b));
  }

  @Override
  public Dual<T> apply(Op op, Dual<T> b, Dual<T> c) {
    return push(op, primal.apply(op, b.primal, c.primal), List.of(this, b, c));
  }

  private static <T extends Tensor<T>> Dual<T> push(Op op, T y, List<Dual<T>> operands) {
    Application<T> of = Application.of(op, operands.stream().map(Dual::primal).toList(), y);
    T yDot = null;
    JvpRules page = JvpRules.PAGE;
    for (int which = 0; which < operands.size(); which++) {
      Dual<T> x = operands.get(which);
      if (x.tangent != null && op.flows(which)) {
        page = x.rules;
        T term = page.push(of, which, x.tangent);
        yDot = yDot == null ? term : yDot.plus(term);
      }
    }
    return new Dual<>(y, yDot, page);
  }

  /** Value and tangent as their reading prints them. */
  @Override
  public String toString() {
    return "Dual(" + primal + ", " + tangent + ")";
  }
}
