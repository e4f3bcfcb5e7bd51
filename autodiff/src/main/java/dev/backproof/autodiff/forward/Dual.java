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
 * Immutable, so it may be shared between threads.
 *
 * <p>All tangents that meet in one computation belong to the same direction: a dual number made for
 * one derivative must not be captured by the function of another one of the same reading. To
 * differentiate what is itself a derivative, nest: {@code Dual<Dual<T>>}.
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
   * <p>Values that meet in one operation move by the same page.
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
      if (x.tangent == null || !op.flows(which)) {
        continue;
      }
      if (yDot != null && page != x.rules) {
        throw new IllegalArgumentException(
            op + ": its operands move by the rules of two pages; make them with the same page");
      }
      page = x.rules;
      T term = checked(op, page.push(of, which, x.tangent), y.shape());
      yDot = yDot == null ? term : yDot.plus(term);
    }
    return new Dual<>(y, yDot, page);
  }

  /** A page of the user's own may forget to broadcast; a sum of terms would hide it. */
  private static <T extends Tensor<T>> T checked(Op op, T term, Shape shape) {
    if (!term.shape().equals(shape)) {
      throw new IllegalStateException(
          "forward: the rule of "
              + op
              + " gives a tangent of shape "
              + term.shape()
              + " for a result of shape "
              + shape
              + "; let the rule broadcast to the result's shape");
    }
    return term;
  }

  /** Value and tangent as their reading prints them; an absent tangent is 0. */
  @Override
  public String toString() {
    return "Dual(" + primal + ", " + (tangent == null ? "0" : tangent) + ")";
  }
}
