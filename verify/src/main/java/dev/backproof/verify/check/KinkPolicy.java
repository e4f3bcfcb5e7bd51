package dev.backproof.verify.check;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.Kink;
import dev.backproof.autodiff.rule.KinkTable;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.DenseTensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds both modes against the table of conventions at kinks: the values must be the table's,
 * exactly.
 */
public final class KinkPolicy {
  private KinkPolicy() {}

  /** Checks every row of the table. */
  public static Comparison check(VjpRules vjpRules, JvpRules jvpRules) {
    List<String> broken = new ArrayList<>();
    for (Kink kink : KinkTable.ROWS) {
      List<DenseTensor> at = kink.at().stream().map(DenseTensor::scalar).toList();
      double reverse =
          Differentiation.grad(vjpRules, kink.formula(), at, at.size()).get(kink.which()).item();
      List<DenseTensor> dots = new ArrayList<>();
      for (int i = 0; i < at.size(); i++) {
        dots.add(DenseTensor.scalar(i == kink.which() ? 1 : 0));
      }
      double forward = Differentiation.jvp(jvpRules, kink.formula(), at, dots).tangent().item();
      if (reverse != kink.slope()) {
        broken.add(kink.name() + ": reverse mode has " + reverse + ", the table " + kink.slope());
      }
      if (forward != kink.slope()) {
        broken.add(kink.name() + ": forward mode has " + forward + ", the table " + kink.slope());
      }
    }
    return new Comparison(
        Witness.KINK_TABLE,
        broken.isEmpty() ? Verdict.AGREES : Verdict.DISAGREES,
        Bound.EXACT,
        broken.size(),
        2 * KinkTable.ROWS.size(),
        broken.stream().findFirst());
  }
}
