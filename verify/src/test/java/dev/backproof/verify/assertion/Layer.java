package dev.backproof.verify.assertion;

import dev.backproof.core.Elementary;
import dev.backproof.core.Tensor;

/**
 * A layer of rect with a squared loss, its gradient by the weights, and that gradient as people get
 * it wrong.
 */
final class Layer {
  private Layer() {}

  /** L = ½‖rect(W·x) − t‖², W [h×d], x [d], t [h]. */
  static <T extends Tensor<T>> T loss(T w, T x, T t) {
    T r = w.matmul(x).map(Elementary.RECT).minus(t);
    return r.constant(1, 2).times(r.times(r).sum());
  }

  /** ∂L/∂(W·x) = (rect(W·x) − t) ⊙ [W·x &gt; 0]. */
  private static <T extends Tensor<T>> T delta(T w, T x, T t) {
    T a = w.matmul(x);
    return a.map(Elementary.RECT).minus(t).times(a.greater(a.zero()));
  }

  /** ∂L/∂W. */
  static <T extends Tensor<T>> T byWeights(T w, T x, T t) {
    return delta(w, x, t).outer(x);
  }

  /** ∂L/∂x. */
  static <T extends Tensor<T>> T byInput(T w, T x, T t) {
    return w.transpose().matmul(delta(w, x, t));
  }

  /** The other sign. */
  static <T extends Tensor<T>> T wrongSign(T w, T x, T t) {
    return byWeights(w, x, t).negate();
  }

  /** Twice as much. */
  static <T extends Tensor<T>> T wrongFactor(T w, T x, T t) {
    return byWeights(w, x, t).times(x.constant(2));
  }

  /** The derivative of rect is forgotten. */
  static <T extends Tensor<T>> T withoutMask(T w, T x, T t) {
    return w.matmul(x).map(Elementary.RECT).minus(t).outer(x);
  }

  /** The derivative of rect is 1 at 0. */
  static <T extends Tensor<T>> T otherMask(T w, T x, T t) {
    T a = w.matmul(x);
    return a.map(Elementary.RECT).minus(t).times(a.atLeast(a.zero())).outer(x);
  }

  /** The factors of the outer product exchanged. */
  static <T extends Tensor<T>> T transposed(T w, T x, T t) {
    return x.outer(delta(w, x, t));
  }

  /** The factors exchanged, and the sign lost. */
  static <T extends Tensor<T>> T transposedAndNegative(T w, T x, T t) {
    return x.outer(delta(w, x, t)).negate();
  }

  /** The input is forgotten. */
  static <T extends Tensor<T>> T withoutInput(T w, T x, T t) {
    return delta(w, x, t);
  }

  /** A product that does not fit. */
  static <T extends Tensor<T>> T misfit(T w, T x, T t) {
    return w.transpose().matmul(x);
  }

  /** No scalar. */
  static <T extends Tensor<T>> T residuals(T w, T x, T t) {
    return w.matmul(x).minus(t);
  }
}
