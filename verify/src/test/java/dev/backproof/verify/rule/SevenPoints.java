package dev.backproof.verify.rule;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A directional derivative from values alone: 7-point central differences at h and h/2, and the
 * bound |D(h) − D(h/2)| + (11/6)·16u·Σ|w·f|/(h/2), where 11/6 is the sum of the magnitudes of the
 * coefficients and 16u the rounding error of one value.
 */
record SevenPoints(double slope, double bound, boolean checkable) {
  private static final double[] COEFFICIENTS = {-1, 9, -45, 45, -9, 1};
  private static final int[] PLACES = {-3, -2, -1, 1, 2, 3};

  /**
   * d⟨w, f(x + h·v)⟩/dh at 0, with h quartered until the bound is below 1e-11 of {@code scale}, the
   * least of five bounds else; above 1e-9 of it nothing is said.
   */
  static SevenPoints along(
      Formula f, List<DenseTensor> at, List<DenseTensor> v, DenseTensor w, double scale) {
    double phi = RuleCheck.dot(w, f.apply(at), true);
    SevenPoints best = new SevenPoints(0, Double.POSITIVE_INFINITY, false);
    double h = 1e-2;
    for (int attempt = 0; attempt < 5; attempt++, h /= 4) {
      double slope = difference(f, at, v, w, h / 2);
      double bound =
          Math.abs(difference(f, at, v, w, h) - slope)
              + 11.0 / 6 * 16 * RuleCheck.U * (phi + scale) / (h / 2);
      if (bound < best.bound) {
        best = new SevenPoints(slope, bound, bound <= 1e-9 * scale || bound == 0);
      }
      if (bound <= 1e-11 * scale) {
        break;
      }
    }
    return best;
  }

  private static double difference(
      Formula f, List<DenseTensor> at, List<DenseTensor> v, DenseTensor w, double h) {
    double sum = 0;
    for (int i = 0; i < PLACES.length; i++) {
      DenseTensor step = DenseTensor.scalar(PLACES[i] * h);
      List<DenseTensor> moved =
          IntStream.range(0, at.size())
              .mapToObj(k -> at.get(k).plus(v.get(k).times(step)))
              .toList();
      sum += COEFFICIENTS[i] * RuleCheck.dot(w, f.apply(moved), false);
    }
    return sum / (60 * h);
  }

  /** What is wrong with slopes found otherwise, if anything. */
  Optional<String> complaint(double... others) {
    if (!checkable) {
      return Optional.of("not checkable here: the bound is " + bound);
    }
    for (double other : others) {
      if (!(Math.abs(other - slope) <= bound)) {
        return Optional.of("slope " + other + ", by differences " + slope + " ± " + bound);
      }
    }
    return Optional.empty();
  }
}
