package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.forward.Dual;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunningErrorTest {
  private static final BigDecimal ONE_OVER_U = BigDecimal.valueOf(1L << 53);

  /** Checks that every entry is within u·μ of the exact one; gives the fractions of μ used. */
  private static List<Double> used(String what, RunningError computed, BigTensor exact) {
    assertEquals(exact.shape(), computed.shape(), what);
    List<Double> used = new ArrayList<>();
    for (int i = 0; i < computed.value().count(); i++) {
      BigDecimal value = new BigDecimal(computed.value().at(i));
      double error = value.subtract(exact.at(i)).abs().multiply(ONE_OVER_U).doubleValue();
      double mu = computed.mu().at(i);
      assertTrue(error <= mu, what + ": entry " + i + " is off by " + error + " u, μ = " + mu);
      if (mu > 0) {
        used.add(error / mu);
      }
    }
    return used;
  }

  private static List<RunningError> running(FormulaCase c) {
    return c.at().stream().map(RunningError::of).toList();
  }

  private static List<BigTensor> big(FormulaCase c) {
    return c.at().stream().map(BigTensor::of).toList();
  }

  private static double median(List<Double> used) {
    return used.stream().sorted().toList().get(used.size() / 2);
  }

  private static List<FormulaCase> all(long seed) {
    RandomTensors random = RandomTensors.seeded(seed);
    return Stream.of(
            FormulaCase.elementary(random),
            FormulaCase.entrywise(random),
            FormulaCase.structural(random),
            FormulaCase.compositions(random))
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void everyPrimitiveAndCompositionStaysWithinItsBound() {
    List<Double> used = new ArrayList<>();
    for (long seed = 0; seed < 4; seed++) {
      for (FormulaCase c : all(seed)) {
        used.addAll(used(c.toString(), c.formula().apply(running(c)), c.formula().apply(big(c))));
      }
    }
    // Measured over ten seeds: 0.09; a bound that is never used would prove nothing.
    assertTrue(median(used) > 0.05, "median " + median(used));
  }

  @Test
  void valueIsThatOfTheReadingOnNumbersBitForBit() {
    for (FormulaCase c : all(1)) {
      assertEquals(c.formula().apply(c.at()), c.formula().apply(running(c)).value(), c.toString());
    }
  }

  @Test
  void boundHoldsForGradientsOfTheBackwardSweep() {
    List<Double> used = new ArrayList<>();
    for (long seed = 0; seed < 4; seed++) {
      RandomTensors random = RandomTensors.seeded(seed);
      for (FormulaCase c : FormulaCase.compositions(random)) {
        DenseTensor yBar = random.directions(c.formula().apply(c.at()).shape());
        List<RunningError> computed =
            Differentiation.vjp(c.formula(), running(c), 1, RunningError.of(yBar));
        List<BigTensor> exact = Differentiation.vjp(c.formula(), big(c), 1, BigTensor.of(yBar));
        used.addAll(used(c.toString(), computed.get(0), exact.get(0)));
      }
    }
    // Measured over ten seeds: 0.0065, at worst 0.87.
    assertTrue(median(used) > 0.003, "median " + median(used));
  }

  @Test
  void boundHoldsForTangentsOfForwardMode() {
    RandomTensors random = RandomTensors.seeded(5);
    for (FormulaCase c : FormulaCase.compositions(random)) {
      DenseTensor dot = random.directions(c.at().get(0).shape());
      Dual<RunningError> computed =
          Differentiation.jvp(c.formula(), running(c), List.of(RunningError.of(dot)));
      Dual<BigTensor> exact = Differentiation.jvp(c.formula(), big(c), List.of(BigTensor.of(dot)));
      assertFalse(used(c.toString(), computed.tangent(), exact.tangent()).isEmpty());
    }
  }

  @Test
  void errorsOfTheOperandsAreCarriedThrough() {
    // Operands off by u·|x|·9: the exact formula at the moved operands stays within the bound.
    for (FormulaCase c : FormulaCase.compositions(RandomTensors.seeded(9))) {
      List<RunningError> rounded =
          c.at().stream()
              .map(x -> RunningError.of(x, x.map(Elementary.ABS).times(DenseTensor.scalar(9))))
              .toList();
      List<BigTensor> moved =
          c.at().stream()
              .map(x -> BigTensor.of(x).times(BigTensor.of(DenseTensor.scalar(1 + 0x1p-50))))
              .toList();
      used(c.toString(), c.formula().apply(rounded), c.formula().apply(moved));
    }
  }

  @Test
  void condIsTheBoundAtExactNumbers() {
    FormulaCase c = FormulaCase.compositions(RandomTensors.seeded(2)).get(0);
    assertEquals(
        c.formula().apply(running(c)).mu(), RunningError.cond(c.formula(), c.at()), c.name());
  }

  @Test
  void movedEntriesMasksLabelsAndExactConstantsRoundNothing() {
    RunningError x = RunningError.of(DenseTensor.vector(1, 2, 3));
    for (RunningError exact :
        List.of(
            x.negate(),
            x.map(Elementary.RECT),
            x.map(Elementary.ABS),
            x.pad(0, 1, 1).slice(0, 0, 2),
            x.greater(x.one()),
            x.equal(x.one()),
            x.minus(x.one()).detach().greater(x.zero()).where(x, x.zero()),
            RunningError.of(DenseTensor.vector(0, 1)).oneHot(Size.of(2)),
            x.constant(3, 8),
            x.size(Size.of(7)))) {
      assertEquals(DenseTensor.full(exact.shape(), 0), exact.mu());
    }
  }

  /** 50 products of 2·3 add up to 300, which each of 50 roundings may touch. */
  @Test
  void aLongMatrixProductRoundsAsOftenAsItsInnerExtent() {
    RunningError a = RunningError.of(DenseTensor.full(Shape.of(1, 50), 2));
    RunningError b = RunningError.of(DenseTensor.full(Shape.of(50, 1), 3));
    assertEquals(15_000, a.matmul(b).mu().at(0));
  }

  @Test
  void constantsThatFloat64HasNotAreOffByTheirOwnSize() {
    RunningError x = RunningError.of(DenseTensor.scalar(0));
    assertEquals(DenseTensor.scalar(Math.PI), x.pi().mu());
    assertEquals(DenseTensor.scalar(0.1), x.constant(1, 10).mu());
  }

  @Test
  void sideThatIsTakenBringsItsBound() {
    RunningError pole =
        RunningError.of(DenseTensor.vector(0, 2), DenseTensor.vector(1, 1)).map(Elementary.LOG);
    RunningError x = RunningError.of(DenseTensor.vector(0, 2), DenseTensor.vector(0, 0));
    RunningError guarded = x.greater(x.zero()).where(pole, x);
    assertEquals(0, guarded.mu().at(0));
    assertTrue(guarded.mu().at(1) > 0 && Double.isFinite(guarded.mu().at(1)));
  }

  @Test
  void zeroThatWinsOverAPoleIsExact() {
    RunningError zero = RunningError.of(DenseTensor.scalar(0), DenseTensor.scalar(3));
    RunningError infinite = zero.map(Elementary.RECIPROCAL);
    assertEquals(DenseTensor.scalar(0), infinite.mu());
    assertEquals(DenseTensor.scalar(0), zero.strongTimes(infinite).mu());
  }

  @Test
  void normAtZeroHasABoundAndSoHasItsGradient() {
    DenseTensor zeros = DenseTensor.vector(0, 0);
    RunningError gradient = Differentiation.grad(x -> Functions.l2Norm(x), RunningError.of(zeros));
    assertEquals(zeros, gradient.value());
    assertTrue(gradient.mu().at(0) < 1, gradient.toString());
  }

  @Test
  void poleWithinReachLeavesNothingKnown() {
    RunningError close =
        RunningError.of(DenseTensor.scalar(0x1p-60), DenseTensor.scalar(1))
            .map(Elementary.RECIPROCAL);
    assertEquals(DenseTensor.scalar(Double.POSITIVE_INFINITY), close.mu());
    RunningError root =
        RunningError.of(DenseTensor.scalar(0), DenseTensor.scalar(1)).map(Elementary.SQRT);
    // √u, in units of u.
    assertEquals(Math.sqrt(0x1p53), root.mu().item());
  }

  @Test
  void boundsMustFitTheValues() {
    DenseTensor x = DenseTensor.vector(1, 2);
    var shape =
        assertThrows(
            IllegalArgumentException.class, () -> RunningError.of(x, DenseTensor.scalar(1)));
    assertEquals("running error: the bounds have shape [], the values [2]", shape.getMessage());
    var negative =
        assertThrows(
            IllegalArgumentException.class,
            () -> RunningError.of(x, DenseTensor.vector(0, Double.NaN)));
    assertEquals(
        "running error: a bound is at least 0, not NaN as at position 1", negative.getMessage());
  }

  @Test
  void customOperationWithoutFormulaIsRefusedByName() {
    var refused =
        assertThrows(
            UnsupportedOperationException.class,
            () -> RunningError.of(DenseTensor.scalar(1)).apply(Op.custom(new Opaque(false))));
    assertEquals(
        "opaque: opaque to the reading 'running error'; let it name its formula",
        refused.getMessage());
  }

  @Test
  void customOperationIsReadThroughItsFormula() {
    RunningError doubled =
        RunningError.of(DenseTensor.scalar(3)).apply(Op.custom(new Opaque(true)));
    assertEquals(DenseTensor.scalar(6), doubled.value());
    assertEquals(DenseTensor.scalar(6), doubled.mu());
  }

  @Test
  void operationsWantTheirNumberOfOperands() {
    RunningError x = RunningError.of(DenseTensor.scalar(1));
    Op sum = new Op(Primitive.PLUS, Attribute.None.NONE);
    assertThrows(IllegalArgumentException.class, () -> x.apply(sum));
    assertThrows(IllegalArgumentException.class, () -> x.apply(sum, x, x));
  }
}
