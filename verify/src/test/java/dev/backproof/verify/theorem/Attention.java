package dev.backproof.verify.theorem;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.expr.Symbols;
import java.util.List;

/**
 * Attention of n queries to m keys, with an upstream gradient G, and its gradients, derived by
 * hand.
 *
 * <pre>
 *   A = softmax(Q·Kᵀ)     [n×m]  row by row
 *   Y = A·V               [n×v]
 *   L = Σ G ⊙ Y           []
 *
 *   E     = G·Vᵀ                                  [n×m]  ∂L/∂A
 *   S     = A ⊙ (E − Σⱼ (A ⊙ E)ᵣⱼ)                [n×m]  ∂L/∂(Q·Kᵀ)
 *   ∂L/∂Q = S·K                                   [n×k]
 *   ∂L/∂K = Sᵀ·Q                                  [m×k]
 *   ∂L/∂V = Aᵀ·G                                  [m×v]
 * </pre>
 */
public enum Attention {
  /** By the queries. */
  Q(0) {
    @Override
    <T extends Tensor<T>> T gradient(T q, T k, T v, T g) {
      return scores(q, k, v, g).matmul(k);
    }
  },
  /** By the keys. */
  K(1) {
    @Override
    <T extends Tensor<T>> T gradient(T q, T k, T v, T g) {
      return scores(q, k, v, g).transpose().matmul(q);
    }
  },
  /** By the values. */
  V(2) {
    @Override
    <T extends Tensor<T>> T gradient(T q, T k, T v, T g) {
      return Functions.softmax(q.matmul(k.transpose())).transpose().matmul(g);
    }
  };

  private final int which;

  Attention(int which) {
    this.which = which;
  }

  /** The number of the operand among Q, K, V, G. */
  int which() {
    return which;
  }

  /** That the kernel's derivative by this operand is the gradient by hand. */
  public SymbolicClaim derivative() {
    Symbols symbols = new Symbols();
    return Statements.gradient(
        symbols, letters(symbols), Formula.of(Attention::loss), which, Formula.of(this::gradient));
  }

  /** That the kernel's derivative by this operand is what the engine's backward sweep finds. */
  public SymbolicClaim engine() {
    Symbols symbols = new Symbols();
    return Statements.sweep(
        VjpRules.PAGE, symbols, letters(symbols), Formula.of(Attention::loss), which);
  }

  /** ∂L/∂ this operand. */
  abstract <T extends Tensor<T>> T gradient(T q, T k, T v, T g);

  /** softmax(Q·Kᵀ)·V. */
  static <T extends Tensor<T>> T of(T q, T k, T v) {
    return Functions.softmax(q.matmul(k.transpose())).matmul(v);
  }

  private static <T extends Tensor<T>> T loss(T q, T k, T v, T g) {
    return of(q, k, v).times(g).sum();
  }

  private static <T extends Tensor<T>> T scores(T q, T k, T v, T g) {
    T a = Functions.softmax(q.matmul(k.transpose()));
    T e = g.matmul(v.transpose());
    return a.times(e.minus(a.times(e).sumKeepingAxis(-1)));
  }

  private static List<Expr> letters(Symbols symbols) {
    Size n = Size.symbol("n");
    Size m = Size.symbol("m");
    Size k = Size.symbol("k");
    Size v = Size.symbol("v");
    return List.of(
        symbols.tensor("Q", n, k),
        symbols.tensor("K", m, k),
        symbols.tensor("V", m, v),
        symbols.tensor("G", n, v));
  }
}
