package dev.backproof.verify.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.ShapeRules;
import dev.backproof.core.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every reading of {@link Tensor} keeps, for every primitive and every elementary function.
 *
 * <p>A reading says how numbers are lifted into it, what can be seen of its values, and how close
 * these are to the values on numbers.
 *
 * @param <T> the reading
 */
abstract class ReadingContract<T extends Tensor<T>> {
  private static final long SEED = 20240917;
  private static final int CASES = 80;
  private static final int CASES_OF_ONE_FUNCTION = 25;

  /** Numbers as values of the reading. */
  abstract T lift(DenseTensor x);

  /** All that can be seen of a value and must never change. */
  abstract Object seen(T y);

  /** Holds the value of the reading against the value on numbers. */
  abstract void assertValue(Written c, T actual);

  /** Whether no derivative flows to it. */
  abstract boolean isConstant(T y);

  /** Which numbers the reading takes. */
  Values values() {
    return Values.ANY;
  }

  /** Whether it has the kernel of an operation of the user's own, so needs no formula of it. */
  boolean hasKernels() {
    return true;
  }

  /** Whether entries are there to be refused. */
  boolean hasEntries() {
    return true;
  }

  @ParameterizedTest
  @EnumSource
  void everyPrimitiveHasTheShapeOfTheRulesAndTheValueOnNumbers(Primitive primitive) {
    for (OpCase c : new OpCases(SEED, values()).of(primitive, CASES)) {
      check(c);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyElementaryFunctionHasTheValueOnNumbers(Elementary f) {
    for (OpCase c : new OpCases(SEED, values()).of(f, CASES_OF_ONE_FUNCTION)) {
      check(c);
    }
  }

  private void check(OpCase c) {
    List<DenseTensor> before =
        c.operands().stream().map(x -> DenseTensor.of(x.shape(), x.toArray())).toList();
    List<T> x = c.operands().stream().map(this::lift).toList();
    List<Object> seen = x.stream().map(this::seen).toList();
    T y = c.apply(x);
    assertEquals(ShapeRules.infer(c.op(), c.shapes()), y.shape(), c::toString);
    assertValue(c.written(), y);
    assertEquals(seen(y), seen(c.apply(x)), () -> "another value the second time: " + c);
    assertEquals(before, c.operands(), "an operand has changed");
    assertEquals(seen, x.stream().map(this::seen).toList(), "a lifted operand has changed");
  }

  @ParameterizedTest
  @EnumSource
  void everyPrimitiveRefusesWhatDoesNotFitWithTheMessageOnNumbers(Primitive primitive) {
    for (OpCase c : Misfits.of(primitive)) {
      if (primitive == Primitive.ONE_HOT && !hasEntries() && c.operands().size() == 1) {
        continue;
      }
      IllegalArgumentException onNumbers =
          assertThrows(
              IllegalArgumentException.class, () -> c.apply(c.operands()), () -> c + " on numbers");
      List<T> x = c.operands().stream().map(this::lift).toList();
      IllegalArgumentException here =
          assertThrows(IllegalArgumentException.class, () -> c.apply(x), c::toString);
      assertEquals(onNumbers.getMessage(), here.getMessage(), c::toString);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SIZE", "CONSTANT", "EQUAL", "GREATER", "ONE_HOT", "DETACH"})
  void noDerivativeFlowsOutOfConstantsAndMasks(Primitive primitive) {
    for (OpCase c : new OpCases(SEED, values()).of(primitive, CASES)) {
      assertTrue(isConstant(c.apply(c.operands().stream().map(this::lift).toList())), c::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void selfIsTheSameObject(int rank) {
    T x = lift(DenseTensor.full(Shape.of(new int[rank]), 1));
    assertSame(x, x.self());
  }

  @Test
  void operationOfTheUsersOwnWithoutFormulaIsOpaqueWhereThereIsNoKernel() {
    OpCases cases = new OpCases(SEED, values());
    for (int i = 0; i < CASES; i++) {
      OpCase c = cases.custom(false);
      List<T> x = c.operands().stream().map(this::lift).toList();
      if (hasKernels()) {
        assertValue(c.written(), c.apply(x));
      } else {
        var refused =
            assertThrows(UnsupportedOperationException.class, () -> c.apply(x), c::toString);
        assertTrue(
            String.valueOf(refused.getMessage()).startsWith(c.op().name() + ": opaque to"),
            refused::getMessage);
      }
    }
  }

  @Test
  void everyMethodOfTensorMeansWhatItMeansOnNumbers() {
    for (Written method : TensorMethods.all(SEED, values())) {
      T y = method.formula().apply(method.at().stream().map(this::lift).toList());
      assertEquals(method.onNumbers().shape(), y.shape(), method::toString);
      assertValue(method, y);
    }
  }
}
