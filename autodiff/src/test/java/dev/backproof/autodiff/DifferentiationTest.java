package dev.backproof.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.autodiff.forward.Dual;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DifferentiationTest {
  private static final DenseTensor W = DenseTensor.vector(1, 2, -3);
  private static final DenseTensor DIRECTION = DenseTensor.vector(1, 0, 2);
  private static final DenseTensor DATA = DenseTensor.vector(4, 5, 6);

  /** Σ wᵢ³·cᵢ: gradient 3w²c, Hessian diag(6wc). */
  private static <T extends Tensor<T>> T cubes(T w, T c) {
    return w.times(w).times(w).times(c).sum();
  }

  @Test
  void aLambdaServesWhereOneReadingIsEnough() {
    assertEquals(DenseTensor.vector(2, 4, -6), Differentiation.grad(w -> w.times(w).sum(), W));
    ValueAndGradient<DenseTensor> both = Differentiation.valueAndGrad(w -> w.times(w).sum(), W);
    assertEquals(14, both.value().item());
    assertEquals(DenseTensor.vector(2, 4, -6), both.gradient());
  }

  @Test
  void theGradientIsOfTheFirstOperandsOnly() {
    Formula f = Formula.of(DifferentiationTest::cubes);
    assertEquals(
        List.of(DenseTensor.vector(12, 60, 162)), Differentiation.grad(f, List.of(W, DATA), 1));
    assertEquals(
        List.of(DenseTensor.vector(12, 60, 162), DenseTensor.vector(1, 8, -27)),
        Differentiation.grad(f, List.of(W, DATA), 2));
    assertEquals(List.of(), Differentiation.grad(f, List.of(W, DATA), 0));
  }

  @Test
  void cotangentsArePulledBack() {
    DenseTensor yBar = DenseTensor.vector(1, 10, 100);
    assertEquals(DenseTensor.vector(2, 40, -600), Differentiation.vjp(w -> w.times(w), W, yBar));
    assertEquals(
        List.of(DenseTensor.vector(5, 50, 500), DenseTensor.vector(1, 20, -300)),
        Differentiation.vjp(
            Formula.of(DifferentiationTest::product),
            List.of(W, DenseTensor.vector(5, 5, 5)),
            2,
            yBar));
  }

  private static <T extends Tensor<T>> T product(T a, T b) {
    return a.times(b);
  }

  @Test
  void tangentsArePushedForward() {
    Dual<DenseTensor> y = Differentiation.jvp(w -> w.times(w), W, DIRECTION);
    assertEquals(DenseTensor.vector(1, 4, 9), y.primal());
    assertEquals(DenseTensor.vector(2, 0, -12), y.tangent());
    Formula f = Formula.of(DifferentiationTest::cubes);
    assertEquals(
        12 + 2 * 162,
        Differentiation.jvp(f, List.of(W, DATA), List.of(DIRECTION)).tangent().item());
    assertEquals(
        12 + 2 * 162 + 8,
        Differentiation.jvp(f, List.of(W, DATA), List.of(DIRECTION, DenseTensor.vector(0, 1, 0)))
            .tangent()
            .item());
  }

  @Test
  void hessianVectorProductsAreCalledAsTheyAreWritten() {
    DenseTensor byHand = DenseTensor.vector(24, 0, -216);
    assertEquals(
        DenseTensor.vector(2, 0, 4), Differentiation.hvp(w -> w.times(w).sum(), W, DIRECTION));
    assertEquals(byHand, Differentiation.hvp((w, c) -> cubes(w, c.of(DATA)), W, DIRECTION));
    assertEquals(
        byHand,
        Differentiation.hvp(
                Formula.of(DifferentiationTest::cubes), List.of(W, DATA), List.of(DIRECTION))
            .get(0));
  }

  @Test
  void derivativesNestInsideOtherReadings() {
    // d/dw of ⟨grad Σw³, w⟩ = d/dw 3Σw³ = 9w²
    assertEquals(
        DenseTensor.vector(9, 36, 81),
        Differentiation.grad(
            w -> Differentiation.grad(v -> v.times(v).times(v).sum(), w).times(w).sum(), W));
    // third derivative of x⁴ at 2, by three gradients: 24·2
    assertEquals(
        48,
        Differentiation.grad(
                x ->
                    Differentiation.grad(
                        y -> Differentiation.grad(z -> z.times(z).times(z).times(z), y), x),
                DenseTensor.scalar(2))
            .item());
  }

  @Test
  void jacobiansHaveTheShapeOfTheValueThenOfThePoint() {
    DenseTensor matrix = DenseTensor.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}});
    assertEquals(matrix, Differentiation.jacobian(w -> Var.constant(matrix).matmul(w), W));
    DenseTensor transposed = Differentiation.jacobian(Var::transpose, matrix);
    assertEquals(Shape.of(3, 2, 2, 3), transposed.shape());
    assertEquals(1, transposed.get(2, 1, 1, 2));
    assertEquals(6, transposed.sum().item());
    assertEquals(DenseTensor.vector(1, 1, 1), Differentiation.jacobian(w -> w.sum(), W));
    assertEquals(
        DenseTensor.scalar(4), Differentiation.jacobian(x -> x.times(x), DenseTensor.scalar(2)));
    assertEquals(
        DenseTensor.vector(1, 1),
        Differentiation.jacobian(
            x -> x.plus(Var.constant(DenseTensor.vector(0, 0))), DenseTensor.scalar(2)));
  }

  @Test
  void jacobiansOfEmptyTensorsAreEmpty() {
    DenseTensor empty = DenseTensor.full(Shape.of(0, 2), 1);
    assertEquals(Shape.of(0, 2, 0, 2), Differentiation.jacobian(x -> x.times(x), empty).shape());
    assertEquals(Shape.of(0, 2), Differentiation.jacobian(x -> x.sum(), empty).shape());
    assertEquals(Shape.of(0, 3), Differentiation.jacobian(x -> x.slice(0, 1, 1), W).shape());
    assertEquals(
        Shape.of(0, 2, 0, 2), Differentiation.hessian(x -> x.times(x).sum(), empty).shape());
    assertEquals(empty, Differentiation.grad(x -> x.times(x).sum(), empty));
  }

  @Test
  void theJacobianOfAConstantIsZero() {
    assertEquals(DenseTensor.full(Shape.of(3, 3), 0), Differentiation.jacobian(w -> w.detach(), W));
  }

  @Test
  void hessiansHaveTheShapeOfThePointTwice() {
    assertEquals(
        DenseTensor.matrix(new double[][] {{6, 0, 0}, {0, 12, 0}, {0, 0, -18}}),
        Differentiation.hessian(w -> w.times(w).times(w).sum(), W));
    assertEquals(
        DenseTensor.matrix(new double[][] {{2, 2, 2}, {2, 2, 2}, {2, 2, 2}}),
        Differentiation.hessian(w -> w.sum().times(w.sum()), W));
    assertEquals(
        6, Differentiation.hessian(x -> x.times(x).times(x), DenseTensor.scalar(1)).item());
    DenseTensor matrix = DenseTensor.full(Shape.of(2, 2), 3);
    DenseTensor hessian = Differentiation.hessian(x -> x.matmul(x).sum(), matrix); // Σ xᵢₖxₖⱼ
    assertEquals(Shape.of(2, 2, 2, 2), hessian.shape());
    assertEquals(2, hessian.get(0, 0, 0, 0), "x₀₀ stands in x₀₀x₀₀ only");
    assertEquals(2, hessian.get(0, 1, 1, 0), "x₀₁x₁₀ stands in entries (0, 0) and (1, 1)");
    assertEquals(0, hessian.get(0, 0, 1, 1), "x₀₀x₁₁ stands nowhere");
    assertEquals(1, hessian.get(0, 0, 0, 1), "x₀₀x₀₁ stands in entry (0, 1)");
  }

  @ParameterizedTest
  @EnumSource(Nesting.class)
  void allNestingsGiveTheHessianByHand(Nesting nesting) {
    Formula f = Formula.of(DifferentiationTest::cubes);
    // H = [[6wc, 3w²], [3w², 0]] in (w, c)
    assertEquals(
        List.of(DenseTensor.vector(24 + 3, 12, -216), DenseTensor.vector(3, 0, 54)),
        nesting.hvp(f, List.of(W, DATA), List.of(DIRECTION, DenseTensor.vector(1, 1, 0))));
  }

  @ParameterizedTest
  @EnumSource(Nesting.class)
  void allNestingsAgreeOnANetwork(Nesting nesting) {
    Formula loss = Formula.of(DifferentiationTest::network);
    RandomTensors random = RandomTensors.seeded(7);
    List<Shape> shapes = List.of(Shape.of(3, 4), Shape.of(3), Shape.of(2, 3), Shape.of(4));
    List<DenseTensor> at = shapes.stream().map(random::normal).toList();
    List<DenseTensor> along = shapes.stream().map(random::directions).toList();
    List<DenseTensor> expected = Nesting.VAR_OF_DUAL.hvp(loss, at, along);
    List<DenseTensor> found = nesting.hvp(loss, at, along);
    for (int i = 0; i < at.size(); i++) {
      // entries of order 1 from some 50 operations each: 1e-13 is 64·u·cond with cond near 14
      double worst = Functions.l2Norm(found.get(i).minus(expected.get(i))).item();
      assertEquals(0, worst, 1e-13, "operand " + i);
    }
  }

  private static <T extends Tensor<T>> T network(T w1, T b1, T w2, T x) {
    T hidden = w1.matmul(x).plus(b1).map(Elementary.TANH);
    return Functions.logSumExp(w2.matmul(hidden));
  }

  @Test
  void aValueThatIsNoScalarHasNoGradient() {
    var refused =
        assertThrows(IllegalStateException.class, () -> Differentiation.grad(w -> w.times(w), W));
    assertEquals(
        "backward: [3] is not a scalar; sum it, or give a cotangent of its shape",
        refused.getMessage());
    assertThrows(
        IllegalStateException.class, () -> Differentiation.hvp(w -> w.times(w), W, DIRECTION));
    assertThrows(IllegalStateException.class, () -> Differentiation.hessian(w -> w.times(w), W));
  }

  @Test
  void shapesOfDirectionsAreThoseOfThePoint() {
    DenseTensor two = DenseTensor.vector(1, 2);
    assertThrows(IllegalArgumentException.class, () -> Differentiation.jvp(w -> w.sum(), W, two));
    assertThrows(
        IllegalArgumentException.class, () -> Differentiation.vjp(w -> w.times(w), W, two));
    assertThrows(
        IllegalArgumentException.class, () -> Differentiation.hvp(w -> w.times(w).sum(), W, two));
  }

  @Test
  void moreGradientsThanOperandsAreRefused() {
    Formula f = Formula.of(DifferentiationTest::cubes);
    List<DenseTensor> at = List.of(W, DATA);
    List<DenseTensor> three = List.of(W, W, W);
    var refused =
        assertThrows(IllegalArgumentException.class, () -> Differentiation.grad(f, at, 3));
    assertEquals(
        "differentiation: 3 gradients asked for, but 2 operands given", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Differentiation.grad(f, at, -1));
    refused = assertThrows(IllegalArgumentException.class, () -> Differentiation.jvp(f, at, three));
    assertEquals(
        "differentiation: 3 tangents asked for, but 2 operands given", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Differentiation.hvp(f, at, three));
  }

  @Test
  void aFunctionOfAnotherTapesVariableIsRefused() {
    Var<DenseTensor> other = new Tape<DenseTensor>().variable(W);
    assertThrows(IllegalArgumentException.class, () -> Differentiation.grad(w -> other.sum(), W));
    assertThrows(
        IllegalArgumentException.class, () -> Differentiation.grad(w -> w.times(other).sum(), W));
  }

  @Test
  void parametersInARecordAreDifferentiatedByTheDirectWay() {
    record Params<T>(T w, T b) {
      <R> Params<R> map(Function<T, R> f) {
        return new Params<>(f.apply(w), f.apply(b));
      }
    }
    var tape = new Tape<DenseTensor>();
    var q = new Params<>(W, DenseTensor.scalar(1)).map(tape::variable);
    var g = q.w().times(tape.constant(DATA)).plus(q.b()).sum().backward();
    Params<DenseTensor> gradient = q.map(g::of);
    assertEquals(new Params<>(DATA, DenseTensor.scalar(3)), gradient);
  }
}
