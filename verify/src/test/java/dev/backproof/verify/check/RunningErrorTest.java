package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.forward.Dual;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
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

  private static void report(String what, List<Double> used) {
    Collections.sort(used);
    System.out.println(
        "KK "
            + what
            + " n="
            + used.size()
            + " median "
            + used.get(used.size() / 2)
            + " p95 "
            + used.get(used.size() * 95 / 100)
            + " max "
            + used.get(used.size() - 1));
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
    for (long seed = 0; seed < 10; seed++) {
      for (FormulaCase c : all(seed)) {
        used.addAll(used(c.toString(), c.formula().apply(running(c)), c.formula().apply(big(c))));
      }
    }
    report("values", used);
  }

  @Test
  void compositions() {
    List<Double> used = new ArrayList<>();
    for (long seed = 0; seed < 20; seed++) {
      for (FormulaCase c : FormulaCase.compositions(RandomTensors.seeded(seed))) {
        used.addAll(used(c.toString(), c.formula().apply(running(c)), c.formula().apply(big(c))));
      }
    }
    report("compositions", used);
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
    for (long seed = 0; seed < 10; seed++) {
      RandomTensors random = RandomTensors.seeded(seed);
      for (FormulaCase c : FormulaCase.compositions(random)) {
        DenseTensor yBar = random.directions(c.formula().apply(c.at()).shape());
        List<RunningError> computed =
            Differentiation.vjp(c.formula(), running(c), 1, RunningError.of(yBar));
        List<BigTensor> exact = Differentiation.vjp(c.formula(), big(c), 1, BigTensor.of(yBar));
        used.addAll(used(c.toString(), computed.get(0), exact.get(0)));
      }
    }
    report("gradients", used);
  }

  @Test
  void boundHoldsForTangentsOfForwardMode() {
    List<Double> used = new ArrayList<>();
    RandomTensors random = RandomTensors.seeded(5);
    for (FormulaCase c : FormulaCase.compositions(random)) {
      DenseTensor dot = random.directions(c.at().get(0).shape());
      Dual<RunningError> computed =
          Differentiation.jvp(c.formula(), running(c), List.of(RunningError.of(dot)));
      Dual<BigTensor> exact = Differentiation.jvp(c.formula(), big(c), List.of(BigTensor.of(dot)));
      used.addAll(used(c.toString(), computed.tangent(), exact.tangent()));
    }
    report("tangents", used);
  }
}
