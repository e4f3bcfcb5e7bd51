package dev.backproof.mlp;

import dev.backproof.core.Elementary;
import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;

/**
 * The classifier of the notes: one hidden layer, softmax at the output, cross-entropy as its loss.
 *
 * <pre>{@math
 *   hᵃ = b1 + W1·x      [h]     the notes' #1
 *   hˢ = rect(hᵃ)       [h]
 *   oᵃ = b2 + W2·hˢ     [m]     #2
 *   oˢ = softmax(oᵃ)    [m]     #3
 *   L  = −log oˢ_y      []      #4
 * }</pre>
 *
 * <p>The same methods take one example x [d] with a label y [] and a minibatch X [n×d] with labels
 * y [n], one example a row; the loss of a minibatch is the mean over its rows (#5). Labels count
 * from 0.
 *
 * @param activation the function of the hidden layer; the notes have rect
 */
public record Network(Elementary activation) {
  /** The network of the notes. */
  public static final Network NOTES = new Network(Elementary.RECT);

  /** {@math b + W·x} for one example, {@math X·Wᵀ + b} for a minibatch. */
  public static <T extends Tensor<T>> T affine(T w, T b, T x) {
    return (x.shape().rank() == 1 ? w.matmul(x) : x.matmul(w.transpose())).plus(b);
  }

  /** Everything computed on the way to the logits. */
  public <T extends Tensor<T>> Activations<T> forward(Parameters<T> p, T x) {
    T ha = affine(p.w1(), p.b1(), x);
    T hs = ha.map(activation);
    T oa = affine(p.w2(), p.b2(), hs);
    return new Activations<>(ha, hs, oa);
  }

  /** The labels as rows of the identity, [m] or [n×m]. */
  public static <T extends Tensor<T>> T target(Parameters<T> p, T y) {
    return y.oneHot(p.b2().shape().last());
  }

  /**
   * The mean cross-entropy of the examples, a scalar, from labels.
   *
   * @param y the label, [] or [n], counted from 0
   */
  public <T extends Tensor<T>> T loss(Parameters<T> p, T x, T y) {
    return lossFromTarget(p, x, target(p, y));
  }

  /**
   * The mean cross-entropy of the examples, a scalar, from a distribution over the classes for
   * each.
   *
   * @param target [m] or [n×m]
   */
  public <T extends Tensor<T>> T lossFromTarget(Parameters<T> p, T x, T target) {
    return lossFromTarget(forward(p, x), target);
  }

  /** The same, of a forward pass that has been made. */
  public static <T extends Tensor<T>> T lossFromTarget(Activations<T> forward, T target) {
    return Functions.crossEntropyFromLogits(forward.oa(), target).mean();
  }

  /** The shapes of the parameters for d inputs, h hidden units and m classes. */
  public static Parameters<Shape> shapes(Size d, Size h, Size m) {
    return new Parameters<>(Shape.of(h, d), Shape.of(h), Shape.of(m, h), Shape.of(m));
  }
}
