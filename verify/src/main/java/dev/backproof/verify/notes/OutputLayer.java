package dev.backproof.verify.notes;

import static dev.backproof.core.Elementary.LOG;
import static dev.backproof.core.Elementary.RECT;
import static dev.backproof.verify.notes.NetworkFormulas.affineByIndex;
import static dev.backproof.verify.notes.NetworkFormulas.oneHot;
import static dev.backproof.verify.notes.NetworkFormulas.products;
import static dev.backproof.verify.notes.NetworkFormulas.textbookLogSumExp;
import static dev.backproof.verify.notes.NetworkFormulas.textbookSoftmax;

import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Activations;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.OneExample;
import java.util.List;

/**
 * The forward pass, the loss and the gradients of the output layer (claims 2.1 to 2.4 and 2.7 to
 * 2.10).
 */
final class OutputLayer {
  private static final OneExample HAND = OneExample.EQUATIONS;
  private static final List<Operand> LOGITS = List.of(Operand.OA);
  private static final List<Operand> LOGITS_AND_LABEL = List.of(Operand.OA, Operand.LABEL);

  private OutputLayer() {}

  static List<Claim> forward() {
    return List.of(
        new Claim(
            "2.1",
            "hᵃ = b1 + W1·x, hˢ = rect(hᵃ)",
            List.of(identity("matrix = index", OutputLayer::hsMatrix, OutputLayer::hsIndex))),
        new Claim(
            "2.2",
            "oᵃ = b2 + W2·hˢ",
            List.of(identity("matrix = index", OutputLayer::oaMatrix, OutputLayer::oaIndex))),
        new Claim(
            "2.3",
            "oˢ = softmax(oᵃ) is positive and sums to 1",
            List.of(
                logits("positive", OutputLayer::osPositive, OutputLayer::allTrue),
                logits("sums to 1", OutputLayer::osSum, OutputLayer::one),
                logits(
                    "stable = definition", Functions::softmax, NetworkFormulas::textbookSoftmax))),
        new Claim(
            "2.4",
            "−log oˢ_y = log Σ exp(oᵃₖ) − oᵃ_y",
            List.of(
                new Statement.Identity(
                    "statement",
                    LOGITS_AND_LABEL,
                    Formula.of(OutputLayer::minusLogOs),
                    Formula.of(OutputLayer::logSumMinusOa)),
                new Statement.Identity(
                    "stable = definition",
                    LOGITS_AND_LABEL,
                    Formula.of(NetworkFormulas::lossOfLogits),
                    Formula.of(OutputLayer::logSumMinusOa)))));
  }

  static List<Claim> gradients() {
    return List.of(
        new Claim(
            "2.7",
            "∂L/∂oᵃ = oˢ − onehot(y)",
            List.of(
                byOa(
                    "matrix, from log Σ exp − oᵃ_y",
                    NetworkFormulas::lossOfLogits,
                    OutputLayer::gradOa),
                byOa("matrix, from −log oˢ_y", OutputLayer::minusLogOs, OutputLayer::gradOa),
                byOa(
                    "index, by cases", NetworkFormulas::lossOfLogits, OutputLayer::gradOaByCases))),
        new Claim(
            "2.8",
            "grad_oa = os − eye(m)[y−1]",
            List.of(
                GradientStatements.local(
                    "NumPy, labels from 1",
                    List.of(Operand.OA, Operand.LABEL_FROM_1),
                    Formula.of(OutputLayer::lossFrom1),
                    Formula.of(OutputLayer::gradOaFrom1)))),
        new Claim(
            "2.9",
            "∂L/∂W2ₖⱼ = (oˢₖ − δₖᵧ)hˢⱼ, ∂L/∂b2ₖ = oˢₖ − δₖᵧ",
            List.of(
                local("index, W2 alone", Operand.W2, OutputLayer::byW2, OutputLayer::gradW2Index),
                GradientStatements.endToEnd(
                    "index, W2 end to end", 2, OutputLayer::gradW2IndexOfAll),
                GradientStatements.endToEnd(
                    "index, b2 end to end", 3, OutputLayer::gradB2IndexOfAll))),
        new Claim(
            "2.10",
            "∂L/∂W2 = ∂L/∂oᵃ·(hˢ)ᵀ, ∂L/∂b2 = ∂L/∂oᵃ",
            List.of(
                local("matrix, W2 alone", Operand.W2, OutputLayer::byW2, OutputLayer::gradW2),
                local("matrix, b2 alone", Operand.B2, OutputLayer::byB2, OutputLayer::gradB2),
                GradientStatements.endToEnd("matrix, W2 end to end", 2, NetworkFormulas::gradW2),
                GradientStatements.endToEnd("matrix, b2 end to end", 3, NetworkFormulas::gradB2))));
  }

  private static Statement identity(String label, Formula.OfList left, Formula.OfList right) {
    return new Statement.Identity(
        label, NetworkFormulas.EXAMPLE, Formula.ofList(left), Formula.ofList(right));
  }

  private static Statement logits(String label, Formula.Of1 left, Formula.Of1 right) {
    return new Statement.Identity(label, LOGITS, Formula.of(left), Formula.of(right));
  }

  private static Statement byOa(String label, Formula.Of2 function, Formula.Of2 right) {
    return GradientStatements.local(
        label, LOGITS_AND_LABEL, Formula.of(function), Formula.of(right));
  }

  /**
   * One layer with an upstream gradient: differentiated by its first operand, the others are hˢ and
   * ∂L/∂oᵃ.
   */
  private static Statement local(
      String label, Operand by, Formula.Of3 function, Formula.Of3 right) {
    return GradientStatements.local(
        label, List.of(by, Operand.HS, Operand.GRAD_OA), Formula.of(function), Formula.of(right));
  }

  private static <T extends Tensor<T>> Activations<T> activations(List<T> in) {
    return Network.NOTES.forward(Parameters.of(in), in.get(NetworkFormulas.EXAMPLE_X));
  }

  private static <T extends Tensor<T>> T hsMatrix(List<T> in) {
    return activations(in).hs();
  }

  private static <T extends Tensor<T>> T hsIndex(List<T> in) {
    T ha = affineByIndex(in.get(0), in.get(1), in.get(NetworkFormulas.EXAMPLE_X));
    return ha.times(ha.greater(ha.zero()));
  }

  private static <T extends Tensor<T>> T oaMatrix(List<T> in) {
    return activations(in).oa();
  }

  private static <T extends Tensor<T>> T oaIndex(List<T> in) {
    return affineByIndex(in.get(2), in.get(3), hsIndex(in));
  }

  private static <T extends Tensor<T>> T osPositive(T oa) {
    return Functions.softmax(oa).greater(oa.zero());
  }

  private static <T extends Tensor<T>> T allTrue(T oa) {
    return oa.one().broadcastTo(oa.shape());
  }

  private static <T extends Tensor<T>> T osSum(T oa) {
    return Functions.softmax(oa).sum(-1);
  }

  private static <T extends Tensor<T>> T one(T oa) {
    return oa.one();
  }

  private static <T extends Tensor<T>> T minusLogOs(T oa, T y) {
    return textbookSoftmax(oa).times(oneHot(y, oa)).sum(-1).map(LOG).negate();
  }

  private static <T extends Tensor<T>> T logSumMinusOa(T oa, T y) {
    return textbookLogSumExp(oa).minus(oa.times(oneHot(y, oa)).sum(-1));
  }

  private static <T extends Tensor<T>> T gradOa(T oa, T y) {
    return HAND.gradOa(Functions.softmax(oa), oneHot(y, oa));
  }

  /** For k ≠ y: oˢₖ; for k = y: oˢ_y − 1. */
  private static <T extends Tensor<T>> T gradOaByCases(T oa, T y) {
    T os = textbookSoftmax(oa);
    return oneHot(y, oa).where(os.minus(oa.one()), os);
  }

  private static <T extends Tensor<T>> T lossFrom1(T oa, T y) {
    return NetworkFormulas.lossOfLogits(oa, y.minus(y.one()));
  }

  private static <T extends Tensor<T>> T gradOaFrom1(T oa, T y) {
    return gradOa(oa, y.minus(y.one()));
  }

  private static <T extends Tensor<T>> T byW2(T w2, T hs, T g) {
    return w2.matmul(hs).dot(g);
  }

  private static <T extends Tensor<T>> T byB2(T b2, T hs, T g) {
    return b2.dot(g);
  }

  private static <T extends Tensor<T>> T gradW2(T w2, T hs, T g) {
    return HAND.gradW2(g, hs);
  }

  private static <T extends Tensor<T>> T gradB2(T b2, T hs, T g) {
    return HAND.gradB2(g);
  }

  private static <T extends Tensor<T>> T gradW2Index(T w2, T hs, T g) {
    return products(g, hs);
  }

  private static <T extends Tensor<T>> T gradB2IndexOfAll(List<T> in) {
    return gradOaByCases(oaIndex(in), in.get(NetworkFormulas.EXAMPLE_X + 1));
  }

  private static <T extends Tensor<T>> T gradW2IndexOfAll(List<T> in) {
    T ha = affineByIndex(in.get(0), in.get(1), in.get(NetworkFormulas.EXAMPLE_X));
    return products(gradB2IndexOfAll(in), ha.map(RECT));
  }
}
