package dev.backproof.verify.notes;

import static dev.backproof.core.Elementary.EXP;
import static dev.backproof.core.Elementary.LOG;
import static dev.backproof.core.Elementary.RECT;

import dev.backproof.core.Functions;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.ClosedForm;
import dev.backproof.mlp.closedform.LayerGradients;
import java.util.List;

/**
 * What the claims about the network differentiate: its loss, from the parameters, an example and a
 * label in a list, and the index forms of its parts.
 *
 * <p>The loss is that of {@link Network}; the index forms are written entry by entry, without
 * matrix products.
 */
final class NetworkFormulas {
  /** What a statement about the whole network takes, in order. */
  static final List<Operand> EXAMPLE =
      List.of(Operand.W1, Operand.B1, Operand.W2, Operand.B2, Operand.X, Operand.LABEL);

  /** The place of the example among them. */
  static final int EXAMPLE_X = 4;

  private NetworkFormulas() {}

  /**
   * What the example is compared with: labels as one-hot vectors; a distribution, of the rank of x,
   * as it is.
   */
  private static <T extends Tensor<T>> T target(List<T> in) {
    T y = in.get(EXAMPLE_X + 1);
    boolean distribution = y.shape().rank() == in.get(EXAMPLE_X).shape().rank();
    return distribution ? y : Network.target(Parameters.of(in), y);
  }

  /** The loss of one example or of a minibatch. */
  static <T extends Tensor<T>> T loss(List<T> in) {
    return Network.NOTES.lossFromTarget(Parameters.of(in), in.get(EXAMPLE_X), target(in));
  }

  /** The hidden preactivation. */
  static <T extends Tensor<T>> T ha(List<T> in) {
    return Network.NOTES.forward(Parameters.of(in), in.get(EXAMPLE_X)).ha();
  }

  /** The gradients of the loss as the closed form has them. */
  static <T extends Tensor<T>> LayerGradients<T> closedForm(List<T> in) {
    T x = in.get(EXAMPLE_X);
    return ClosedForm.of(x).gradients(Network.NOTES, Parameters.of(in), x, target(in));
  }

  /** ∂L/∂W1 by the closed form. */
  static <T extends Tensor<T>> T gradW1(List<T> in) {
    return closedForm(in).parameters().w1();
  }

  /** ∂L/∂b1 by the closed form. */
  static <T extends Tensor<T>> T gradB1(List<T> in) {
    return closedForm(in).parameters().b1();
  }

  /** ∂L/∂W2 by the closed form. */
  static <T extends Tensor<T>> T gradW2(List<T> in) {
    return closedForm(in).parameters().w2();
  }

  /** ∂L/∂b2 by the closed form. */
  static <T extends Tensor<T>> T gradB2(List<T> in) {
    return closedForm(in).parameters().b2();
  }

  /** ∂L/∂x by the closed form. */
  static <T extends Tensor<T>> T gradX(List<T> in) {
    return ClosedForm.of(in.get(EXAMPLE_X)).gradX(in.get(0), closedForm(in).gradHa());
  }

  /** The one-hot vector of the label among as many classes as {@code likeOa} has entries. */
  static <T extends Tensor<T>> T oneHot(T y, T likeOa) {
    return y.oneHot(likeOa.shape().last());
  }

  /** The cross-entropy of logits and a label, log Σ exp(oᵃₖ) − oᵃ_y, in the stable form. */
  static <T extends Tensor<T>> T lossOfLogits(T oa, T y) {
    return Functions.crossEntropyFromLogits(oa, oneHot(y, oa));
  }

  /** softmax as the notes define it, exp(oᵃₖ)/Σ exp(oᵃ_q), along the last axis. */
  static <T extends Tensor<T>> T textbookSoftmax(T oa) {
    T e = oa.map(EXP);
    return e.div(e.sumKeepingAxis(-1));
  }

  /** log Σ exp(oᵃₖ) as it stands, along the last axis. */
  static <T extends Tensor<T>> T textbookLogSumExp(T oa) {
    return oa.map(EXP).sum(-1).map(LOG);
  }

  /** bⱼ + Σᵢ Wⱼᵢxᵢ, entry by entry. */
  static <T extends Tensor<T>> T affineByIndex(T w, T b, T x) {
    return b.plus(w.times(x.insertAxis(0)).sum(1));
  }

  /** Σₖ gₖ·Wₖⱼ, entry by entry. */
  static <T extends Tensor<T>> T weightedRows(T g, T w) {
    return g.insertAxis(1).times(w).sum(0);
  }

  /** aⱼ·bᵢ, entry by entry. */
  static <T extends Tensor<T>> T products(T a, T b) {
    Size rows = a.shape().last();
    Size columns = b.shape().last();
    return a.expand(1, columns).times(b.expand(0, rows));
  }

  /**
   * What the index form of #15 and #17 starts from: (Σₖ oˢₖW2ₖⱼ − W2_yⱼ)·[hᵃⱼ &gt; 0], end to end.
   */
  static <T extends Tensor<T>> T gradHaByIndex(List<T> in) {
    Parameters<T> p = Parameters.of(in);
    T ha = affineByIndex(p.w1(), p.b1(), in.get(EXAMPLE_X));
    T oa = affineByIndex(p.w2(), p.b2(), ha.map(RECT));
    return HiddenLayer.gradHaByIndexOf(ha, oa, p.w2(), in.get(EXAMPLE_X + 1));
  }
}
