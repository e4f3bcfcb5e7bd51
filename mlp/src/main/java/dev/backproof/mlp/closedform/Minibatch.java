package dev.backproof.mlp.closedform;

import dev.backproof.core.Size;
import dev.backproof.core.Tensor;

/**
 * The gradients of the mean loss of n examples, derived by hand (claim 3.2): the equations of
 * {@link OneExample} with an example a row.
 *
 * <p>The division by n stands in the first equation, from where it reaches all others.
 */
public final class Minibatch implements ClosedForm {
  /** The equations. */
  public static final Minibatch EQUATIONS = new Minibatch();

  private Minibatch() {}

  /**
   * {@math ∂L̄/∂OA} of {@math L̄ = 1/n·Σᵣ(log Σₖ exp(OAᵣₖ) − Σₖ targetᵣₖ·OAᵣₖ)}.
   *
   * <pre>{@math
   *   ∂L̄/∂OA = (OS − target)/n   [n×m]  #7 in each row
   * }</pre>
   */
  @Override
  public <T extends Tensor<T>> T gradOa(T os, T target) {
    Size n = os.shape().size(0);
    if (n.equals(Size.of(0))) {
      throw new IllegalArgumentException(
          "minibatch: " + os.shape() + " has no example; a mean of nothing has no value");
    }
    return os.minus(target).div(os.size(n));
  }

  /**
   * {@math ∂L̄/∂W2}.
   *
   * <pre>{@math
   *   ∂L̄/∂W2 = (∂L̄/∂OA)ᵀ·HS      [m×h]  Σ over rows of #10
   * }</pre>
   */
  @Override
  public <T extends Tensor<T>> T gradW2(T gradOa, T hs) {
    return gradOa.transpose().matmul(hs);
  }

  /**
   * {@math ∂L̄/∂b2}.
   *
   * <pre>{@math
   *   ∂L̄/∂b2 = Σᵣ ∂L̄/∂OAᵣ        [m]    Σ over rows of #10
   * }</pre>
   */
  @Override
  public <T extends Tensor<T>> T gradB2(T gradOa) {
    return gradOa.sum(0);
  }

  /**
   * {@math ∂L̄/∂HS}.
   *
   * <pre>{@math
   *   ∂L̄/∂HS = ∂L̄/∂OA·W2         [n×h]  #12 in each row
   * }</pre>
   */
  @Override
  public <T extends Tensor<T>> T gradHs(T w2, T gradOa) {
    return gradOa.matmul(w2);
  }

  /**
   * {@math ∂L̄/∂W1}.
   *
   * <pre>{@math
   *   ∂L̄/∂W1 = (∂L̄/∂HA)ᵀ·X       [h×d]  Σ over rows of #16
   * }</pre>
   */
  @Override
  public <T extends Tensor<T>> T gradW1(T gradHa, T x) {
    return gradHa.transpose().matmul(x);
  }

  /**
   * {@math ∂L̄/∂b1}.
   *
   * <pre>{@math
   *   ∂L̄/∂b1 = Σᵣ ∂L̄/∂HAᵣ        [h]    Σ over rows of #16
   * }</pre>
   */
  @Override
  public <T extends Tensor<T>> T gradB1(T gradHa) {
    return gradHa.sum(0);
  }

  /**
   * {@math ∂L̄/∂X}.
   *
   * <pre>{@math
   *   ∂L̄/∂X = ∂L̄/∂HA·W1          [n×d]  #17 in each row
   * }</pre>
   */
  @Override
  public <T extends Tensor<T>> T gradX(T w1, T gradHa) {
    return gradHa.matmul(w1);
  }
}
