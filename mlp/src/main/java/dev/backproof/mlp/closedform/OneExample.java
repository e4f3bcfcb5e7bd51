package dev.backproof.mlp.closedform;

import dev.backproof.core.Tensor;

/**
 * The gradients of the loss of one example, derived by hand: the notes' #7 to #17, one method an
 * equation.
 *
 * <p>#13 and #14 stand on {@link ClosedForm#gradHa}.
 */
public final class OneExample implements ClosedForm {
  /** The equations. */
  public static final OneExample EQUATIONS = new OneExample();

  private OneExample() {}

  /**
   * #7, #8: {@math ∂L/∂oᵃ} of {@math L = log Σₖ exp(oᵃₖ) − Σₖ targetₖ·oᵃₖ}.
   *
   * <pre>{@math
   *   ∂L/∂oᵃ = oˢ − target     [m]    from ∂(log Σ exp(oᵃ))/∂oᵃₖ = exp(oᵃₖ)/Σ exp(oᵃ) = oˢₖ
   * }</pre>
   */
  @Override
  public <T extends Tensor<T>> T gradOa(T os, T target) {
    return os.minus(target);
  }

  /**
   * #9, #10: {@math ∂L/∂W2}.
   *
   * <pre>{@math
   *   ∂L/∂W2 = ∂L/∂oᵃ ⊗ hˢ     [m×h]  from ∂oᵃₖ/∂W2ₖⱼ = hˢⱼ
   * }</pre>
   */
  @Override
  public <T extends Tensor<T>> T gradW2(T gradOa, T hs) {
    return gradOa.outer(hs);
  }

  /**
   * #9, #10: {@math ∂L/∂b2}.
   *
   * <pre>{@math
   *   ∂L/∂b2 = ∂L/∂oᵃ          [m]    from ∂oᵃₖ/∂b2ₖ = 1
   * }</pre>
   */
  @Override
  public <T extends Tensor<T>> T gradB2(T gradOa) {
    return gradOa;
  }

  /**
   * #11, #12: {@math ∂L/∂hˢ}.
   *
   * <pre>{@math
   *   ∂L/∂hˢ = W2ᵀ·∂L/∂oᵃ      [h]    from ∂oᵃₖ/∂hˢⱼ = W2ₖⱼ, summed over the paths k
   * }</pre>
   */
  @Override
  public <T extends Tensor<T>> T gradHs(T w2, T gradOa) {
    return w2.transpose().matmul(gradOa);
  }

  /**
   * #15, #16: {@math ∂L/∂W1}.
   *
   * <pre>{@math
   *   ∂L/∂W1 = ∂L/∂hᵃ ⊗ x      [h×d]  from ∂hᵃⱼ/∂W1ⱼᵢ = xᵢ
   * }</pre>
   */
  @Override
  public <T extends Tensor<T>> T gradW1(T gradHa, T x) {
    return gradHa.outer(x);
  }

  /**
   * #15, #16: {@math ∂L/∂b1}.
   *
   * <pre>{@math
   *   ∂L/∂b1 = ∂L/∂hᵃ          [h]    from ∂hᵃⱼ/∂b1ⱼ = 1
   * }</pre>
   */
  @Override
  public <T extends Tensor<T>> T gradB1(T gradHa) {
    return gradHa;
  }

  /**
   * #17: {@math ∂L/∂x}.
   *
   * <pre>{@math
   *   ∂L/∂x = W1ᵀ·∂L/∂hᵃ       [d]    from ∂hᵃⱼ/∂xᵢ = W1ⱼᵢ, summed over the paths j
   * }</pre>
   */
  @Override
  public <T extends Tensor<T>> T gradX(T w1, T gradHa) {
    return w1.transpose().matmul(gradHa);
  }
}
