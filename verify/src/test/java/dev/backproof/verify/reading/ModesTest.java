package dev.backproof.verify.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Primitive;
import dev.backproof.verify.check.RunningError;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Forward and reverse mode beside each other, at any numbers: kinks, ties and tails too. */
class ModesTest {
  private static final double U = 0x1p-53;
  private static final long SEED = 13;
  private static final int CASES = 60;

  private final SplittableRandom random = new SplittableRandom(SEED);

  @ParameterizedTest
  @EnumSource
  void derivativesHaveTheShapesOfValueAndOperandsWhateverTheNumbers(Primitive primitive) {
    for (OpCase c : new OpCases(SEED, Values.ANY).of(primitive, CASES)) {
      Point point = Point.of(c.written(), random);
      assertEquals(point.w().shape(), point.pushed(x -> x).shape(), c::toString);
      List<DenseTensor> back = point.pulled(x -> x);
      for (int which = 0; which < back.size(); which++) {
        assertEquals(c.operands().get(which).shape(), back.get(which).shape(), c::toString);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPrimitiveHasAdjointModesAtKinksToo(Primitive primitive) {
    assertAdjoint(new OpCases(SEED, Values.FINITE).of(primitive, CASES).stream());
  }

  @ParameterizedTest
  @EnumSource
  void everyElementaryFunctionHasAdjointModesAtKinksToo(Elementary f) {
    assertAdjoint(new OpCases(SEED, Values.FINITE).of(f, CASES).stream());
  }

  /** ⟨w, J·v⟩ = ⟨Jᵀ·w, v⟩ within the running errors of both sides. */
  private void assertAdjoint(Stream<OpCase> cases) {
    long judged =
        cases
            .map(c -> Point.of(c.written(), random))
            .filter(
                point -> {
                  RunningError left =
                      point.pushed(RunningError::of).times(RunningError.of(point.w())).sum();
                  RunningError right = RunningError.of(DenseTensor.scalar(0));
                  List<RunningError> back = point.pulled(RunningError::of);
                  for (int i = 0; i < back.size(); i++) {
                    RunningError v = RunningError.of(point.v().get(i));
                    right = right.plus(back.get(i).times(v).sum());
                  }
                  RunningError gap = left.minus(right);
                  double size = Math.abs(gap.value().item());
                  if (!Double.isFinite(size)) {
                    return false;
                  }
                  double bound = U * gap.mu().item();
                  assertTrue(size <= bound, () -> size + " above " + bound + ": " + point);
                  return true;
                })
            .count();
    assertTrue(judged > CASES / 3, "judged only " + judged);
  }
}
