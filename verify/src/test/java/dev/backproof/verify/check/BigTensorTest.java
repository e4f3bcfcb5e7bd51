package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Attribute;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Functions;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That values agree with the reading on numbers is tested in {@link RunningErrorTest}. */
class BigTensorTest {
  private static BigTensor vector(double... entries) {
    return BigTensor.of(DenseTensor.vector(entries));
  }

  private static String refusal(BigTensor x) {
    return String.valueOf(assertThrows(ArithmeticException.class, x::entries).getMessage());
  }

  @Test
  void numbersGoInAndOutExactly() {
    DenseTensor x = DenseTensor.vector(0.1, -1e300, Double.MIN_VALUE, 0, Double.MAX_VALUE);
    assertEquals(x, BigTensor.of(x).toDense());
    assertEquals(
        new BigDecimal("0.1000000000000000055511151231257827021181583404541015625"),
        BigTensor.of(x).at(0));
  }

  @Test
  void leavingRoundsToTheNearest() {
    // Half a unit above 1 and a little: the nearest float64 is the next one.
    BigDecimal above = new BigDecimal("1.00000000000000011102230246251565404236316680908203126");
    BigTensor x = BigTensor.of(Shape.SCALAR, List.of(above));
    assertEquals(Math.nextUp(1.0), x.toDense().item());
  }

  @Test
  void whatFloat64LosesIsKept() {
    BigTensor x = vector(1e16, 1, -1e16);
    assertEquals(0, BigDecimal.ONE.compareTo(x.sum().at(0)));
    BigTensor tiny = BigTensor.of(Shape.of(1), List.of(new BigDecimal("1e-45")));
    assertEquals(
        0, new BigDecimal("1e-45").compareTo(tiny.plus(tiny.one()).minus(tiny.one()).at(0)));
  }

  @Test
  void comparisonsAreExact() {
    BigDecimal nearlyOne = new BigDecimal("1." + "0".repeat(60) + "1");
    BigTensor x = BigTensor.of(Shape.SCALAR, List.of(nearlyOne));
    assertEquals(DenseTensor.scalar(1), x.greater(x.one()).toDense());
    assertEquals(DenseTensor.scalar(0), x.equal(x.one()).toDense());
    assertEquals(DenseTensor.scalar(1), x.zero().equal(x.zero().negate()).toDense());
  }

  @Test
  void constantsHaveFiftyDigitsAndMore() {
    BigTensor x = vector(1);
    assertTrue(
        x.pi()
            .at(0)
            .toString()
            .startsWith("3.14159265358979323846264338327950288419716939937510582097494459"));
    assertEquals(0, new BigDecimal("0.1").compareTo(x.constant(1, 10).at(0)));
    assertTrue(x.constant(1, 3).at(0).toString().startsWith("0." + "3".repeat(75)));
    assertEquals(0, BigDecimal.valueOf(7).compareTo(x.size(Size.of(7)).at(0)));
  }

  @Test
  void undefinedEntryIsDiscardedByTheSideNotTaken() {
    BigTensor x = vector(0, 1);
    BigTensor guarded = x.greater(x.zero()).where(x.map(Elementary.LOG), x.constant(5));
    assertEquals(DenseTensor.vector(5, 0), guarded.toDense());
  }

  @Test
  void undefinedEntryIsDiscardedByAZeroThatWins() {
    BigTensor logs = vector(0, Math.E).map(Elementary.LOG);
    assertEquals(0, vector(0, 0).strongTimes(logs).at(0).signum());
    assertEquals(0, logs.strongTimes(vector(0, 0)).at(0).signum());
    assertFalse(vector(0, 0).times(logs).isDefined());
    DenseTensor sure = DenseTensor.vector(1, 0);
    assertEquals(
        0,
        Functions.crossEntropyFromProbabilities(BigTensor.of(sure), BigTensor.of(sure))
            .at(0)
            .signum());
  }

  @Test
  void anyOtherUseOfAnUndefinedEntryIsUndefined() {
    BigTensor x = vector(0, 2);
    BigTensor bad = x.map(Elementary.RECIPROCAL);
    for (BigTensor used :
        List.of(
            bad.plus(x),
            x.minus(bad),
            x.div(bad),
            bad.pow(x),
            bad.maximum(x),
            bad.equal(x),
            x.greater(bad),
            bad.where(x, x),
            bad.map(Elementary.STEP),
            bad.sum(0),
            bad.max(0),
            bad.sumTo(Shape.SCALAR),
            bad.reshape(Shape.of(2, 1)).matmul(vector(1).reshape(Shape.of(1, 1))))) {
      assertFalse(used.isDefined(), used.toString());
      assertTrue(refusal(used).contains("reciprocal of 0"), used.toString());
    }
  }

  @Test
  void readingAnUndefinedEntryNamesTheOperationThatMadeIt() {
    assertEquals(
        "entry 1 of [2] is undefined: log of -1: it wants a positive number",
        refusal(vector(1, -1).map(Elementary.LOG)));
    assertEquals(
        "entry 0 of [1] is undefined: div of 1 and 0: Division by zero",
        refusal(vector(1).div(vector(0))));
    assertEquals(
        "entry 0 of [1] is undefined: pow of -1 and 0.5: a negative number has whole powers only",
        refusal(vector(-1).pow(vector(0.5))));
    assertEquals("entry 0 of [1] is undefined: it was put in as NaN", refusal(vector(Double.NaN)));
    assertThrows(ArithmeticException.class, () -> vector(Double.POSITIVE_INFINITY).toDense());
  }

  @Test
  void numberTooLargeForFloat64LeavesAsInfinity() {
    assertEquals(
        DenseTensor.vector(Double.POSITIVE_INFINITY), vector(1000).map(Elementary.EXP).toDense());
    assertEquals(
        DenseTensor.vector(1000), vector(1000).map(Elementary.EXP).map(Elementary.LOG).toDense());
  }

  @Test
  void maximumOfTiesIsTheirValue() {
    assertEquals(DenseTensor.scalar(2), vector(2, 1, 2).max(0).toDense());
  }

  @Test
  void shapesThatDoNotFitAreRefusedAsOnNumbers() {
    var broadcast =
        assertThrows(IllegalArgumentException.class, () -> vector(1, 2).plus(vector(1, 2, 3)));
    assertEquals("plus: shapes do not broadcast: [2] and [3] (2 ≠ 3)", broadcast.getMessage());
    var empty = assertThrows(IllegalArgumentException.class, () -> vector().max(0));
    assertEquals(
        "max: axis 0 of [0] is empty; a maximum of nothing has no value", empty.getMessage());
    var count =
        assertThrows(
            IllegalArgumentException.class,
            () -> BigTensor.of(Shape.of(2), List.of(BigDecimal.ONE)));
    assertEquals("[2] has 2 entries, but 1 were given", count.getMessage());
    Op plus = new Op(Primitive.PLUS, Attribute.None.NONE);
    assertThrows(IllegalArgumentException.class, () -> vector(1).apply(plus));
    assertThrows(IllegalArgumentException.class, () -> vector(1).apply(plus, vector(1), vector(1)));
  }

  @Test
  void labelOutOfRangeIsRefused() {
    var label = assertThrows(IllegalArgumentException.class, () -> vector(3).oneHot(Size.of(3)));
    assertTrue(String.valueOf(label.getMessage()).startsWith("oneHot: label 3.0"));
  }

  @Test
  void customOperationIsReadThroughItsFormulaOrRefused() {
    assertEquals(DenseTensor.vector(6), vector(3).apply(Op.custom(new Opaque(true))).toDense());
    var refused =
        assertThrows(
            UnsupportedOperationException.class,
            () -> vector(3).apply(Op.custom(new Opaque(false))));
    assertEquals(
        "opaque: opaque to the reading 'high precision'; let it name its formula",
        refused.getMessage());
  }

  @Test
  void zeroSizedAxesSumToNothing() {
    BigTensor none = BigTensor.of(RandomTensors.seeded(1).normal(Shape.of(2, 0)));
    assertEquals(DenseTensor.vector(0, 0), none.sum(1).toDense());
    assertEquals(DenseTensor.full(Shape.of(2, 2), 0), none.matmul(none.transpose()).toDense());
  }
}
