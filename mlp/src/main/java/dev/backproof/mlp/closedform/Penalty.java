package dev.backproof.mlp.closedform;

import dev.backproof.core.Elementary;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.DeepElasticNet;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.ElasticNet;
import dev.backproof.mlp.Layer;
import dev.backproof.mlp.Parameters;
import java.util.ArrayList;
import java.util.List;

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

  /** The same for a network of any depth. */
  public static <T extends Tensor<T>> DeepParameters<T> add(
      DeepParameters<T> gradient, DeepElasticNet<T> net, DeepParameters<T> p) {
    List<Layer<T>> layers = new ArrayList<>();
    for (Layer<T> slope : gradient.layers()) {
      T w = p.layers().get(layers.size()).w();
      layers.add(new Layer<>(slope.w().plus(gradWeights(net.l1(), net.l2(), w)), slope.b()));
    }
    return new DeepParameters<>(layers);
  }
}
