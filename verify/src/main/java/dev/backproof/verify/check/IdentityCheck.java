package dev.backproof.verify.check;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import java.util.List;
import java.util.stream.Stream;

/** Holds two formulas against each other: in float64, and in 50 digits. */
public final class IdentityCheck {
  private IdentityCheck() {}

  /**
   * Whether both have the same value at a point.
   *
   * <p>In float64 within 32·u·cond, where cond is the sum of both sides' running error bounds; and
   * the value of the left in 50 digits, correctly rounded, against the right in float64, by the
   * same measure.
   */
  public static List<Comparison> at(Formula left, Formula right, List<DenseTensor> at) {
    DenseTensor found = left.apply(at);
    DenseTensor hand = right.apply(at);
    if (!found.shape().equals(hand.shape())) {
      return Stream.of(Witness.VALUE, Witness.HIGH_PRECISION)
          .map(w -> Agreement.otherShape(w, Bound.ROUNDING, found.shape(), hand.shape()))
          .toList();
    }
    DenseTensor cond = RunningError.cond(left, at).plus(RunningError.cond(right, at));
    return List.of(
        Agreement.rounding(Witness.VALUE, found, hand, cond),
        Agreement.rounding(
            Witness.HIGH_PRECISION, HighPrecision.value(left, at).toDense(), hand, cond));
  }
}
