package dev.backproof.autodiff.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.Nesting;
import dev.backproof.autodiff.tape.Gradients;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VjpRulesTest {
  @Test
  void broadcastingIsUndoneInEveryBinaryRule() {
    List<BinaryOperator<Var<DenseTensor>>> rules =
        List.of(
            Var::plus,
            Var::minus,
            Var::times,
            Var::strongTimes,
            Var::div,
            Var::pow,
            Var::maximum,
            Var::minimum,
            (a, b) -> a.greater(b).where(a, b));
    List<Shape> shapes =
        List.of(
            Shape.SCALAR,
            Shape.of(1),
            Shape.of(3),
            Shape.of(2, 1),
            Shape.of(1, 3),
            Shape.of(2, 3),
            Shape.of(4, 1, 3),
            Shape.of(0, 2, 3));
    for (BinaryOperator<Var<DenseTensor>> rule : rules) {
      for (Shape left : shapes) {
        for (Shape right : shapes) {
          Tape<DenseTensor> tape = new Tape<>();
          Var<DenseTensor> a = tape.variable(DenseTensor.full(left, 2));
          Var<DenseTensor> b = tape.variable(DenseTensor.full(right, 3));
          Var<DenseTensor> y;
          try {
            y = rule.apply(a, b);
          } catch (IllegalArgumentException doNotBroadcast) {
            continue;
          }
          Gradients<DenseTensor> gradients = y.sum().backward();
          assertEquals(left, gradients.of(a).shape());
          assertEquals(right, gradients.of(b).shape());
        }
      }
    }
  }

  @Test
  void aRepeatedOperandGetsTheSumOfWhatItsCopiesGet() {
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> x = tape.variable(DenseTensor.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}}));
    Var<DenseTensor> row = tape.variable(DenseTensor.vector(1, 2, 4));
    Var<DenseTensor> column = tape.variable(DenseTensor.of(Shape.of(2, 1), 1, 2));
    Var<DenseTensor> scalar = tape.variable(DenseTensor.scalar(2));
    assertEquals(DenseTensor.vector(5, 7, 9), x.times(row).sum().backward().of(row));
    assertEquals(
        DenseTensor.of(Shape.of(2, 1), 6, 15), x.times(column).sum().backward().of(column));
    assertEquals(DenseTensor.scalar(21), x.times(scalar).sum().backward().of(scalar));
    assertEquals(DenseTensor.scalar(-21 / 4.0), x.div(scalar).sum().backward().of(scalar));
    assertEquals(
        DenseTensor.scalar(-6),
        row.minus(scalar).sum().sum().minus(scalar.minus(row).sum()).backward().of(scalar));
  }

  @Test
  void aWindowSendsItsCotangentBackToWhereItWasCut() {
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> x = tape.variable(DenseTensor.vector(5, 6, 7, 8));
    Var<DenseTensor> window = x.slice(0, 1, 3);
    assertEquals(
        DenseTensor.vector(0, 10, 20, 0), window.backward(DenseTensor.vector(10, 20)).of(x));
    Var<DenseTensor> padded = x.pad(0, 1, 2);
    assertEquals(
        DenseTensor.vector(2, 3, 4, 5),
        padded.backward(DenseTensor.vector(1, 2, 3, 4, 5, 6, 7)).of(x));
  }

  @Test
  void aRowOfAPrimitiveNothingFlowsThroughIsNeverToBeAsked() {
    Var<DenseTensor> x = new Tape<DenseTensor>().variable(DenseTensor.vector(1, 0));
    for (Var<DenseTensor> mask :
        List.of(
            x.equal(x),
            x.greater(x),
            x.oneHot(Size.of(2)),
            x.detach(),
            x.map(Elementary.SIGN),
            x.map(Elementary.STEP))) {
      Op op = mask.op();
      String message = op.name() + ": no derivative flows through it; ask Op.flows before a rule";
      var refused =
          assertThrows(
              IllegalStateException.class, () -> VjpRules.PAGE.pull(mask, 0, mask.primal()));
      assertEquals(message, refused.getMessage());
      refused =
          assertThrows(
              IllegalStateException.class, () -> JvpRules.PAGE.push(mask, 0, mask.primal()));
      assertEquals(message, refused.getMessage());
    }
  }

  private static <T extends Tensor<T>> T guardedLog(T x) {
    return x.greater(x.zero()).where(x.map(Elementary.LOG), x.zero()).sum();
  }

  private static <T extends Tensor<T>> T guardedQuotient(T x) {
    return x.equal(x.zero()).where(x, x.one().div(x)).sum();
  }

  private static <T extends Tensor<T>> T guardedRoot(T x) {
    return x.greater(x.zero()).where(x.map(Elementary.SQRT), x.zero()).sum();
  }

  private static <T extends Tensor<T>> T guardedPower(T x) {
    return x.greater(x.zero()).where(x.pow(x.constant(-3, 2)), x.zero()).sum();
  }

  private static <T extends Tensor<T>> T entropy(T x) {
    return Functions.crossEntropyFromProbabilities(x, x.detach());
  }

  /** At 0 the branch taken is constant (or the identity), so both derivatives are those of it. */
  @ParameterizedTest
  @EnumSource(Nesting.class)
  void aZeroCotangentStaysZeroAtAPole(Nesting nesting) {
    DenseTensor at = DenseTensor.vector(0, -1, 4);
    DenseTensor along = DenseTensor.vector(1, 1, 1);
    record Row(Formula f, DenseTensor gradient, DenseTensor second) {}
    for (Row row :
        List.of(
            new Row(
                Formula.of(VjpRulesTest::guardedLog),
                DenseTensor.vector(0, 0, 0.25),
                DenseTensor.vector(0, 0, -0.0625)),
            new Row(
                Formula.of(VjpRulesTest::guardedQuotient),
                DenseTensor.vector(1, -1, -0.0625),
                DenseTensor.vector(0, -2, 0.03125)),
            new Row(
                Formula.of(VjpRulesTest::guardedRoot),
                DenseTensor.vector(0, 0, 0.25),
                DenseTensor.vector(0, 0, -0.03125)),
            new Row(
                Formula.of(VjpRulesTest::guardedPower),
                DenseTensor.vector(0, 0, -1.5 / 32),
                DenseTensor.vector(0, 0, 3.75 / 128)))) {
      assertEquals(row.gradient(), unsigned(Differentiation.grad(row.f(), List.of(at), 1).get(0)));
      assertEquals(
          row.gradient().toArray()[0] + row.gradient().toArray()[1] + row.gradient().toArray()[2],
          Differentiation.jvp(row.f(), List.of(at), List.of(along)).tangent().item());
      assertEquals(
          row.second(), unsigned(nesting.hvp(row.f(), List.of(at), List.of(along)).get(0)));
    }
  }

  /** Adding 0.0 turns −0.0 into 0.0. */
  private static DenseTensor unsigned(DenseTensor x) {
    return x.plus(DenseTensor.scalar(0));
  }

  @Test
  void zeroTimesInfinityIsZeroBackwards() {
    DenseTensor at = DenseTensor.vector(0, 1, 0);
    assertEquals(
        DenseTensor.vector(0, -1, 0),
        unsigned(Differentiation.<DenseTensor>grad(p -> entropy(p), at)),
        "0·log 0 has no slope where its weight is 0");
    assertEquals(
        DenseTensor.vector(0, 0),
        Differentiation.<DenseTensor>grad(
                x -> x.times(Var.constant(DenseTensor.scalar(0))).map(Elementary.EXP).sum(),
                DenseTensor.vector(3, Double.POSITIVE_INFINITY))
            .times(DenseTensor.vector(1, 0))
            .plus(DenseTensor.vector(0, 0)));
  }

  @ParameterizedTest
  @EnumSource(Nesting.class)
  void aNormAtZeroHasSlopeZeroAndNoNan(Nesting nesting) {
    Formula norm = Formula.of(Functions::l2Norm);
    DenseTensor zero = DenseTensor.vector(0, 0);
    assertEquals(zero, unsigned(Differentiation.grad(norm, List.of(zero), 1).get(0)));
    DenseTensor second =
        nesting.hvp(norm, List.of(zero), List.of(DenseTensor.vector(1, -2))).get(0);
    assertEquals(DenseTensor.vector(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY), second);
    Stream.of(DenseTensor.vector(1, 0), DenseTensor.vector(0, 1))
        .map(direction -> nesting.hvp(norm, List.of(zero), List.of(direction)).get(0))
        .forEach(
            column ->
                assertEquals(
                    0, Arrays.stream(column.toArray()).filter(Double::isNaN).count(), "no NaN"));
  }
}
