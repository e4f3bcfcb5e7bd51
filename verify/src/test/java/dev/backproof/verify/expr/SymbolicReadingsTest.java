package dev.backproof.verify.expr;

import static dev.backproof.verify.expr.SampleNumbers.D;
import static dev.backproof.verify.expr.SampleNumbers.H;
import static dev.backproof.verify.expr.SampleNumbers.M;
import static dev.backproof.verify.expr.SampleNumbers.N;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.rule.Kink;
import dev.backproof.autodiff.rule.KinkTable;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.ElasticNet;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.ClosedForm;
import dev.backproof.mlp.closedform.Penalty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives taken on symbols, evaluated, are those taken on numbers. */
class SymbolicReadingsTest {
  private static final long SEED = 7;

  private static final Formula LOSS = Formula.ofList(SymbolicReadingsTest::loss);

  private static <T extends Tensor<T>> T loss(List<T> in) {
    return Network.NOTES.loss(Parameters.of(in), in.get(4), in.get(5));
  }

  private static List<Expr> network(Symbols symbols, boolean isBatch) {
    List<Expr> operands = new ArrayList<>();
    operands.add(symbols.tensor("W1", H, D));
    operands.add(symbols.tensor("b1", H));
    operands.add(symbols.tensor("W2", M, H));
    operands.add(symbols.tensor("b2", M));
    operands.add(isBatch ? symbols.tensor("X", N, D) : symbols.tensor("x", D));
    operands.add(isBatch ? symbols.labels("y", M, N) : symbols.labels("y", M));
    return operands;
  }

  private static void atAllSizes(boolean isBatch, Consumer<Case> check) {
    for (Map<String, Integer> sizes : SampleNumbers.SIZES) {
      Symbols symbols = new Symbols();
      List<Expr> operands = network(symbols, isBatch);
      check.accept(new Case(operands, SampleNumbers.smooth(symbols, sizes, SEED)));
      check.accept(new Case(operands, SampleNumbers.grid(symbols, sizes, SEED)));
    }
  }

  private record Case(List<Expr> operands, SampleNumbers numbers) {
    List<DenseTensor> dense() {
      return numbers.of(operands);
    }

    void assertEach(String what, List<DenseTensor> expected, List<Expr> found) {
      ExprEvaluation on = numbers.evaluation();
      for (int i = 0; i < expected.size(); i++) {
        numbers.assertClose(what + " " + i, expected.get(i), on.value(found.get(i)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void backwardPassRunsOnSymbols(boolean isBatch) {
    int count = isBatch ? 4 : 5;
    atAllSizes(
        isBatch,
        c ->
            c.assertEach(
                "gradient",
                Differentiation.grad(LOSS, c.dense(), count),
                Differentiation.grad(LOSS, c.operands(), count)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tangentsRunOnSymbols(boolean isBatch) {
    atAllSizes(
        isBatch,
        c -> {
          DenseTensor expected =
              Differentiation.jvp(LOSS, c.dense(), c.dense().subList(0, 4)).tangent();
          Expr found =
              Differentiation.jvp(LOSS, c.operands(), c.operands().subList(0, 4)).tangent();
          c.assertEach("tangent", List.of(expected), List.of(found));
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void reverseOverForwardRunsOnSymbols(boolean isBatch) {
    atAllSizes(
        isBatch,
        c ->
            c.assertEach(
                "Hessian times θ",
                Differentiation.hvp(LOSS, c.dense(), c.dense().subList(0, 4)),
                Differentiation.hvp(LOSS, c.operands(), c.operands().subList(0, 4))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void reverseOverReverseRunsOnSymbols(boolean isBatch) {
    Formula slopes = Formula.ofList(SymbolicReadingsTest::sumOfSlopes);
    atAllSizes(
        isBatch,
        c ->
            c.assertEach(
                "second derivative",
                Differentiation.grad(slopes, c.dense(), 4),
                Differentiation.grad(slopes, c.operands(), 4)));
  }

  private static <T extends Tensor<T>> T sumOfSlopes(List<T> in) {
    List<T> gradient = Differentiation.grad(LOSS, in, 4);
    return gradient.get(0).sum().plus(gradient.get(1).sum()).plus(gradient.get(2).sum());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void closedFormRunsOnSymbols(boolean isBatch) {
    atAllSizes(
        isBatch, c -> c.assertEach("closed form", closedForm(c.dense()), closedForm(c.operands())));
  }

  private static <T extends Tensor<T>> List<T> closedForm(List<T> in) {
    Parameters<T> p = Parameters.of(in);
    T x = in.get(4);
    var layers = ClosedForm.of(x).gradients(Network.NOTES, p, x, Network.target(p, in.get(5)));
    ElasticNet<T> net =
        new ElasticNet<>(x.constant(1, 3), x.one(), x.constant(2), x.constant(1, 4));
    List<T> all = new ArrayList<>(Penalty.add(layers.parameters(), net, p).list());
    all.add(layers.gradOa());
    all.add(layers.gradHs());
    all.add(layers.gradHa());
    all.add(ClosedForm.of(x).gradX(p.w1(), layers.gradHa()));
    return all;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void kernelDerivativeIsTheGradientAtKinksToo(boolean isBatch) {
    atAllSizes(
        isBatch,
        c -> {
          Symbols symbols = new Symbols();
          List<Expr> operands = network(symbols, isBatch);
          for (int which = 0; which < 4; which++) {
            SymbolicClaim claim = Statements.sweep(VjpRules.PAGE, symbols, operands, LOSS, which);
            DenseTensor expected = Differentiation.grad(LOSS, c.dense(), 4).get(which);
            ExprEvaluation on = c.numbers().evaluation();
            c.numbers().assertClose("kernel derivative", expected, claim.left(on));
            c.numbers().assertClose("backward sweep", expected, claim.right(on));
          }
        });
  }

  static List<Kink> kinks() {
    // Where a logarithm or a power is undefined the kernel says nothing.
    return KinkTable.ROWS.stream()
        .filter(row -> !(row.name().contains("xʸ") && row.at().get(0) <= 0))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("kinks")
  void kernelDerivativeKeepsTheKinkTable(Kink row) {
    Symbols symbols = new Symbols();
    List<Expr> operands = new ArrayList<>();
    for (int i = 0; i < row.at().size(); i++) {
      operands.add(symbols.tensor("x" + i));
    }
    SampleNumbers numbers = SampleNumbers.smooth(symbols, Map.of(), SEED);
    for (int i = 0; i < row.at().size(); i++) {
      numbers.with("x" + i, DenseTensor.scalar(row.at().get(i)));
    }
    SymbolicClaim claim =
        Statements.sweep(VjpRules.PAGE, symbols, operands, row.formula(), row.which());
    DenseTensor slope = DenseTensor.scalar(row.slope());
    numbers.assertClose(row + " by the kernel", slope, claim.left(numbers.evaluation()));
    numbers.assertClose(row + " by the sweep", slope, claim.right(numbers.evaluation()));
  }

  @Test
  void slopeOfAMaximumIsSharedAmongAllThatAreLargest() {
    Symbols symbols = new Symbols();
    List<Expr> operands = List.of(symbols.tensor("x", Size.of(4)));
    Formula max = Formula.of((Formula.Of1) SymbolicReadingsTest::max);
    SymbolicClaim claim = Statements.sweep(VjpRules.PAGE, symbols, operands, max, 0);
    SampleNumbers numbers =
        SampleNumbers.smooth(symbols, Map.of(), SEED).with("x", DenseTensor.vector(2, -1, 2, 2));
    DenseTensor third = DenseTensor.vector(1 / 3.0, 0, 1 / 3.0, 1 / 3.0);
    numbers.assertClose("by the kernel", third, claim.left(numbers.evaluation()));
    numbers.assertClose("by the sweep", third, claim.right(numbers.evaluation()));
  }

  private static <T extends Tensor<T>> T max(T x) {
    return x.max(0);
  }
}
