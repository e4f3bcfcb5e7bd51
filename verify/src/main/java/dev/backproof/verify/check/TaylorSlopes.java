package dev.backproof.verify.check;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.RandomTensors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How fast the remainder of the Taylor polynomial shrinks: |f(x + hv) − f − h⟨g, v⟩| like h², and
 * with ½h²⟨v, H·v⟩ taken off too like h³.
 *
 * <p>A slope may be steeper, where a derivative happens to vanish; it is never less. A gradient
 * that is off by one part in a million already turns the slope 2 into a slope 1; no tolerance on
 * the gradient is needed. The slope is fitted to the smallest steps of 2⁻³ … 2⁻¹⁰ whose remainder
 * stands out of the rounding errors by a factor of 100; a remainder that never does is zero, and
 * passes.
 */
public final class TaylorSlopes {
  private static final int DIRECTIONS = 3;
  private static final int FIRST = 3;
  private static final int LAST = 10;
  private static final int FITTED = 4;
  private static final int LEAST = 3;
  private static final double NOISE = 100;
  private static final double TOLERANCE = 0.1;

  private TaylorSlopes() {}

  /**
   * Checks three random directions of the first {@code count} operands of a scalar formula, smooth
   * around the point, and keeps the best: a wrong gradient shows in every one of them, while terms
   * of two orders may cancel along one.
   */
  public static Comparison check(Formula f, List<DenseTensor> at, int count, RandomTensors random) {
    List<DenseTensor> gradient = Differentiation.grad(f, at, count);
    List<Comparison> found = new ArrayList<>();
    for (int i = 0; i < DIRECTIONS; i++) {
      List<DenseTensor> v = Directions.random(at, count, random);
      found.add(check(f, at, v, gradient, Differentiation.hvp(f, at, v)));
    }
    return found.stream()
        .filter(comparison -> comparison.verdict() != Verdict.NOT_CHECKABLE)
        .min(Comparator.comparingDouble(Comparison::reached))
        .orElse(found.get(0));
  }

  /** One direction, of a gradient and a Hessian-vector product that someone else has found. */
  static Comparison check(
      Formula f,
      List<DenseTensor> at,
      List<DenseTensor> v,
      List<DenseTensor> gradient,
      List<DenseTensor> hv) {
    double value = f.apply(at).item();
    double slope = Directions.inner(gradient, v);
    double curvature = Directions.inner(hv, v);
    double noise = NOISE * Bound.U * RunningError.cond(f, at).plus(f.apply(at)).item();
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    for (int k = FIRST; k <= LAST; k++) {
      double h = Math.scalb(1.0, -k);
      double change = f.apply(Directions.move(at, v, h)).item() - value - h * slope;
      first.add(Math.abs(change));
      second.add(Math.abs(change - h * h / 2 * curvature));
    }
    Optional<Double> off1 = distance(first, 2, noise);
    Optional<Double> off2 = distance(second, 3, noise);
    if (off1.isEmpty() || off2.isEmpty()) {
      return Comparison.notCheckable(
          Witness.TAYLOR, Bound.SLOPE, "too few steps stand out of the rounding errors");
    }
    double worst = Math.max(off1.get(), off2.get()) / TOLERANCE;
    boolean agrees = worst <= Bound.SLOPE.allowed();
    return new Comparison(
        Witness.TAYLOR,
        agrees ? Verdict.AGREES : Verdict.DISAGREES,
        Bound.SLOPE,
        worst,
        2,
        agrees
            ? Optional.empty()
            : Optional.of(
                "slopes short by " + off1.get() + " (of 2) and " + off2.get() + " (of 3)"));
  }

  /** How far the fitted slope falls short of the order; empty if it cannot be fitted. */
  private static Optional<Double> distance(List<Double> remainders, int order, double noise) {
    List<Integer> clear = new ArrayList<>();
    for (int i = remainders.size() - 1; i >= 0 && clear.size() < FITTED; i--) {
      if (remainders.get(i) > noise) {
        clear.add(i);
      }
    }
    if (clear.isEmpty()) {
      return Optional.of(0.0);
    }
    if (clear.size() < LEAST) {
      return Optional.empty();
    }
    double meanX = clear.stream().mapToDouble(i -> -i).average().orElseThrow();
    double meanY = clear.stream().mapToDouble(i -> log2(remainders.get(i))).average().orElseThrow();
    double covariance = 0;
    double variance = 0;
    for (int i : clear) {
      covariance += (-i - meanX) * (log2(remainders.get(i)) - meanY);
      variance += (-i - meanX) * (-i - meanX);
    }
    return Optional.of(Math.max(0, order - covariance / variance));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
