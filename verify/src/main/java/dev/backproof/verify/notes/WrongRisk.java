package dev.backproof.verify.notes;

import static dev.backproof.core.Elementary.ABS;
import static dev.backproof.core.Elementary.SIGN;
import static dev.backproof.verify.notes.NetworkFormulas.EXAMPLE_X;

import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import java.util.List;

/** Wrong versions about the penalty and the minibatch: r25 to r28. */
final class WrongRisk {

  /** The other form of the loss, −(1/n)·Σ Yᵣₖ·log OSᵣₖ, for arbitrary Y. */
  private static final Statement FROM_PROBABILITIES =
      GradientStatements.local(
          "from probabilities",
          List.of(Operand.BATCH_OA, Operand.TARGETS),
          Formula.of(WrongRisk::lossFromProbabilities),
          Formula.of(WrongRisk::gradForAnyTargets));

  private WrongRisk() {}

  static List<WrongClaim> all() {
    return List.of(
        WrongClaim.of(
                "r25",
                "∂𝓛/∂W1 = λ11·sign(W1) + λ12·W1",
                "the factor 2 is dropped: the derivative of w² is 2w",
                "2.18",
                "matrix, alone",
                Formula.of(WrongRisk::withoutFactor))
            .insteadOf("∂𝓛/∂W1 = λ11·sign(W1) + 2λ12·W1"),
        WrongClaim.of(
                "r26",
                "∂𝓛/∂W1 = λ11·|W1| + 2λ12·W1",
                "abs instead of its derivative, sign",
                "2.18",
                "matrix, alone",
                Formula.of(WrongRisk::absForSign))
            .insteadOf("∂𝓛/∂W1 = λ11·sign(W1) + 2λ12·W1"),
        WrongClaim.of(
                "r27",
                "minibatch grad_b2 = Σᵣ (OS − Y)[r,:]",
                "1/n is dropped: the loss is a mean over the examples",
                "3.2",
                "b2 end to end",
                Formula.ofList(WrongRisk::sumOfBatch))
            .insteadOf("minibatch grad_b2 = (1/n)·Σᵣ (OS − Y)[r,:]"),
        WrongClaim.of(
                "r28",
                "of −(1/n)·Σ Y·log OS with arbitrary Y: G_OA = (OS − Y)/n",
                "right only where every row of Y sums to 1",
                "3.2",
                FROM_PROBABILITIES,
                Formula.of(WrongRisk::gradForDistributions))
            .insteadOf("of −(1/n)·Σ Y·log OS with arbitrary Y: G_OA = (OS ⊙ rowsums(Y) − Y)/n"));
  }

  private static <T extends Tensor<T>> T withoutFactor(T w, T l1, T l2) {
    return l1.times(w.map(SIGN)).plus(l2.times(w));
  }

  private static <T extends Tensor<T>> T absForSign(T w, T l1, T l2) {
    return l1.times(w.map(ABS)).plus(w.constant(2).times(l2).times(w));
  }

  private static <T extends Tensor<T>> T sumOfBatch(List<T> in) {
    T oa = Network.NOTES.forward(Parameters.of(in), in.get(EXAMPLE_X)).oa();
    return Functions.softmax(oa).minus(in.get(EXAMPLE_X + 1)).sum(0);
  }

  private static <T extends Tensor<T>> T lossFromProbabilities(T oa, T y) {
    return Functions.crossEntropyFromProbabilities(Functions.softmax(oa), y).mean();
  }

  /** (OSᵣₖ·Σ_q Yᵣ_q − Yᵣₖ)/n, as it is right. */
  private static <T extends Tensor<T>> T gradForAnyTargets(T oa, T y) {
    T os = Functions.softmax(oa).times(y.sumKeepingAxis(-1));
    return os.minus(y).div(oa.size(oa.shape().size(0)));
  }

  private static <T extends Tensor<T>> T gradForDistributions(T oa, T y) {
    return Functions.softmax(oa).minus(y).div(oa.size(oa.shape().size(0)));
  }
}
