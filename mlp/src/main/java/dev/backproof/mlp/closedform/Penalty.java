package dev.backproof.mlp.closedform;

import dev.backproof.core.Elementary;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.ElasticNet;
import dev.backproof.mlp.Parameters;

/** The gradient of the penalty, derived by hand: the notes' #18. */
public final class Penalty {
  private Penalty() {}

  /**
   * #18: the gradient of {@math λ1·‖W‖₁ + λ2·‖W‖₂²} in one layer's weights.
   *
   * <pre>{@math
   *   ∂𝓛/∂W = λ1·sign(W) + 2·λ2·W     of the shape of W, from |w|′ = sign w and (w²)′ = 2w
   * }</pre>
   */
  public static <T extends Tensor<T>> T gradWeights(T l1, T l2, T w) {
    return l1.times(w.map(Elementary.SIGN)).plus(w.constant(2).times(l2).times(w));
  }

  /**
   * A gradient of the loss with that of the penalty added; the biases' stay as they are (∂𝓛/∂b =
   * 0).
   */
  public static <T extends Tensor<T>> Parameters<T> add(
      Parameters<T> gradient, ElasticNet<T> net, Parameters<T> p) {
    return new Parameters<>(
        gradient.w1().plus(gradWeights(net.l11(), net.l12(), p.w1())),
        gradient.b1(),
        gradient.w2().plus(gradWeights(net.l21(), net.l22(), p.w2())),
        gradient.b2());
  }
}
