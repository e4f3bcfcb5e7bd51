package dev.backproof.verify.notes;

import static dev.backproof.verify.notes.NetworkFormulas.oneHot;
import static dev.backproof.verify.notes.NetworkFormulas.textbookLogSumExp;
import static dev.backproof.verify.notes.NetworkFormulas.textbookSoftmax;

import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import java.util.List;

/** Wrong versions about softmax, cross-entropy and the output layer: r10 to r15, r29 and r30. */
final class WrongOutput {
  private static final String BY_OA = "matrix, from log Σ exp − oᵃ_y";

  /** 2.7 with an arbitrary upstream gradient, which makes a scalar of softmax. */
  private static final Statement SOFTMAX =
      GradientStatements.local(
          "upstream",
          List.of(Operand.OA, Operand.GRAD_OS),
          Formula.of(WrongOutput::weightedSoftmax),
          Formula.of(WrongOutput::gradOfSoftmax));

  private static final Statement SCALED =
      identity(
          "softmax",
          Formula.of(WrongOutput::softmaxOfDouble),
          Formula.of(WrongOutput::softmaxOfDoubleAgain));

  private static final Statement LOG_SUM_EXP =
      identity(
          "log Σ exp",
          Formula.of(WrongOutput::logSumExp),
          Formula.of(WrongOutput::stableLogSumExp));

  private WrongOutput() {}

  static List<WrongClaim> gradients() {
    return List.of(
        WrongClaim.of(
                "r10",
                "Σₖ oˢₖ = m",
                "the exponentials are divided by their sum, so what is left is 1, whatever m is",
                "2.3",
                "sums to 1",
                Formula.of(WrongOutput::classes))
            .insteadOf("Σₖ oˢₖ = 1"),
        WrongClaim.of(
            "r11",
            "∂L/∂oᵃ = onehot(y) − oˢ",
            "a sign: the loss has −oᵃ_y, so the −1 is at the label",
            "2.7",
            BY_OA,
            Formula.of(WrongOutput::negative)),
        WrongClaim.of(
            "r12",
            "∂L/∂oᵃ = oˢ",
            "the −1 at k = y is dropped: the loss contains −oᵃ_y as well",
            "2.7",
            BY_OA,
            Formula.of(WrongOutput::withoutLabel)),
        WrongClaim.of(
                "r13",
                "∂oˢₖ/∂oᵃ_q = oˢₖ(1 − oˢₖ)δₖ_q",
                "the other entries are dropped: every oˢₖ depends on every oᵃ_q through the denominator",
                "2.7",
                SOFTMAX,
                Formula.of(WrongOutput::diagonal))
            .insteadOf("∂oˢₖ/∂oᵃ_q = oˢₖ(δₖ_q − oˢ_q)"),
        WrongClaim.of(
                "r14",
                "grad_oa = os − eye(m)[y] with y counted from 1",
                "off by one: rows of eye(m) are counted from 0, labels from 1",
                "2.8",
                "NumPy, labels from 1",
                Formula.of(WrongOutput::offByOne))
            .insteadOf("grad_oa = os − eye(m)[y−1] with y counted from 1"),
        WrongClaim.of(
                "r15",
                "∂L/∂W2 = hˢ·(∂L/∂oᵃ)ᵀ",
                "transposed: a gradient has the shape of the matrix it belongs to",
                "2.10",
                "matrix, W2 alone",
                Formula.of(WrongOutput::transposed))
            .insteadOf("∂L/∂W2 = ∂L/∂oᵃ·(hˢ)ᵀ"));
  }

  static List<WrongClaim> identities() {
    return List.of(
        WrongClaim.of(
                "r29",
                "softmax(2o) = softmax(o)",
                "a scale is no shift: only adding a constant leaves softmax as it is",
                "3.1",
                SCALED,
                Formula.of(WrongOutput::softmax))
            .insteadOf("softmax(o − c) = softmax(o)"),
        WrongClaim.of(
                "r30",
                "log Σₖ exp(oₖ) = Σₖ oₖ",
                "the logarithm of a sum is not the sum of the logarithms",
                "3.1",
                LOG_SUM_EXP,
                Formula.of(WrongOutput::sum))
            .insteadOf("log Σₖ exp(oₖ) = c + log Σₖ exp(oₖ − c)"));
  }

  private static Statement identity(String label, Formula left, Formula right) {
    return new Statement.Identity(label, List.of(Operand.OA), left, right);
  }

  private static <T extends Tensor<T>> T classes(T oa) {
    return oa.size(oa.shape().last());
  }

  private static <T extends Tensor<T>> T negative(T oa, T y) {
    return oneHot(y, oa).minus(textbookSoftmax(oa));
  }

  private static <T extends Tensor<T>> T withoutLabel(T oa, T y) {
    return textbookSoftmax(oa);
  }

  private static <T extends Tensor<T>> T weightedSoftmax(T oa, T g) {
    return Functions.softmax(oa).dot(g);
  }

  /** Σₖ gₖ·∂oˢₖ/∂oᵃ_q = oˢ_q(g_q − Σₖ gₖoˢₖ), as it is right. */
  private static <T extends Tensor<T>> T gradOfSoftmax(T oa, T g) {
    T os = textbookSoftmax(oa);
    return os.times(g.minus(os.dot(g)));
  }

  private static <T extends Tensor<T>> T diagonal(T oa, T g) {
    T os = textbookSoftmax(oa);
    return g.times(os.times(oa.one().minus(os)));
  }

  private static <T extends Tensor<T>> T offByOne(T oa, T y) {
    return textbookSoftmax(oa).minus(oneHot(y, oa));
  }

  private static <T extends Tensor<T>> T transposed(T w2, T hs, T g) {
    return hs.outer(g);
  }

  private static <T extends Tensor<T>> T softmaxOfDouble(T oa) {
    return Functions.softmax(oa.constant(2).times(oa));
  }

  private static <T extends Tensor<T>> T softmaxOfDoubleAgain(T oa) {
    return textbookSoftmax(oa.plus(oa));
  }

  private static <T extends Tensor<T>> T softmax(T oa) {
    return textbookSoftmax(oa);
  }

  private static <T extends Tensor<T>> T logSumExp(T oa) {
    return textbookLogSumExp(oa);
  }

  private static <T extends Tensor<T>> T stableLogSumExp(T oa) {
    return Functions.logSumExp(oa);
  }

  private static <T extends Tensor<T>> T sum(T oa) {
    return oa.sum();
  }
}
