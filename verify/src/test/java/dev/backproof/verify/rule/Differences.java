package dev.backproof.verify.rule;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.witness.Estimate;
import dev.backproof.core.witness.FiniteDifferences;
import java.util.List;
import java.util.Optional;

/** Holds slopes that were found otherwise against finite differences of the values. */
final class Differences {
  private Differences() {}

  /**
   * What is wrong with slopes that should be d⟨w, f(x + h·v)⟩/dh at 0, if anything.
   *
   * @param scale the size of the terms the slopes are sums of
   */
  static Optional<String> complaint(
      Formula f,
      List<DenseTensor> at,
      List<DenseTensor> v,
      DenseTensor w,
      double scale,
      double... slopes) {
    double size = RuleCheck.dot(w, f.apply(at), true) + scale;
    Estimate estimate =
        FiniteDifferences.derivative(x -> f.apply(x), at, v, w, 16 * RuleCheck.U * size, scale);
    if (!estimate.isOk()) {
      return Optional.of(estimate.toString());
    }
    for (double slope : slopes) {
      if (!estimate.covers(slope)) {
        return Optional.of("slope " + slope + ", by differences " + estimate);
      }
    }
    return Optional.empty();
  }
}
