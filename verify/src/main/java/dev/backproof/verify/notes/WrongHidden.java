package dev.backproof.verify.notes;

import static dev.backproof.core.Elementary.RECT;
import static dev.backproof.verify.notes.NetworkFormulas.EXAMPLE_X;
import static dev.backproof.verify.notes.NetworkFormulas.affineByIndex;
import static dev.backproof.verify.notes.NetworkFormulas.oneHot;
import static dev.backproof.verify.notes.NetworkFormulas.textbookSoftmax;
import static dev.backproof.verify.notes.NetworkFormulas.weightedRows;

import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Wrong versions about the hidden layer and the example: r16 to r24. */
final class WrongHidden {

  private WrongHidden() {}

  static List<WrongClaim> all() {
    return List.of(
        WrongClaim.of(
                "r16",
                "∂L/∂hˢ = W2ᵀ·oˢ",
                "row y of W2 is dropped, which comes from −oᵃ_y",
                "2.12",
                "matrix",
                Formula.of(WrongHidden::withoutRow))
            .insteadOf("∂L/∂hˢ = W2ᵀ·oˢ − (row y of W2)ᵀ"),
        WrongClaim.of(
                "r17",
                "∂L/∂hˢ = W2·∂L/∂oᵃ",
                "the transpose is missing: the gradient goes back through W2ᵀ",
                "2.12",
                "matrix, alone",
                Formula.of(WrongHidden::w2WithoutTranspose))
            .insteadOf("∂L/∂hˢ = W2ᵀ·∂L/∂oᵃ"),
        WrongClaim.of(
            "r18",
            "∂L/∂hˢⱼ = Σₖ (oˢₖW2ₖⱼ − W2ᵧⱼ)",
            "the term outside the sum has moved inside, and is taken away m times",
            "2.11",
            "index",
            Formula.of(WrongHidden::rowInsideSum)),
        WrongClaim.of(
                "r19",
                "∂L/∂hᵃ = ∂L/∂hˢ ⊙ [hˢ ≥ 0]",
                "the mask is always 1: hˢ = rect(hᵃ) is never negative",
                "2.13",
                "index",
                Formula.of(WrongHidden::maskOfAll))
            .insteadOf("∂L/∂hᵃ = ∂L/∂hˢ ⊙ [hᵃ > 0]"),
        WrongClaim.of(
                "r20",
                "∂L/∂hᵃ = ∂L/∂hˢ ⊙ hˢ",
                "the activation itself stands where its derivative belongs",
                "2.13",
                "index",
                Formula.of(WrongHidden::rectForSlope))
            .insteadOf("∂L/∂hᵃ = ∂L/∂hˢ ⊙ [hᵃ > 0]"),
        // The index i is free and bound, over 1..d and over 1..m: there is no such formula. Read as
        // einsum reads it, where an index of the result is not summed over, it is the one below.
        WrongClaim.of(
                "r21",
                "∂L/∂W1ⱼᵢ = (Σᵢ oˢᵢW2ᵢⱼ − W2ᵧⱼ)[hᵃⱼ > 0]·xᵢ",
                "index capture: i is summed over the classes and names an input at the same time",
                "2.15",
                "index, W1 end to end",
                Formula.ofList(WrongHidden::captured))
            .insteadOf("∂L/∂W1ⱼᵢ = (Σₖ oˢₖW2ₖⱼ − W2ᵧⱼ)[hᵃⱼ > 0]·xᵢ"),
        WrongClaim.of(
                "r22",
                "∂L/∂b1 = ∂L/∂hˢ",
                "the indicator is dropped: the way to b1 leads through rect",
                "2.16",
                "matrix, b1 end to end",
                Formula.ofList(WrongHidden::withoutIndicator))
            .insteadOf("∂L/∂b1 = ∂L/∂hᵃ"),
        WrongClaim.of(
            "r23",
            "∂L/∂x = W1·∂L/∂hᵃ",
            "the transpose is missing: the gradient goes back through W1ᵀ",
            "2.17",
            "matrix, alone",
            Formula.of(WrongHidden::w1WithoutTranspose)),
        WrongClaim.of(
                "r24",
                "∂L/∂x_l = ∂L/∂hᵃ_l·W1_ll",
                "the sum is dropped: x_l reaches every hidden unit, not only unit l",
                "2.17",
                "matrix, alone",
                Formula.of(WrongHidden::diagonal))
            .insteadOf("∂L/∂x_l = Σⱼ ∂L/∂hᵃⱼ·W1ⱼ_l"));
  }

  private static <T extends Tensor<T>> T oaOf(T hs, T w2, T b2) {
    return affineByIndex(w2, b2, hs);
  }

  private static <T extends Tensor<T>> T gradOa(T hs, T w2, T b2, T y) {
    T oa = oaOf(hs, w2, b2);
    return textbookSoftmax(oa).minus(oneHot(y, oa));
  }

  private static <T extends Tensor<T>> T withoutRow(T hs, T w2, T b2, T y) {
    return w2.transpose().matmul(textbookSoftmax(oaOf(hs, w2, b2)));
  }

  private static <T extends Tensor<T>> T w2WithoutTranspose(T hs, T w2, T g) {
    return w2.matmul(g);
  }

  private static <T extends Tensor<T>> T rowInsideSum(T hs, T w2, T b2, T y) {
    T oa = oaOf(hs, w2, b2);
    T row = weightedRows(oneHot(y, oa), w2);
    return textbookSoftmax(oa).insertAxis(1).times(w2).minus(row).sum(0);
  }

  private static <T extends Tensor<T>> T maskOfAll(T ha, T w2, T b2, T y) {
    T hs = ha.map(RECT);
    return weightedRows(gradOa(hs, w2, b2, y), w2).times(hs.atLeast(ha.zero()));
  }

  private static <T extends Tensor<T>> T rectForSlope(T ha, T w2, T b2, T y) {
    T hs = ha.map(RECT);
    return weightedRows(gradOa(hs, w2, b2, y), w2).times(hs);
  }

  private static <T extends Tensor<T>> T ha(List<T> in) {
    return affineByIndex(in.get(0), in.get(1), in.get(EXAMPLE_X));
  }

  private static <T extends Tensor<T>> T captured(List<T> in) {
    T ha = ha(in);
    T w2 = in.get(2);
    T oa = oaOf(ha.map(RECT), w2, in.get(3));
    T row = weightedRows(oneHot(in.get(EXAMPLE_X + 1), oa), w2).insertAxis(1);
    T entries = textbookSoftmax(oa).times(w2.transpose()).minus(row);
    return entries.times(ha.greater(ha.zero()).insertAxis(1)).times(in.get(EXAMPLE_X));
  }

  private static <T extends Tensor<T>> T withoutIndicator(List<T> in) {
    T hs = ha(in).map(RECT);
    return weightedRows(gradOa(hs, in.get(2), in.get(3), in.get(EXAMPLE_X + 1)), in.get(2));
  }

  private static <T extends Tensor<T>> T w1WithoutTranspose(T x, T w1, T g) {
    return w1.matmul(g);
  }

  private static <T extends Tensor<T>> T diagonal(T x, T w1, T g) {
    List<T> entries = new ArrayList<>();
    for (int l = 0; l < x.shape().size(0).number(); l++) {
      entries.add(w1.slice(0, l, l + 1).slice(1, l, l + 1).sum(1));
    }
    return g.times(entries.get(0).concatenate(0, entries.subList(1, entries.size())));
  }
}
