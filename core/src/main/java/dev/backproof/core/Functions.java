package dev.backproof.core;

/**
 * Functions composed of primitives, in the numerically stable form, over any reading.
 *
 * <p>Those that reduce or normalise work along the last axis, so that on a design matrix they act
 * row by row. softmax, logSoftmax, logSumExp and the cross-entropy from logits are finite and right
 * for entries of ±1000 and beyond: the row's maximum is taken off first, detached, since it cancels
 * in the value and so in the derivative (claim 3.1).
 */
public final class Functions {
  private Functions() {}

  /** {@math softmax(o)ₖ = e^(oₖ)/Σ_q e^(o_q)} along the last axis (claim 2.3). */
  public static <T extends Tensor<T>> T softmax(T o) {
    T e = shifted(o).map(Elementary.EXP);
    return e.div(e.sumKeepingAxis(-1));
  }

  /** {@math log softmax(o)ₖ = oₖ − log Σ_q e^(o_q)} along the last axis. */
  public static <T extends Tensor<T>> T logSoftmax(T o) {
    T s = shifted(o);
    return s.minus(s.map(Elementary.EXP).sumKeepingAxis(-1).map(Elementary.LOG));
  }

  /**
   * {@math log Σₖ e^(oₖ)} along the last axis, which disappears.
   *
   * <p>Single entries may be −∞. A row of nothing but −∞ gives NaN, as does one with +∞: taking off
   * the maximum is ∞ − ∞ there.
   */
  public static <T extends Tensor<T>> T logSumExp(T o) {
    return shifted(o).map(Elementary.EXP).sum(-1).map(Elementary.LOG).plus(o.max(-1).detach());
  }

  private static <T extends Tensor<T>> T shifted(T o) {
    return o.minus(o.maxKeepingAxis(-1).detach());
  }

  /**
   * The cross-entropy {@math log Σₖ e^(oₖ) − Σₖ targetₖ·oₖ} from logits along the last axis (claims
   * 2.4 and 3.2).
   *
   * <p>For a target that sums to 1 this is {@math −Σₖ targetₖ·log softmax(o)ₖ}; for a one-hot
   * target {@math −log softmax(o)_y}.
   *
   * @param o the logits, [m] or [n×m]
   * @param target a distribution over the classes, of the same shape
   */
  public static <T extends Tensor<T>> T crossEntropyFromLogits(T o, T target) {
    return logSumExp(o).minus(o.times(target).sum(-1));
  }

  /**
   * The cross-entropy {@math −Σₖ targetₖ·log pₖ} from probabilities along the last axis, where
   * {@math 0·log 0 = 0}.
   *
   * @param p probabilities, [m] or [n×m]
   * @param target a distribution over the classes, of the same shape
   */
  public static <T extends Tensor<T>> T crossEntropyFromProbabilities(T p, T target) {
    return target.strongTimes(p.map(Elementary.LOG)).sum(-1).negate();
  }

  /**
   * The variance along the last axis, {@math Σ(x − mean)²/n}: of the entries themselves, not an
   * estimate over n − 1.
   */
  public static <T extends Tensor<T>> T variance(T x) {
    return x.minus(x.mean(-1).insertAxis(-1)).map(Elementary.SQUARE).mean(-1);
  }

  /** {@math ‖x‖₁ = Σ|xᵢ|} over all entries (claim 1.9). */
  public static <T extends Tensor<T>> T l1Norm(T x) {
    return x.map(Elementary.ABS).sum();
  }

  /** {@math ‖x‖₂² = Σxᵢ²} over all entries (claim 1.8). */
  public static <T extends Tensor<T>> T squaredL2Norm(T x) {
    return x.map(Elementary.SQUARE).sum();
  }

  /**
   * {@math ‖x‖₂ = √(Σxᵢ²)} over all entries; its derivative at 0 is 0. Squares over- and underflow:
   * right for entries of about 1e-150 to 1e150.
   */
  public static <T extends Tensor<T>> T l2Norm(T x) {
    return squaredL2Norm(x).map(Elementary.SQRT);
  }

  /** x held between two bounds; at a bound the slope is 1, outside it 0. NaN stays NaN. */
  public static <T extends Tensor<T>> T clip(T x, T low, T high) {
    return x.greater(high).where(high, low.greater(x).where(low, x));
  }
}
