package dev.backproof.core;

import static dev.backproof.core.Refusals.failsInState;
import static dev.backproof.core.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.witness.ComplexStep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomTest {
  /** The sum of its operands, with or without a formula; of equal shapes. */
  private record Total(int arity, boolean open, Shape claimed) implements Custom {
    @Override
    public String name() {
      return "total";
    }

    @Override
    public Shape shape(List<Shape> operands) {
      for (Shape operand : operands) {
        if (!operand.equals(operands.get(0))) {
          throw new IllegalArgumentException(
              "total: shapes differ: " + operands.get(0) + " and " + operand);
        }
      }
      return claimed;
    }

    @Override
    public DenseTensor value(List<DenseTensor> operands) {
      return sum(operands);
    }

    @Override
    public <T extends Tensor<T>> Optional<T> formula(List<T> operands) {
      return open ? Optional.of(sum(operands)) : Optional.empty();
    }

    @Override
    public <T extends Tensor<T>> T vjp(int which, List<T> operands, T y, T yBar) {
      return yBar;
    }

    @Override
    public <T extends Tensor<T>> T jvp(int which, List<T> operands, T y, T dot) {
      return dot;
    }

    private static <T extends Tensor<T>> T sum(List<T> operands) {
      T sum = operands.get(0);
      for (T next : operands.subList(1, operands.size())) {
        sum = sum.plus(next);
      }
      return sum;
    }
  }

  private static final Shape PAIR = Shape.of(2);
  private static final DenseTensor X = DenseTensor.vector(1, 2);

  private static Op total(int arity, boolean open) {
    return Op.custom(new Total(arity, open, PAIR));
  }

  private record Applied(Op op) implements Formula.OfList {
    @Override
    public <T extends Tensor<T>> T apply(List<T> x) {
      return x.get(0).apply(op, x.get(1)).sum();
    }
  }

  @Test
  void runsItsOwnKernelForOneToThreeOperands() {
    assertEquals(X, X.apply(total(1, false)));
    assertEquals(X.plus(X), X.apply(total(2, false), X));
    assertEquals(X.plus(X).plus(X), X.apply(total(3, false), X, X));
  }

  @Test
  void isNamedByItself() {
    assertEquals("total", total(2, false).name());
    assertEquals("total", total(2, false).toString());
    assertEquals(2, total(2, false).arity());
    assertTrue(total(2, false).flows(1));
    assertEquals(total(2, true), total(2, true));
  }

  @Test
  void itsOwnShapeRuleRefuses() {
    refuses(
        "total: shapes differ: [2] and []", () -> X.apply(total(2, false), DenseTensor.scalar(1)));
    refuses("total: takes 2 operands, not 1", () -> X.apply(total(2, false)));
  }

  @Test
  void aKernelThatBreaksItsShapeRuleIsFound() {
    Op op = Op.custom(new Total(1, false, Shape.of(3)));
    failsInState("total: its value has shape [2], but its shape rule says [3]", () -> X.apply(op));
  }

  @Test
  void itsFormulaServesReadingsWithoutAKernel() {
    Formula formula = Formula.ofList(new Applied(total(2, true)));
    assertEquals(DenseTensor.vector(1, 1), ComplexStep.gradient(formula, List.of(X, X), 1));
  }

  @Test
  void withoutAFormulaItIsOpaqueAndSaysSo() {
    Formula formula = Formula.ofList(new Applied(total(2, false)));
    assertEquals(
        "total: opaque to the reading 'complex step'; let it name its formula",
        assertThrows(
                UnsupportedOperationException.class,
                () -> ComplexStep.gradient(formula, List.of(X, X), 0))
            .getMessage());
  }
}
