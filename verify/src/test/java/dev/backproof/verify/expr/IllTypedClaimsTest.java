package dev.backproof.verify.expr;

import static dev.backproof.verify.expr.SampleNumbers.D;
import static dev.backproof.verify.expr.SampleNumbers.H;
import static dev.backproof.verify.expr.SampleNumbers.M;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.OneExample;
import dev.backproof.verify.kernel.Term;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The ill-typed among the wrong claims about the network: refused, and never a statement. */
class IllTypedClaimsTest {
  private static final Formula LOSS = Formula.ofList(IllTypedClaimsTest::loss);

  private final Symbols symbols = new Symbols();
  private final Expr w1 = symbols.tensor("W1", H, D);
  private final Expr w2 = symbols.tensor("W2", M, H);
  private final Expr x = symbols.tensor("x", D);
  private final List<Expr> network =
      List.of(w1, symbols.tensor("b1", H), w2, symbols.tensor("b2", M), x, symbols.labels("y", M));

  private static <T extends Tensor<T>> T loss(List<T> in) {
    return Network.NOTES.loss(Parameters.of(in), in.get(4), in.get(5));
  }

  private static <T extends Tensor<T>> T gradW1Turned(List<T> in) {
    Parameters<T> p = Parameters.of(in);
    T target = Network.target(p, in.get(5));
    return OneExample.EQUATIONS
        .gradients(Network.NOTES, p, in.get(4), target)
        .parameters()
        .w1()
        .transpose();
  }

  private static void assertRefused(String message, Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }

  @Test
  void transposedGradientIsRefusedWithBothShapes() {
    Formula turned = Formula.ofList(IllTypedClaimsTest::gradW1Turned);
    assertRefused(
        "gradient: shapes differ: left is [h×d], right is [d×h]",
        () -> Statements.gradient(symbols, network, LOSS, 0, turned));
    assertRefused(
        "identity: shapes differ: left is [h×d], right is [d×h]",
        () -> Statements.engine(VjpRules.PAGE, symbols, network, LOSS, 0, turned));
    // r15: ∂L/∂W2 = hˢ·(∂L/∂oᵃ)ᵀ
    Expr hs = symbols.tensor("hs", H);
    Expr g = symbols.tensor("g", M);
    assertRefused(
        "gradient: shapes differ: left is [m×h], right is [h×m]",
        () -> Statements.gradient(symbols, w2.matmul(hs).dot(g), w2, hs.outer(g)));
  }

  @Test
  void forgottenTransposeIsRefusedByTheProduct() {
    Expr gradOa = symbols.tensor("gOa", M);
    Expr gradHa = symbols.tensor("gHa", H);
    assertRefused( // r17
        "matmul: inner extents differ: [m×h] · [m] (h ≠ m)", () -> w2.matmul(gradOa));
    assertRefused( // r23
        "matmul: inner extents differ: [h×d] · [h] (d ≠ h)", () -> w1.matmul(gradHa));
  }

  @Test
  void indexOfAnotherRangeIsRefused() {
    Expr loss = LOSS.apply(network);
    // r21: Σ over i of oˢᵢ·W2ᵢⱼ, with i from d
    assertRefused(
        "index form: index 0 of W2[%0, j] is from d, not from m, in (sum d(W2[%0, j])·x[i])",
        () ->
            Statements.gradient(
                symbols,
                loss,
                w1,
                at -> {
                  Term i = Term.index("i");
                  return Term.multiply(
                      Term.sum("d", i, Term.entry("W2", i, at.get(0))), Term.entry("x", at.get(1)));
                }));
    // r24: W1_ll
    assertRefused(
        "index form: index 0 of W1[i, i] is from d, not from h, in W1[i, i]",
        () -> Statements.gradient(symbols, loss, x, at -> Term.entry("W1", at.get(0), at.get(0))));
  }

  /** r14: labels that count from 1 are no row numbers. */
  @Test
  void labelOffByOneIsRefusedWithTheRepair() {
    Expr from1 = symbols.labelsFrom1("c", M);
    Expr oa = symbols.tensor("oa", M);
    assertRefused(
        "oneHot: labels count from 1 in c: use c - 1",
        () -> OneExample.EQUATIONS.gradOa(Functions.softmax(oa), from1.oneHot(M)));
    Expr target = from1.minus(from1.one()).oneHot(M);
    SymbolicClaim repaired =
        Statements.gradient(
            symbols,
            Functions.crossEntropyFromLogits(oa, target),
            oa,
            OneExample.EQUATIONS.gradOa(Functions.softmax(oa), target));
    for (Map<String, Integer> sizes : SampleNumbers.SIZES) {
      SampleNumbers numbers = SampleNumbers.smooth(symbols, sizes, 1);
      ExprEvaluation on = numbers.evaluation();
      numbers.assertClose("repaired", repaired.left(on), repaired.right(on));
    }
  }
}
