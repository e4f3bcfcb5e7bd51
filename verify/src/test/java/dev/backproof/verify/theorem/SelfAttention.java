package dev.backproof.verify.theorem;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Formula;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.expr.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Self-attention of a sequence X with several heads, whose outputs add up, with an upstream
 * gradient G; and the gradient by X, to which every head contributes along three paths.
 *
 * <pre>
 *   Qₐ = X·Aₐ, Kₐ = X·Bₐ                    [n×k]
 *   Vₐ = X·Cₐ                               [n×v]
 *   L  = Σ G ⊙ Σₐ softmax(Qₐ·Kₐᵀ)·Vₐ        []
 * </pre>
 *
 * <p>To put the heads side by side and multiply by one output matrix is to add them up, each
 * multiplied by its rows of that matrix; these rows are part of Cₐ here. The operands are A1, B1,
 * C1, …, X, G.
 *
 * @param heads how many heads there are
 */
public record SelfAttention(int heads) {
  /** That the kernel's derivative by X is the gradient by hand. */
  public SymbolicClaim derivative() {
    Symbols symbols = new Symbols();
    return Statements.gradient(
        symbols,
        letters(symbols),
        Formula.ofList(this::loss),
        3 * heads,
        Formula.ofList(this::gradientOfSequence));
  }

  /** That the kernel's derivative by X is what the engine's backward sweep finds. */
  public SymbolicClaim engine() {
    Symbols symbols = new Symbols();
    return Statements.sweep(
        VjpRules.PAGE, symbols, letters(symbols), Formula.ofList(this::loss), 3 * heads);
  }

  /** Σ G ⊙ output. */
  <T extends Tensor<T>> T loss(List<T> operands) {
    T x = operands.get(3 * heads);
    return IntStream.range(0, heads)
        .mapToObj(
            a ->
                Attention.of(
                    x.matmul(operands.get(3 * a)),
                    x.matmul(operands.get(3 * a + 1)),
                    x.matmul(operands.get(3 * a + 2))))
        .reduce(T::plus)
        .orElseThrow()
        .times(operands.get(3 * heads + 1))
        .sum();
  }

  /**
   * ∂L/∂X, by the gradients of {@link Attention} and the three factors X.
   *
   * <pre>
   *   ∂L/∂X = Σₐ ∂L/∂Qₐ·Aₐᵀ + ∂L/∂Kₐ·Bₐᵀ + ∂L/∂Vₐ·Cₐᵀ     [n×d]
   * </pre>
   */
  <T extends Tensor<T>> T gradientOfSequence(List<T> operands) {
    T x = operands.get(3 * heads);
    T g = operands.get(3 * heads + 1);
    List<T> paths = new ArrayList<>();
    for (int a = 0; a < heads; a++) {
      List<T> weights = operands.subList(3 * a, 3 * a + 3);
      T q = x.matmul(weights.get(0));
      T k = x.matmul(weights.get(1));
      T v = x.matmul(weights.get(2));
      for (Attention by : Attention.values()) {
        T path = by.gradient(q, k, v, g);
        paths.add(path.matmul(weights.get(by.which()).transpose()));
      }
    }
    return paths.stream().reduce(T::plus).orElseThrow();
  }

  private List<Expr> letters(Symbols symbols) {
    Size n = Size.symbol("n");
    Size d = Size.symbol("d");
    Size k = Size.symbol("k");
    Size v = Size.symbol("v");
    List<Expr> operands = new ArrayList<>();
    for (int a = 1; a <= heads; a++) {
      operands.add(symbols.tensor("A" + a, d, k));
      operands.add(symbols.tensor("B" + a, d, k));
      operands.add(symbols.tensor("C" + a, d, v));
    }
    operands.add(symbols.tensor("X", n, d));
    operands.add(symbols.tensor("G", n, v));
    return operands;
  }
}
