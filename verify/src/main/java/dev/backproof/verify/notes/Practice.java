package dev.backproof.verify.notes;

import static dev.backproof.verify.notes.NetworkFormulas.EXAMPLE_X;
import static dev.backproof.verify.notes.NetworkFormulas.textbookLogSumExp;
import static dev.backproof.verify.notes.NetworkFormulas.textbookSoftmax;

import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.closedform.Minibatch;
import java.util.List;

/** The claims of the homework's practical part (3.1 to 3.3). */
final class Practice {
  private static final List<Operand> SHIFTED = List.of(Operand.OA, Operand.SCALAR);
  private static final List<Operand> BATCH =
      List.of(Operand.W1, Operand.B1, Operand.W2, Operand.B2, Operand.BATCH, Operand.TARGETS);

  private Practice() {}

  static List<Claim> claims() {
    return List.of(
        new Claim(
            "3.1",
            "softmax(o − c) = softmax(o); c + log Σ exp(o − c) = log Σ exp(o)",
            List.of(
                shift("softmax", Practice::softmaxOfShifted, Practice::softmaxOfFirst),
                shift("log Σ exp", Practice::logSumExpOfShifted, Practice::logSumExpOfFirst),
                shift(
                    "log Σ exp, stable = definition",
                    Practice::stable,
                    Practice::logSumExpOfFirst))),
        new Claim(
            "3.2",
            "G_OA = (OS − Y)/n; W1: G_HAᵀ·X; b1: Σᵣ G_HA; W2: G_OAᵀ·HS; b2: Σᵣ G_OA; X: G_HA·W1",
            List.of(
                new Statement.Gradient(
                    "G_OA, arbitrary Y",
                    List.of(Operand.BATCH_OA, Operand.TARGETS),
                    Formula.of(Practice::lossFromOa),
                    0,
                    Formula.of(Practice::gradOa),
                    List.of()),
                new Statement.Gradient(
                    "G_OA of −ΣY·log OS/n, arbitrary Y",
                    List.of(Operand.BATCH_OA, Operand.TARGETS),
                    Formula.of(Practice::lossFromOs),
                    0,
                    Formula.of(Practice::gradOaOfAnyRowSum),
                    List.of()),
                new Statement.Gradient(
                    "G_OA of −ΣY·log OS/n, rows of Y sum to 1",
                    List.of(Operand.BATCH_OA, Operand.LABELS),
                    Formula.of(Practice::lossFromOsOfLabels),
                    0,
                    Formula.of(Practice::gradOaOfLabels),
                    List.of()),
                batch("W1 end to end", 0, NetworkFormulas::gradW1),
                batch("b1 end to end", 1, NetworkFormulas::gradB1),
                batch("W2 end to end", 2, NetworkFormulas::gradW2),
                batch("b2 end to end", 3, NetworkFormulas::gradB2),
                batch("X end to end", EXAMPLE_X, NetworkFormulas::gradX))),
        new Claim(
            "3.3",
            "difference quotients and gradient have a ratio in [0.99, 1.01]",
            List.of(
                ratio("W1", 0, NetworkFormulas::gradW1),
                ratio("b1", 1, NetworkFormulas::gradB1),
                ratio("W2", 2, NetworkFormulas::gradW2),
                ratio("b2", 3, NetworkFormulas::gradB2))));
  }

  private static Statement shift(String label, Formula.Of2 left, Formula.Of2 right) {
    return new Statement.Identity(label, SHIFTED, Formula.of(left), Formula.of(right));
  }

  private static Statement batch(String label, int which, Formula.OfList right) {
    return new Statement.Gradient(
        label,
        BATCH,
        Formula.ofList(NetworkFormulas::loss),
        which,
        Formula.ofList(right),
        GradientStatements.HIDDEN);
  }

  private static Statement ratio(String label, int which, Formula.OfList right) {
    return new Statement.Ratio(
        label,
        NetworkFormulas.EXAMPLE,
        Formula.ofList(NetworkFormulas::loss),
        which,
        Formula.ofList(right),
        GradientStatements.HIDDEN);
  }

  private static <T extends Tensor<T>> T softmaxOfShifted(T o, T c) {
    return textbookSoftmax(o.minus(c));
  }

  private static <T extends Tensor<T>> T softmaxOfFirst(T o, T c) {
    return textbookSoftmax(o);
  }

  private static <T extends Tensor<T>> T logSumExpOfShifted(T o, T c) {
    return c.plus(textbookLogSumExp(o.minus(c)));
  }

  private static <T extends Tensor<T>> T logSumExpOfFirst(T o, T c) {
    return textbookLogSumExp(o);
  }

  private static <T extends Tensor<T>> T stable(T o, T c) {
    return Functions.logSumExp(o);
  }

  private static <T extends Tensor<T>> T lossFromOa(T oa, T y) {
    return Functions.crossEntropyFromLogits(oa, y).mean();
  }

  private static <T extends Tensor<T>> T lossFromOs(T oa, T y) {
    return Functions.crossEntropyFromProbabilities(textbookSoftmax(oa), y).mean();
  }

  /** (OSᵣₖ·Σ_q Yᵣ_q − Yᵣₖ)/n. */
  private static <T extends Tensor<T>> T gradOaOfAnyRowSum(T oa, T y) {
    T row = textbookSoftmax(oa).times(y.sumKeepingAxis(-1)).minus(y);
    return row.div(oa.size(oa.shape().size(0)));
  }

  private static <T extends Tensor<T>> T lossFromOsOfLabels(T oa, T y) {
    return lossFromOs(oa, NetworkFormulas.oneHot(y, oa));
  }

  private static <T extends Tensor<T>> T gradOaOfLabels(T oa, T y) {
    return gradOa(oa, NetworkFormulas.oneHot(y, oa));
  }

  private static <T extends Tensor<T>> T gradOa(T oa, T y) {
    return Minibatch.EQUATIONS.gradOa(Functions.softmax(oa), y);
  }
}
