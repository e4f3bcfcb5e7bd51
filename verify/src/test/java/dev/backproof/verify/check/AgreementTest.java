package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Comparison rounding(double found, double hand, double cond) {
    return Agreement.rounding(
        Witness.GRAPH,
        DenseTensor.vector(found),
        DenseTensor.vector(hand),
        DenseTensor.vector(cond));
  }

  private static void assertVerdict(Verdict expected, Comparison comparison) {
    assertEquals(expected, comparison.verdict(), comparison::toString);
  }

  @Test
  void equalNumbersAgreeWithErrorZero() {
    Comparison equal = rounding(0.1, 0.1, 1);
    assertVerdict(Verdict.AGREES, equal);
    assertEquals(0, equal.reached());
    assertEquals(1, equal.entries());
  }

  @Test
  void thirtyTwoUnitsAreAllowedAndThirtyThreeAreNot() {
    assertVerdict(Verdict.AGREES, rounding(1 + 32 * Bound.U, 1, 1));
    Comparison more = rounding(1 + 34 * Bound.U, 1, 1);
    assertVerdict(Verdict.DISAGREES, more);
    assertEquals(34, more.reached());
  }

  @Test
  void notANumberAgreesWithNothing() {
    assertVerdict(Verdict.DISAGREES, rounding(Double.NaN, Double.NaN, 1));
    assertVerdict(Verdict.DISAGREES, rounding(Double.NaN, 1, 1));
    assertVerdict(Verdict.DISAGREES, rounding(1, Double.NaN, 1));
    assertVerdict(Verdict.DISAGREES, rounding(1, Double.NaN, 0));
    assertVerdict(Verdict.DISAGREES, rounding(Double.NaN, 1, INFINITY));
    assertVerdict(Verdict.DISAGREES, rounding(1, 2, Double.NaN));
  }

  @Test
  void infinitiesAgreeWithThemselvesOnly() {
    assertVerdict(Verdict.AGREES, rounding(INFINITY, INFINITY, 0));
    assertVerdict(Verdict.DISAGREES, rounding(INFINITY, -INFINITY, 1));
    assertVerdict(Verdict.DISAGREES, rounding(INFINITY, Double.MAX_VALUE, 1));
    assertVerdict(Verdict.DISAGREES, rounding(1, INFINITY, INFINITY));
  }

  @Test
  void zerosOfEitherSignAgree() {
    assertVerdict(Verdict.AGREES, rounding(-0.0, 0.0, 0));
  }

  /** All that gradual underflow may add is left: thousands of times below the least normal. */
  @Test
  void noConditionDemandsEquality() {
    assertVerdict(Verdict.DISAGREES, rounding(Math.nextUp(1.0), 1, 0));
    assertVerdict(Verdict.DISAGREES, rounding(Double.MIN_NORMAL, 0, 0));
  }

  @Test
  void anInfiniteBoundChecksNothing() {
    Comparison blind = rounding(3, 4, INFINITY);
    assertVerdict(Verdict.NOT_CHECKABLE, blind);
    assertEquals(0, blind.entries());
  }

  @Test
  void anEntryWithoutBoundIsNotCounted() {
    Comparison one =
        Agreement.rounding(
            Witness.GRAPH,
            DenseTensor.vector(1, 3),
            DenseTensor.vector(1, 4),
            DenseTensor.vector(1, INFINITY));
    assertVerdict(Verdict.AGREES, one);
    assertEquals(1, one.entries());
  }

  @Test
  void nothingToCompareIsNoAgreement() {
    DenseTensor none = DenseTensor.full(Shape.of(2, 0), 0);
    assertVerdict(Verdict.NOT_CHECKABLE, Agreement.rounding(Witness.GRAPH, none, none, none));
  }

  @Test
  void anotherShapeIsSaid() {
    Comparison misfit =
        Agreement.rounding(
            Witness.FORWARD,
            DenseTensor.full(Shape.of(2, 3), 1),
            DenseTensor.full(Shape.of(3, 2), 1),
            DenseTensor.full(Shape.of(3, 2), 1));
    assertVerdict(Verdict.DISAGREES, misfit);
    assertEquals("forward has shape [2×3], the hand side [3×2]", misfit.detail().orElseThrow());
  }

  @Test
  void theWorstEntryIsNamed() {
    Comparison wrong =
        Agreement.rounding(
            Witness.GRAPH,
            DenseTensor.vector(1, 2.5, 3.25),
            DenseTensor.vector(1, 2, 3),
            DenseTensor.vector(1, 1, 1));
    assertEquals("entry 1 of [3]: graph 2.5, by hand 2.0", wrong.detail().orElseThrow());
  }

  @Test
  void asManyUnitsAsEntriesAreAskedFor() {
    DenseTensor two = DenseTensor.vector(1, 2);
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Agreement.within(Witness.GRAPH, Bound.EXACT, two, two, new double[1]))
                .getMessage());
    assertTrue(message.contains("1 units for 2 entries"), message);
  }
}
