package dev.backproof.verify.check;

import dev.backproof.core.DenseTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The homework's own check (claim 3.3): (L(θ + εe) − L(θ))/ε divided by the gradient's entry lies
 * in [0.99, 1.01].
 *
 * <p>The ratio is not defined where the entry is 0, and drowns in the error of the quotient where
 * it is small; entries below 10⁻³ are left out. It accepts a gradient that is wrong by up to 1 %:
 * the other witnesses do not.
 */
public final class RatioCheck {
  private static final double EPSILON = 1e-6;
  private static final double LEAST = 1e-3;

  private RatioCheck() {}

  /** Checks every entry that is large enough. */
  public static Comparison at(Question q) {
    DenseTensor hand = q.hand().apply(q.at());
    double value = q.function().apply(q.at()).item();
    double worst = 0;
    int where = -1;
    int entries = 0;
    for (int i = 0; i < hand.count(); i++) {
      if (Math.abs(hand.at(i)) < LEAST) {
        continue;
      }
      entries++;
      double quotient = (q.function().apply(moved(q, i)).item() - value) / EPSILON;
      double off = Math.abs(quotient / hand.at(i) - 1) / 0.01;
      if (!(off <= worst)) {
        worst = off;
        where = i;
      }
    }
    if (entries == 0) {
      return Comparison.notCheckable(
          Witness.RATIO, Bound.ONE_PERCENT, "all entries are below " + LEAST);
    }
    boolean agrees = worst <= Bound.ONE_PERCENT.allowed();
    return new Comparison(
        Witness.RATIO,
        agrees ? Verdict.AGREES : Verdict.DISAGREES,
        Bound.ONE_PERCENT,
        worst,
        entries,
        agrees
            ? Optional.empty()
            : Optional.of("entry " + where + ": the ratio leaves [0.99, 1.01]"));
  }

  private static List<DenseTensor> moved(Question q, int entry) {
    List<DenseTensor> moved = new ArrayList<>(q.at());
    DenseTensor point = q.point();
    moved.set(q.which(), point.with(entry, point.at(entry) + EPSILON));
    return moved;
  }
}
