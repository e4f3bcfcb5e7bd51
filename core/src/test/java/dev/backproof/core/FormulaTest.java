package dev.backproof.core;

import static dev.backproof.core.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormulaTest {
  static <T extends Tensor<T>> T one(T a) {
    return a;
  }

  static <T extends Tensor<T>> T two(T a, T b) {
    return digits(List.of(a, b));
  }

  static <T extends Tensor<T>> T three(T a, T b, T c) {
    return digits(List.of(a, b, c));
  }

  static <T extends Tensor<T>> T four(T a, T b, T c, T d) {
    return digits(List.of(a, b, c, d));
  }

  static <T extends Tensor<T>> T five(T a, T b, T c, T d, T e) {
    return digits(List.of(a, b, c, d, e));
  }

  static <T extends Tensor<T>> T six(T a, T b, T c, T d, T e, T f) {
    return digits(List.of(a, b, c, d, e, f));
  }

  /** The operands as the digits of a number: tells their order. */
  static <T extends Tensor<T>> T digits(List<T> operands) {
    T value = operands.get(0);
    for (T next : operands.subList(1, operands.size())) {
      value = value.times(value.constant(10)).plus(next);
    }
    return value;
  }

  private static List<DenseTensor> operands(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> DenseTensor.scalar(i)).toList();
  }

  @Test
  void operandsArriveInOrderForEveryArity() {
    List<Formula> formulas =
        List.of(
            Formula.of(FormulaTest::one),
            Formula.of(FormulaTest::two),
            Formula.of(FormulaTest::three),
            Formula.of(FormulaTest::four),
            Formula.of(FormulaTest::five),
            Formula.of(FormulaTest::six));
    double[] expected = {1, 12, 123, 1234, 12345, 123456};
    for (int i = 0; i < 6; i++) {
      assertEquals(OptionalInt.of(i + 1), formulas.get(i).arity());
      assertEquals(expected[i], formulas.get(i).apply(operands(i + 1)).item());
    }
  }

  @Test
  void aListTakesAnyNumber() {
    Formula formula = Formula.ofList(FormulaTest::digits);
    assertEquals(OptionalInt.empty(), formula.arity());
    assertEquals(1234567, formula.apply(operands(7)).item());
  }

  @Test
  void refusesTheWrongNumberOfOperands() {
    refuses(
        "formula: takes 2 operands, not 3", () -> Formula.of(FormulaTest::two).apply(operands(3)));
    refuses(
        "formula: takes 1 operands, not 0",
        () -> Formula.of(FormulaTest::one).apply(List.<DenseTensor>of()));
  }
}
