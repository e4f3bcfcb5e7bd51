package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertRules;
import static dev.backproof.verify.assertion.Messages.assertFailure;
import static dev.backproof.verify.assertion.Operand.scalar;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.Custom;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulesForAllTest {
  /** c·x², whose rules have a factor that can be given wrongly; without a formula it is opaque. */
  private record ScaledSquare(long vjpFactor, long jvpFactor, boolean named) implements Custom {
    @Override
    public String name() {
      return "scaledSquare";
    }

    @Override
    public int arity() {
      return 2;
    }

    @Override
    public Shape shape(List<Shape> operands) {
      return operands.get(1);
    }

    @Override
    public DenseTensor value(List<DenseTensor> x) {
      return x.get(0).times(x.get(1)).times(x.get(1));
    }

    @Override
    public <T extends Tensor<T>> Optional<T> formula(List<T> x) {
      return named ? Optional.of(x.get(0).times(x.get(1)).times(x.get(1))) : Optional.empty();
    }

    @Override
    public <T extends Tensor<T>> T vjp(int which, List<T> x, T y, T yBar) {
      return which == 0 ? yBar.times(x.get(1)).times(x.get(1)) : slope(vjpFactor, x).times(yBar);
    }

    @Override
    public <T extends Tensor<T>> T jvp(int which, List<T> x, T y, T dot) {
      return which == 0 ? dot.times(x.get(1)).times(x.get(1)) : slope(jvpFactor, x).times(dot);
    }

    private static <T extends Tensor<T>> T slope(long factor, List<T> x) {
      return x.get(1).constant(factor).times(x.get(0)).times(x.get(1));
    }
  }

  private static List<Proof> prove(Custom operation) {
    return assertRules(operation).forAll(scalar("c"), vector("x", "n")).areProved();
  }

  @Test
  void rightRulesAreProvedByEveryOperandInBothModes() {
    List<Proof> proofs = prove(new ScaledSquare(2, 2, true));
    assertEquals(
        List.of(
            "the vjp of scaledSquare by c [], for all n ≥ 1",
            "the jvp of scaledSquare by c [], for all n ≥ 1",
            "the vjp of scaledSquare by x [n], for all n ≥ 1",
            "the jvp of scaledSquare by x [n], for all n ≥ 1"),
        proofs.stream().map(Proof::subject).toList());
  }

  @Test
  void aWrongVjpIsRefuted() {
    assertFailure("vjp.txt", () -> prove(new ScaledSquare(3, 2, true)));
  }

  @Test
  void aWrongJvpIsRefuted() {
    assertFailure("jvp.txt", () -> prove(new ScaledSquare(2, 1, true)));
  }

  /** Right rules and a right formula, and another value on numbers. */
  private record MisvaluedSquare(ScaledSquare right) implements Custom {
    @Override
    public String name() {
      return right.name();
    }

    @Override
    public int arity() {
      return right.arity();
    }

    @Override
    public Shape shape(List<Shape> operands) {
      return right.shape(operands);
    }

    @Override
    public DenseTensor value(List<DenseTensor> x) {
      return right.value(x).negate();
    }

    @Override
    public <T extends Tensor<T>> Optional<T> formula(List<T> x) {
      return right.formula(x);
    }

    @Override
    public <T extends Tensor<T>> T vjp(int which, List<T> x, T y, T yBar) {
      return right.vjp(which, x, y, yBar);
    }

    @Override
    public <T extends Tensor<T>> T jvp(int which, List<T> x, T y, T dot) {
      return right.jvp(which, x, y, dot);
    }
  }

  @Test
  void anotherValueThanTheFormulaIsSeen() {
    assertFailure("value.txt", () -> prove(new MisvaluedSquare(new ScaledSquare(2, 2, true))));
  }

  @Test
  void anOpaqueOperationIsToNameItsFormula() {
    assertFailure("opaque.txt", () -> prove(new ScaledSquare(2, 2, false)));
  }

  @Test
  void theOperandsAreCounted() {
    IllegalArgumentException few =
        assertThrows(
            IllegalArgumentException.class,
            () -> assertRules(new ScaledSquare(2, 2, true)).forAll(scalar("c")));
    assertEquals("forAll: scaledSquare takes 2 operands, but 1 given", few.getMessage());
  }
}
