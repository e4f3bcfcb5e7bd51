package dev.backproof.verify.check;

import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.RandomTensors;
import java.util.List;

/**
 * The laws that need no reference, on one formula that is smooth around the point: the engine
 * against itself.
 */
public final class EngineCheck {
  private EngineCheck() {}

  /**
   * All laws.
   *
   * @param f a scalar formula
   * @param at its operands
   * @param count by how many of the first operands it is differentiated
   */
  public static List<Comparison> all(
      Formula f, List<DenseTensor> at, int count, RandomTensors random) {
    return List.of(
        AdjointIdentity.check(f, at, count, random),
        ScalingLaws.check(VjpRules.PAGE, f, at, count, random),
        SecondOrder.check(f, at, random),
        SecondOrder.againstDifferences(f, at, random),
        TaylorSlopes.check(f, at, count, random),
        KinkPolicy.check(VjpRules.PAGE, JvpRules.PAGE));
  }
}
