package dev.backproof.verify.check;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import java.util.List;

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
    DenseTensor hand = right.apply(at);
    DenseTensor cond = RunningError.cond(left, at).plus(RunningError.cond(right, at));
    return List.of(
        Agreement.rounding(Witness.VALUE, left.apply(at), hand, cond),
        Agreement.rounding(
            Witness.HIGH_PRECISION, HighPrecision.value(left, at).toDense(), hand, cond));
  }
}
