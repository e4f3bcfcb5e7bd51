package dev.backproof.autodiff.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.Nesting;
import dev.backproof.core.Custom;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Op;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An operation of a user's own, from its definition to its second derivative. */
class CustomRuleTest {
  /**
   * The cube root ∛x, of negative numbers too, with derivative 1/(3y²): a power x^(1/3) has no
   * value below 0. Its factor is an argument so that it can be given wrongly.
   */
  private record CubeRoot(long vjpFactor, long jvpFactor) implements Custom {
    static final CubeRoot RIGHT = new CubeRoot(3, 3);

    @Override
    public String name() {
      return "cubeRoot";
    }

    @Override
    public int arity() {
      return 1;
    }

    @Override
    public Shape shape(List<Shape> operands) {
      return operands.get(0);
    }

    @Override
    public DenseTensor value(List<DenseTensor> operands) {
      DenseTensor x = operands.get(0);
      return DenseTensor.of(x.shape(), Arrays.stream(x.toArray()).map(Math::cbrt).toArray());
    }

    @Override
    public <T extends Tensor<T>> T vjp(int which, List<T> operands, T y, T yBar) {
      return slope(vjpFactor, operands.get(0), yBar);
    }

    @Override
    public <T extends Tensor<T>> T jvp(int which, List<T> operands, T y, T dot) {
      return slope(jvpFactor, operands.get(0), dot);
    }

    /** The root is applied again, so that the rule can itself be differentiated. */
    private <T extends Tensor<T>> T slope(long factor, T x, T bar) {
      T y = x.apply(Op.custom(this));
      return bar.strongTimes(x.one().div(x.constant(factor).times(y).times(y)));
    }
  }

  private static Formula sumOf(Custom custom) {
    return Formula.ofList(
        new Formula.OfList() {
          @Override
          public <T extends Tensor<T>> T apply(List<T> x) {
            Op op = Op.custom(custom);
            return (x.size() == 1 ? x.get(0).apply(op) : x.get(0).apply(op, x.get(1))).sum();
          }
        });
  }

  private static final DenseTensor AT = DenseTensor.vector(8, -27, 1);

  @Test
  void aCustomOperationDifferentiatesInBothModes() {
    Formula f = sumOf(CubeRoot.RIGHT);
    assertEquals(
        DenseTensor.vector(1.0 / 12, 1.0 / 27, 1.0 / 3),
        Differentiation.grad(f, List.of(AT), 1).get(0));
    assertEquals(
        1.0 / 12 - 1.0 / 27,
        Differentiation.jvp(f, List.of(AT), List.of(DenseTensor.vector(1, -1, 0)))
            .tangent()
            .item());
  }

  @ParameterizedTest
  @EnumSource(Nesting.class)
  void aCustomOperationDifferentiatesTwice(Nesting nesting) {
    // d²∛x/dx² = −2/(9·y⁵)
    double[] second =
        nesting
            .hvp(sumOf(CubeRoot.RIGHT), List.of(AT), List.of(DenseTensor.vector(1, 1, 1)))
            .get(0)
            .toArray();
    assertEquals(-2.0 / (9 * 32), second[0], 1e-17);
    assertEquals(2.0 / (9 * 243), second[1], 1e-17);
    assertEquals(-2.0 / 9, second[2], 1e-16);
  }

  @Test
  void aWrongRuleOnOneSideBreaksTheAdjointIdentity() {
    assertTrue(adjointGap(CubeRoot.RIGHT) <= 64 * 0x1p-53);
    assertTrue(adjointGap(new CubeRoot(3, 2)) > 0.1);
    assertTrue(adjointGap(new CubeRoot(2, 3)) > 0.1);
    assertTrue(adjointGap(new CubeRoot(2, 2)) <= 64 * 0x1p-53, "wrong alike is not seen here");
  }

  /** |⟨w, Jv⟩ − ⟨Jᵀw, v⟩| against the size of its terms. */
  private static double adjointGap(Custom custom) {
    DenseTensor v = RandomTensors.seeded(3).directions(AT.shape());
    Formula f = sumOf(custom);
    double forward = Differentiation.jvp(f, List.of(AT), List.of(v)).tangent().item();
    DenseTensor terms = Differentiation.grad(f, List.of(AT), 1).get(0).times(v);
    double size = Arrays.stream(terms.toArray()).map(Math::abs).sum();
    return Math.abs(forward - terms.sum().item()) / (size + Math.abs(forward));
  }

  @Test
  void aRuleWrongOnBothSidesIsSeenByDifferences() {
    assertTrue(differenceGap(CubeRoot.RIGHT) < 1e-9, "h² and rounding at h = 1e-5");
    assertTrue(differenceGap(new CubeRoot(2, 2)) > 0.1);
  }

  private static double differenceGap(Custom custom) {
    double h = 1e-5;
    Formula f = sumOf(custom);
    DenseTensor step = DenseTensor.full(AT.shape(), h);
    double up = f.apply(List.of(AT.plus(step))).item();
    double down = f.apply(List.of(AT.minus(step))).item();
    double slope = Differentiation.grad(f, List.of(AT), 1).get(0).sum().item();
    return Math.abs((up - down) / (2 * h) - slope);
  }

  /** a + b of a vector and a scalar; its rules give whatever shape they are told to. */
  private record Shifted(Shape cotangent, Shape tangent) implements Custom {
    @Override
    public String name() {
      return "shifted";
    }

    @Override
    public int arity() {
      return 2;
    }

    @Override
    public Shape shape(List<Shape> operands) {
      if (operands.get(0).rank() != 1) {
        throw new IllegalArgumentException(
            "shifted: wants a vector, not " + operands.get(0) + " and " + operands.get(1));
      }
      return operands.get(0);
    }

    @Override
    public DenseTensor value(List<DenseTensor> operands) {
      return operands.get(0).plus(operands.get(1));
    }

    @Override
    public <T extends Tensor<T>> T vjp(int which, List<T> operands, T y, T yBar) {
      return yBar.one().broadcastTo(cotangent);
    }

    @Override
    public <T extends Tensor<T>> T jvp(int which, List<T> operands, T y, T dot) {
      return dot.one().broadcastTo(tangent);
    }
  }

  private static final List<DenseTensor> PAIR = List.of(AT, DenseTensor.scalar(2));

  @Test
  void broadcastingIsUndoneForACustomRuleToo() {
    Formula f = sumOf(new Shifted(Shape.of(3), Shape.SCALAR));
    assertEquals(
        List.of(DenseTensor.vector(1, 1, 1), DenseTensor.scalar(3)),
        Differentiation.grad(f, PAIR, 2));
    assertEquals(
        3, Differentiation.jvp(f, PAIR, List.of(DenseTensor.vector(1, 1, 1))).tangent().item());
  }

  @Test
  void aRuleOfAWrongShapeIsRefusedByTheOperationsName() {
    Formula f = sumOf(new Shifted(Shape.of(2), Shape.of(4)));
    var refused = assertThrows(IllegalStateException.class, () -> Differentiation.grad(f, PAIR, 1));
    assertEquals(
        "shifted: its vjp gives operand 0 of shape [3] a cotangent of shape [2]",
        refused.getMessage());
    refused =
        assertThrows(IllegalStateException.class, () -> Differentiation.jvp(f, PAIR, List.of(AT)));
    assertEquals(
        "shifted: its jvp in operand 0 gives a tangent of shape [4] for a result of shape [3]",
        refused.getMessage());
  }

  @Test
  void operandsThatDoNotFitAreRefusedByTheOperationsOwnRule() {
    Formula f = sumOf(new Shifted(Shape.SCALAR, Shape.SCALAR));
    DenseTensor matrix = AT.expand(0, Size.of(2));
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Differentiation.grad(f, List.of(matrix, DenseTensor.scalar(1)), 1));
    assertEquals("shifted: wants a vector, not [2×3] and []", refused.getMessage());
    refused =
        assertThrows(IllegalArgumentException.class, () -> Differentiation.grad(f, List.of(AT), 1));
    assertEquals("shifted: takes 2 operands, not 1", refused.getMessage());
  }
}
