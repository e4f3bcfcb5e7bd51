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
 * it is small; entries where both are below 10⁻³ are left out. It accepts a gradient that is wrong
 * by up to 1 %: the other witnesses do not.
 */
public final class RatioCheck {
  private static final double EPSILON = 1e-6;
  private static final double LEAST = 1e-3;

  private RatioCheck() {}

  /** Checks every entry that is large enough. */
  public static Comparison at(Question q) {
    DenseTensor hand = q.hand().apply(q.at());
    if (!hand.shape().equals(q.point().shape())) {
      return Agreement.otherShape(
          Witness.RATIO, Bound.ONE_PERCENT, q.point().shape(), hand.shape());
    }
    double value = q.function().apply(q.at()).item();
    double worst = 0;
    int where = -1;
    int entries = 0;
    for (int i = 0; i < hand.count(); i++) {
      double quotient = (q.function().apply(moved(q, i)).item() - value) / EPSILON;
      if (Math.abs(hand.at(i)) < LEAST && Math.abs(quotient) < LEAST) {
        continue;
      }
      entries++;
      double off = Math.abs(quotient / hand.at(i) - 1) / 0.01;
      if (!(off <= worst)) {
        worst = Double.isNaN(off) ? Double.POSITIVE_INFINITY : off;
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
            : Optional.of(
                "entry "
                    + where
                    + ", by hand "
                    + hand.at(where)
                    + ": the ratio leaves [0.99, 1.01]"));
  }

  private static List<DenseTensor> moved(Question q, int entry) {
    List<DenseTensor> moved = new ArrayList<>(q.at());
    DenseTensor point = q.point();
    moved.set(q.which(), point.with(entry, point.at(entry) + EPSILON));
    return moved;
  }
}
