package dev.backproof.verify.theorem;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Network;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.expr.Symbols;
import java.util.ArrayList;
import java.util.List;

/**
 * A classifier of so many layers for one example, with rect between them, and the gradient by its
 * first weight matrix, derived by hand.
 *
 * <pre>
 *   h₀ = x                                     [d]
 *   aₗ = bₗ + Wₗ·hₗ₋₁, hₗ = rect(aₗ)           [hₗ]   l = 1 … L
 *   L  = log Σ exp(a_L) − (a_L)_y              []
 * </pre>
 *
 * <p>The operands are W1, b1, …, x, y. No two sizes are the same.
 *
 * @param layers how many weight matrices there are
 */
public record DeepNetwork(int layers) {
  /** That the kernel's derivative by W1 is the gradient by hand. */
  public SymbolicClaim derivative() {
    Letters in = Letters.of(layers);
    return Statements.gradient(
        in.symbols(),
        in.operands(),
        Formula.ofList(this::loss),
        0,
        Formula.ofList(this::gradientOfFirstWeights));
  }

  /** That the kernel's derivative by W1 is what the engine's backward sweep finds. */
  public SymbolicClaim engine() {
    Letters in = Letters.of(layers);
    return Statements.sweep(
        VjpRules.PAGE, in.symbols(), in.operands(), Formula.ofList(this::loss), 0);
  }

  /** The cross-entropy of one example. */
  <T extends Tensor<T>> T loss(List<T> operands) {
    List<T> a = sums(operands);
    return Functions.crossEntropyFromLogits(a.get(layers - 1), target(operands));
  }

  /**
   * ∂L/∂W1.
   *
   * <pre>
   *   γ_L    = softmax(a_L) − onehot(y)                 [m]     #7 of the notes
   *   γₗ     = (Wₗ₊₁ᵀ·γₗ₊₁) ⊙ [aₗ > 0]                   [hₗ]    #12 and #14
   *   ∂L/∂W1 = γ₁ ⊗ x                                   [h₁×d]  #16
   * </pre>
   */
  <T extends Tensor<T>> T gradientOfFirstWeights(List<T> operands) {
    List<T> a = sums(operands);
    T gamma = Functions.softmax(a.get(layers - 1)).minus(target(operands));
    for (int l = layers - 2; l >= 0; l--) {
      T mask = a.get(l).greater(a.get(l).zero());
      gamma = operands.get(2 * l + 2).transpose().matmul(gamma).times(mask);
    }
    return gamma.outer(operands.get(2 * layers));
  }

  /** a₁ … a_L. */
  private <T extends Tensor<T>> List<T> sums(List<T> operands) {
    List<T> sums = new ArrayList<>();
    T h = operands.get(2 * layers);
    for (int l = 0; l < layers; l++) {
      T a = Network.affine(operands.get(2 * l), operands.get(2 * l + 1), h);
      sums.add(a);
      h = a.map(Elementary.RECT);
    }
    return sums;
  }

  private <T extends Tensor<T>> T target(List<T> operands) {
    T bias = operands.get(2 * layers - 1);
    return operands.get(2 * layers + 1).oneHot(bias.shape().last());
  }

  /**
   * The operands, declared.
   *
   * @param symbols where
   * @param operands W1, b1, …, x, y
   */
  private record Letters(Symbols symbols, List<Expr> operands) {
    static Letters of(int layers) {
      Symbols symbols = new Symbols();
      List<Expr> operands = new ArrayList<>();
      Size width = Size.symbol("d");
      for (int l = 1; l <= layers; l++) {
        Size next = Size.symbol(l == layers ? "m" : "h" + l);
        operands.add(symbols.tensor("W" + l, next, width));
        operands.add(symbols.tensor("b" + l, next));
        width = next;
      }
      operands.add(symbols.tensor("x", Size.symbol("d")));
      operands.add(symbols.labels("y", width));
      return new Letters(symbols, operands);
    }
  }
}
