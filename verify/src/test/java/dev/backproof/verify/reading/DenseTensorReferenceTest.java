package dev.backproof.verify.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Primitive;
import dev.backproof.core.Tensor;
import dev.backproof.verify.check.RunningError;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers, and the generated cases that every reading is held against. */
class DenseTensorReferenceTest {
  private static final long SEED = 7;
  private static final int CASES = 400;
  private static final double U = 0x1p-53;

  @ParameterizedTest
  @EnumSource
  void everyPrimitiveIsItsMeaningEntryByEntry(Primitive primitive) {
    for (OpCase c : new OpCases(SEED, Values.ANY).of(primitive, CASES)) {
      DenseTensor expected = Reference.value(c);
      DenseTensor actual = c.apply(c.operands());
      if (isSum(primitive)) {
        assertWithinRounding(c, expected, actual);
      } else {
        assertEquals(expected, actual, c::toString);
      }
    }
  }

  private static boolean isSum(Primitive primitive) {
    return primitive == Primitive.SUM
        || primitive == Primitive.SUM_TO
        || primitive == Primitive.MATMUL;
  }

  /** The order of summation is free, so either side may be off by the running error. */
  private static void assertWithinRounding(OpCase c, DenseTensor expected, DenseTensor actual) {
    assertEquals(expected.shape(), actual.shape(), c::toString);
    DenseTensor mu = RunningError.cond(c.written().formula(), c.operands());
    for (int i = 0; i < mu.count(); i++) {
      double bound = 2 * U * mu.at(i);
      boolean agrees =
          Double.isFinite(expected.at(i))
              ? Math.abs(expected.at(i) - actual.at(i)) <= bound
              : Double.compare(expected.at(i), actual.at(i)) == 0;
      assertTrue(agrees, c + ": " + expected.at(i) + " and " + actual.at(i));
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SIZE", "CONSTANT"})
  void everyPrimitiveIsTriedOnScalarsAndOnNoEntries(Primitive primitive) {
    List<OpCase> cases = new OpCases(SEED, Values.ANY).of(primitive, CASES);
    assertTrue(cases.stream().anyMatch(c -> c.apply(c.operands()).count() == 0));
    assertTrue(cases.stream().anyMatch(c -> c.operands().get(0).count() == 1));
    assertTrue(cases.stream().anyMatch(c -> c.operands().get(0).count() > 3));
  }

  @Test
  void everyMethodOfTensorHasACase() {
    Set<String> methods =
        Arrays.stream(Tensor.class.getDeclaredMethods())
            .filter(Method::isDefault)
            .map(Method::getName)
            .collect(Collectors.toSet());
    Set<String> cases =
        TensorMethods.all(SEED, Values.ANY).stream().map(Written::name).collect(Collectors.toSet());
    methods.removeAll(cases);
    assertEquals(Set.of(), methods, "methods of Tensor without a case: add them to TensorMethods");
  }
}
