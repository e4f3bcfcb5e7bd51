package dev.backproof.verify.expr;

import static dev.backproof.verify.expr.SampleNumbers.D;
import static dev.backproof.verify.expr.SampleNumbers.M;
import static dev.backproof.verify.expr.SampleNumbers.N;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Term;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ExprEvaluationTest {
  private final Symbols symbols = new Symbols();

  private static void assertRefused(String message, Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }

  private ExprEvaluation on(Map<String, DenseTensor> values) {
    return ExprEvaluation.of(symbols.operands(), values);
  }

  @Test
  void sizesAreFoundFromShapes() {
    symbols.tensor("X", N, D);
    symbols.tensor("z", N.times(D));
    ExprEvaluation on =
        on(
            Map.of(
                "X", DenseTensor.full(Shape.of(2, 3), 1),
                "z", DenseTensor.full(Shape.of(6), 1)));
    assertEquals(Map.of("n", 2, "d", 3), on.sizes());
    assertEquals(6, on.value(Term.multiply(Term.size("n"), Term.size("d")), Map.of()));
  }

  @Test
  void termsAreEvaluatedAtIndices() {
    symbols.tensor("x", D);
    symbols.labels("y", D, N);
    ExprEvaluation on = on(Map.of("x", DenseTensor.vector(5, 7, 9), "y", DenseTensor.vector(2, 0)));
    Term i = Term.index("i");
    Term r = Term.index("r");
    assertEquals(7, on.value(Term.entry("x", i), Map.of("i", 1)));
    assertEquals(
        9, on.value(Term.entry("x", Term.label("y", java.util.List.of(r))), Map.of("r", 0)));
    assertEquals(21, on.value(Term.sum("d", i, Term.entry("x", i)), Map.of()));
    assertEquals(
        9, on.value(Term.binder(Term.Kind.MAX, "d", Term.entry("x", Term.bound(0))), Map.of()));
    Term square = Term.sum("d", i, Term.multiply(Term.entry("x", i), Term.entry("x", i)));
    assertEquals(14, on.value(Term.derivative(square, Term.entry("x", i)), Map.of("i", 1)));
  }

  @Test
  void zeroWinsOverWhatIsUndefined() {
    symbols.tensor("x");
    ExprEvaluation on = on(Map.of("x", DenseTensor.scalar(-1)));
    Term log = Term.log(Term.entry("x"));
    assertEquals(Double.NaN, on.value(log, Map.of()));
    assertEquals(0, on.value(Term.multiply(Term.guard(Term.entry("x")), log), Map.of()));
  }

  @Test
  void numbersThatDoNotFitAreRefused() {
    symbols.tensor("x", D, Size.of(2));
    symbols.tensor("z", D);
    DenseTensor x = DenseTensor.full(Shape.of(3, 2), 1);
    assertRefused("evaluation: no numbers for z", () -> on(Map.of("x", x)));
    assertRefused(
        "evaluation: z is declared [d], which is [3] here, but the numbers are [2]",
        () -> on(Map.of("x", x, "z", DenseTensor.vector(1, 2))));
    assertRefused(
        "evaluation: x is declared [d×2], which is [3×2] here, but the numbers are [3]",
        () -> on(Map.of("x", DenseTensor.vector(1, 2, 3), "z", DenseTensor.vector(1, 2, 3))));
    ExprEvaluation on = on(Map.of("x", x, "z", DenseTensor.vector(1, 2, 3)));
    assertRefused("evaluation: no numbers for q", () -> on.value(Term.entry("q"), Map.of()));
    assertRefused("evaluation: no number for the size m", () -> on.value(Term.size("m"), Map.of()));
    assertRefused("evaluation: no number: i", () -> on.value(Term.index("i"), Map.of("i", 0)));
  }

  @Test
  void labelsAreCountedAsDeclared() {
    Expr from1 = symbols.labelsFrom1("c", M);
    Expr oneHot = from1.minus(from1.one()).oneHot(M);
    Map<String, Integer> three = Map.of("m", 3);
    ExprEvaluation on =
        ExprEvaluation.of(symbols.operands(), Map.of("c", DenseTensor.scalar(3)), three);
    assertEquals(DenseTensor.vector(0, 0, 1), on.value(oneHot));
    assertRefused(
        "evaluation: 0.0 in c is no label; they run from 1 to 3",
        () -> ExprEvaluation.of(symbols.operands(), Map.of("c", DenseTensor.scalar(0)), three));
    assertRefused(
        "evaluation: no number for the size m", () -> on(Map.of("c", DenseTensor.scalar(1))));
    assertRefused(
        "evaluation: the labels c name classes and are no numbers", () -> on.value(from1));
  }
}
