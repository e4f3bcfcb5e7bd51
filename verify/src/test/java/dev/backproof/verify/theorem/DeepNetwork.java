package dev.backproof.verify.theorem;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.closedform.ClosedForm;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.expr.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The network of {@code mlp} with so many layers for one example, rect between them, and its closed
 * form, the recursion over the layers.
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
  private static final dev.backproof.mlp.DeepNetwork NETWORK =
      new dev.backproof.mlp.DeepNetwork(Elementary.RECT);

  /** That the kernel's derivative by W1 is the gradient by hand. */
  public SymbolicClaim derivative() {
    return derivative(0);
  }

  /** That the kernel's derivative by a parameter is the closed form's. */
  public SymbolicClaim derivative(int which) {
    Letters in = Letters.of(layers);
    return Statements.gradient(
        in.symbols(),
        in.operands(),
        Formula.ofList(this::loss),
        which,
        new ClosedFormOf(this, which));
  }

  /** That the kernel's derivative by W1 is what the engine's backward sweep finds. */
  public SymbolicClaim engine() {
    Letters in = Letters.of(layers);
    return Statements.sweep(
        VjpRules.PAGE, in.symbols(), in.operands(), Formula.ofList(this::loss), 0);
  }

  /** The cross-entropy of one example. */
  <T extends Tensor<T>> T loss(List<T> operands) {
    return NETWORK.loss(
        parameters(operands), operands.get(2 * layers), operands.get(2 * layers + 1));
  }

  private <T> DeepParameters<T> parameters(List<T> operands) {
    return DeepParameters.of(operands.subList(0, 2 * layers));
  }

  /** One part of the closed form. */
  private record ClosedFormOf(DeepNetwork of, int which) implements Formula {
    @Override
    public <T extends Tensor<T>> T apply(List<T> operands) {
      DeepParameters<T> p = of.parameters(operands);
      T x = operands.get(2 * of.layers);
      T target = dev.backproof.mlp.DeepNetwork.target(p, operands.get(2 * of.layers + 1));
      return ClosedForm.of(x)
          .gradients(NETWORK, p, NETWORK.forward(p, x), x, target)
          .parameters()
          .list()
          .get(which);
    }

    @Override
    public OptionalInt arity() {
      return OptionalInt.empty();
    }
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
