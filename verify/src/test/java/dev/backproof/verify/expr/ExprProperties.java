package dev.backproof.verify.expr;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Random formulas on symbols: the value, the backward sweep and the kernel's own derivative are
 * those on numbers, at sizes 1, 2, 3 and more.
 *
 * <p>Compared within 1e-9 of the largest entry: formulas of six steps may cancel some digits.
 */
class ExprProperties {
  private static final int STEPS = 6;
  private static final int LARGEST_TREE = 4000;
  private static final double ROUNDING = 1e-9;
  private static final double LARGEST = 1e6;

  private final Symbols symbols = new Symbols();
  private final List<Expr> operands = new ArrayList<>();

  ExprProperties() {
    for (Shape shape : RandomFormula.inputs(SampleNumbers.D, SampleNumbers.N)) {
      operands.add(symbols.tensor("x" + operands.size(), shape));
    }
  }

  @Property(tries = 150, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void valueAndBothDerivativesAreThoseOnNumbers(@ForAll long seed) {
    RandomFormula formula = RandomFormula.of(seed, STEPS, operands);
    Expr value = formula.apply(operands);
    Assume.that(isSmall(value.at(List.of()), new int[] {LARGEST_TREE}));
    int which = Math.floorMod(seed, operands.size());
    SymbolicClaim claim = Statements.sweep(VjpRules.PAGE, symbols, operands, formula, which);
    for (Map<String, Integer> sizes : SampleNumbers.SIZES) {
      SampleNumbers numbers = SampleNumbers.smooth(symbols, sizes, seed);
      ExprEvaluation on = numbers.evaluation();
      List<DenseTensor> at = numbers.of(operands);
      DenseTensor gradient = Differentiation.grad(formula, at, at.size()).get(which);
      assertNear(numbers, formula, formula.apply(at), on.value(value));
      assertNear(numbers, formula, gradient, claim.right(on));
      assertNear(numbers, formula, gradient, claim.left(on));
    }
  }

  /** The kernel walks over terms as trees. */
  private static boolean isSmall(Term term, int[] left) {
    left[0]--;
    return left[0] > 0 && term.arguments().stream().allMatch(part -> isSmall(part, left));
  }

  private static void assertNear(
      SampleNumbers at, RandomFormula formula, DenseTensor expected, DenseTensor found) {
    double scale = Math.max(1, Arrays.stream(expected.toArray()).map(Math::abs).max().orElse(0));
    Assume.that(scale < LARGEST);
    for (int i = 0; i < found.count(); i++) {
      double error = Math.abs(expected.at(i) - found.at(i));
      assertTrue(
          error <= ROUNDING * scale,
          () -> formula + " at " + at + ": " + expected + " on numbers, " + found + " on symbols");
    }
  }
}
