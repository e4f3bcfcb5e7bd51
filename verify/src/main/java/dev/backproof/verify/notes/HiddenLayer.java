package dev.backproof.verify.notes;

import static dev.backproof.core.Elementary.RECT;
import static dev.backproof.verify.notes.NetworkFormulas.gradHaByIndex;
import static dev.backproof.verify.notes.NetworkFormulas.oneHot;
import static dev.backproof.verify.notes.NetworkFormulas.products;
import static dev.backproof.verify.notes.NetworkFormulas.textbookSoftmax;
import static dev.backproof.verify.notes.NetworkFormulas.weightedRows;

import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.closedform.OneExample;
import java.util.List;

/** The gradients of the hidden layer and of the example (claims 2.11 to 2.17). */
final class HiddenLayer {
  private static final OneExample HAND = OneExample.EQUATIONS;
  private static final List<Operand> FROM_HS =
      List.of(Operand.HS, Operand.W2, Operand.B2, Operand.LABEL);
  private static final List<Operand> FROM_HA =
      List.of(Operand.HA, Operand.W2, Operand.B2, Operand.LABEL);

  private HiddenLayer() {}

  static List<Claim> claims() {
    return List.of(
        new Claim(
            "2.11",
            "∂L/∂hˢⱼ = Σₖ oˢₖW2ₖⱼ − W2ᵧⱼ",
            List.of(
                GradientStatements.local(
                    "index",
                    FROM_HS,
                    Formula.of(HiddenLayer::lossFromHs),
                    Formula.of(HiddenLayer::gradHsIndex)),
                upstream("index, alone", HiddenLayer::gradHsUpstreamIndex))),
        new Claim(
            "2.12",
            "∂L/∂hˢ = W2ᵀ·(oˢ − onehot(y)) = W2ᵀ·oˢ − (row y of W2)ᵀ",
            List.of(
                GradientStatements.local(
                    "matrix",
                    FROM_HS,
                    Formula.of(HiddenLayer::lossFromHs),
                    Formula.of(HiddenLayer::gradHsMatrix)),
                upstream("matrix, alone", HiddenLayer::gradHsUpstream),
                new Statement.Identity(
                    "both matrix forms",
                    FROM_HS,
                    Formula.of(HiddenLayer::gradHsMatrix),
                    Formula.of(HiddenLayer::gradHsRow)),
                new Statement.Identity(
                    "matrix = index",
                    FROM_HS,
                    Formula.of(HiddenLayer::gradHsMatrix),
                    Formula.of(HiddenLayer::gradHsIndex)))),
        new Claim(
            "2.13",
            "∂L/∂hᵃⱼ = (Σₖ oˢₖW2ₖⱼ − W2ᵧⱼ)·[hᵃⱼ > 0]",
            List.of(
                GradientStatements.kinked(
                    "index",
                    FROM_HA,
                    Formula.of(HiddenLayer::lossFromHa),
                    Formula.of(HiddenLayer::gradHaIndex)))),
        new Claim(
            "2.14",
            "∂L/∂hᵃ = ∂L/∂hˢ ⊙ [hᵃ > 0]",
            List.of(
                rect("matrix, alone", HiddenLayer::gradHa),
                rect("NumPy, with the mask of hˢ", HiddenLayer::gradHaByHs),
                new Statement.Identity(
                    "[rect(z) > 0] = [z > 0]",
                    List.of(Operand.HA),
                    Formula.of(HiddenLayer::maskOfHs),
                    Formula.of(HiddenLayer::maskOfHa),
                    GradientStatements.AT_ZERO))),
        new Claim(
            "2.15",
            "∂L/∂W1ⱼᵢ = ∂L/∂hᵃⱼ·xᵢ, ∂L/∂b1ⱼ = ∂L/∂hᵃⱼ",
            List.of(
                layer("index, W1 alone", Operand.W1, HiddenLayer::byW1, HiddenLayer::gradW1Index),
                GradientStatements.endToEnd(
                    "index, W1 end to end", 0, HiddenLayer::gradW1IndexOfAll),
                GradientStatements.endToEnd(
                    "index, b1 end to end", 1, NetworkFormulas::gradHaByIndex))),
        new Claim(
            "2.16",
            "∂L/∂W1 = ∂L/∂hᵃ·xᵀ, ∂L/∂b1 = ∂L/∂hᵃ",
            List.of(
                layer("matrix, W1 alone", Operand.W1, HiddenLayer::byW1, HiddenLayer::gradW1),
                layer("matrix, b1 alone", Operand.B1, HiddenLayer::byB1, HiddenLayer::gradB1),
                GradientStatements.endToEnd("matrix, W1 end to end", 0, NetworkFormulas::gradW1),
                GradientStatements.endToEnd("matrix, b1 end to end", 1, NetworkFormulas::gradB1))),
        new Claim(
            "2.17",
            "∂L/∂x = W1ᵀ·∂L/∂hᵃ",
            List.of(
                GradientStatements.local(
                    "matrix, alone",
                    List.of(Operand.X, Operand.W1, Operand.GRAD_HA),
                    Formula.of(HiddenLayer::byX),
                    Formula.of(HiddenLayer::gradX)),
                GradientStatements.endToEnd(
                    "index, end to end", NetworkFormulas.EXAMPLE_X, HiddenLayer::gradXIndexOfAll),
                GradientStatements.endToEnd(
                    "matrix, end to end", NetworkFormulas.EXAMPLE_X, NetworkFormulas::gradX))));
  }

  private static Statement upstream(String label, Formula.Of3 right) {
    return GradientStatements.local(
        label,
        List.of(Operand.HS, Operand.W2, Operand.GRAD_OA),
        Formula.of(HiddenLayer::byHs),
        Formula.of(right));
  }

  private static Statement rect(String label, Formula.Of2 right) {
    return GradientStatements.kinked(
        label,
        List.of(Operand.HA, Operand.GRAD_HS),
        Formula.of(HiddenLayer::byHa),
        Formula.of(right));
  }

  private static Statement layer(
      String label, Operand by, Formula.Of3 function, Formula.Of3 right) {
    return GradientStatements.local(
        label, List.of(by, Operand.X, Operand.GRAD_HA), Formula.of(function), Formula.of(right));
  }

  private static <T extends Tensor<T>> T lossFromHs(T hs, T w2, T b2, T y) {
    return NetworkFormulas.lossOfLogits(Network.affine(w2, b2, hs), y);
  }

  private static <T extends Tensor<T>> T lossFromHa(T ha, T w2, T b2, T y) {
    return lossFromHs(ha.map(RECT), w2, b2, y);
  }

  private static <T extends Tensor<T>> T byHs(T hs, T w2, T g) {
    return w2.matmul(hs).dot(g);
  }

  private static <T extends Tensor<T>> T byHa(T ha, T g) {
    return ha.map(RECT).dot(g);
  }

  private static <T extends Tensor<T>> T byW1(T w1, T x, T g) {
    return w1.matmul(x).dot(g);
  }

  private static <T extends Tensor<T>> T byB1(T b1, T x, T g) {
    return b1.dot(g);
  }

  private static <T extends Tensor<T>> T byX(T x, T w1, T g) {
    return w1.matmul(x).dot(g);
  }

  /** Σₖ oˢₖW2ₖⱼ − W2ᵧⱼ from the logits. */
  private static <T extends Tensor<T>> T gradHsByIndex(T oa, T w2, T y) {
    return weightedRows(textbookSoftmax(oa), w2).minus(weightedRows(oneHot(y, oa), w2));
  }

  /** (Σₖ oˢₖW2ₖⱼ − W2ᵧⱼ)·[hᵃⱼ &gt; 0] from both preactivations. */
  static <T extends Tensor<T>> T gradHaByIndexOf(T ha, T oa, T w2, T y) {
    return gradHsByIndex(oa, w2, y).times(ha.greater(ha.zero()));
  }

  private static <T extends Tensor<T>> T gradHsIndex(T hs, T w2, T b2, T y) {
    return gradHsByIndex(NetworkFormulas.affineByIndex(w2, b2, hs), w2, y);
  }

  private static <T extends Tensor<T>> T gradHaIndex(T ha, T w2, T b2, T y) {
    T oa = NetworkFormulas.affineByIndex(w2, b2, ha.map(RECT));
    return gradHaByIndexOf(ha, oa, w2, y);
  }

  private static <T extends Tensor<T>> T gradHsUpstreamIndex(T hs, T w2, T g) {
    return weightedRows(g, w2);
  }

  private static <T extends Tensor<T>> T gradHsUpstream(T hs, T w2, T g) {
    return HAND.gradHs(w2, g);
  }

  private static <T extends Tensor<T>> T gradHsMatrix(T hs, T w2, T b2, T y) {
    T oa = Network.affine(w2, b2, hs);
    return HAND.gradHs(w2, HAND.gradOa(Functions.softmax(oa), oneHot(y, oa)));
  }

  private static <T extends Tensor<T>> T gradHsRow(T hs, T w2, T b2, T y) {
    T oa = Network.affine(w2, b2, hs);
    T row = oneHot(y, oa).matmul(w2);
    return w2.transpose().matmul(Functions.softmax(oa)).minus(row);
  }

  private static <T extends Tensor<T>> T gradHa(T ha, T g) {
    return HAND.gradHa(RECT, g, ha, ha.map(RECT));
  }

  private static <T extends Tensor<T>> T gradHaByHs(T ha, T g) {
    return g.times(maskOfHs(ha));
  }

  private static <T extends Tensor<T>> T maskOfHs(T ha) {
    return ha.map(RECT).greater(ha.zero());
  }

  private static <T extends Tensor<T>> T maskOfHa(T ha) {
    return ha.greater(ha.zero());
  }

  private static <T extends Tensor<T>> T gradW1(T w1, T x, T g) {
    return HAND.gradW1(g, x);
  }

  private static <T extends Tensor<T>> T gradB1(T b1, T x, T g) {
    return HAND.gradB1(g);
  }

  private static <T extends Tensor<T>> T gradW1Index(T w1, T x, T g) {
    return products(g, x);
  }

  private static <T extends Tensor<T>> T gradX(T x, T w1, T g) {
    return HAND.gradX(w1, g);
  }

  private static <T extends Tensor<T>> T gradW1IndexOfAll(List<T> in) {
    return products(gradHaByIndex(in), in.get(NetworkFormulas.EXAMPLE_X));
  }

  private static <T extends Tensor<T>> T gradXIndexOfAll(List<T> in) {
    return weightedRows(gradHaByIndex(in), in.get(0));
  }
}
