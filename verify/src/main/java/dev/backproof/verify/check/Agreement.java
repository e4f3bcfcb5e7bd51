package dev.backproof.verify.check;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import java.util.Arrays;
import java.util.Optional;

/** Compares two tensors entry by entry, each entry by its own tolerance. */
final class Agreement {
  /** What gradual underflow may add to any result, whatever its condition. */
  private static final double UNDERFLOW = 64 * Double.MIN_VALUE;

  private Agreement() {}

  /** Of the largest entry: a tolerance beyond this says nothing. */
  private static final double BLUNT = 1e-6;

  /**
   * Whether {@code found} is {@code hand} within 32·u·cond.
   *
   * <p>Equal entries agree, infinities included; NaN agrees with nothing, not even NaN. An entry
   * that differs, but whose tolerance exceeds 10⁻⁶ of the largest entry, is not compared: the side
   * derived by hand is too badly conditioned there for agreement to mean anything.
   */
  static Comparison rounding(
      Witness witness, DenseTensor found, DenseTensor hand, DenseTensor cond) {
    if (!found.shape().equals(hand.shape())) {
      return otherShape(witness, Bound.ROUNDING, found.shape(), hand.shape());
    }
    double[] units = new double[cond.count()];
    double largest = Math.max(largest(hand), largest(found));
    for (int i = 0; i < units.length; i++) {
      double unit = Bound.U * cond.at(i) + UNDERFLOW;
      boolean blunt = Bound.ROUNDING.allowed() * (unit - UNDERFLOW) > BLUNT * largest;
      units[i] = blunt && found.at(i) != hand.at(i) ? Double.POSITIVE_INFINITY : unit;
    }
    return within(witness, Bound.ROUNDING, found, hand, units);
  }

  private static double largest(DenseTensor x) {
    return Arrays.stream(x.toArray()).map(Math::abs).filter(Double::isFinite).max().orElse(0);
  }

  /**
   * Whether {@code found} is {@code hand} within as many {@code units}, entry by entry, as the
   * bound allows.
   *
   * <p>An entry whose unit is infinite is not compared, unless it is infinite or NaN on one side:
   * whatever it were, it would agree. Where no entry is compared the verdict is {@link
   * Verdict#NOT_CHECKABLE}.
   *
   * @throws IllegalArgumentException if there are not as many units as entries
   */
  static Comparison within(
      Witness witness, Bound bound, DenseTensor found, DenseTensor hand, double[] units) {
    if (!found.shape().equals(hand.shape())) {
      return otherShape(witness, bound, found.shape(), hand.shape());
    }
    if (units.length != hand.count()) {
      throw new IllegalArgumentException(
          witness.title() + ": " + units.length + " units for " + hand.count() + " entries");
    }
    double worst = 0;
    int where = -1;
    int compared = 0;
    for (int i = 0; i < units.length; i++) {
      if (units[i] == Double.POSITIVE_INFINITY && Double.isFinite(found.at(i) - hand.at(i))) {
        continue;
      }
      compared++;
      double error = error(found.at(i), hand.at(i), units[i]);
      if (error > worst) {
        worst = error;
        where = i;
      }
    }
    if (compared == 0) {
      String why =
          units.length == 0 ? "there is no entry" : "the bound is infinite for every entry";
      return Comparison.notCheckable(witness, bound, why);
    }
    boolean agrees = worst <= bound.allowed();
    Optional<String> detail =
        agrees ? Optional.empty() : Optional.of(detail(witness, found, hand, where));
    return new Comparison(
        witness, agrees ? Verdict.AGREES : Verdict.DISAGREES, bound, worst, compared, detail);
  }

  /** The disagreement of two tensors that cannot be compared at all. */
  static Comparison otherShape(Witness witness, Bound bound, Shape found, Shape hand) {
    return new Comparison(
        witness,
        Verdict.DISAGREES,
        bound,
        Double.POSITIVE_INFINITY,
        0,
        Optional.of(witness.title() + " has shape " + found + ", the hand side " + hand));
  }

  private static double error(double found, double hand, double unit) {
    if (found == hand) {
      return 0;
    }
    double error = Math.abs(found - hand) / unit;
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  private static String detail(Witness witness, DenseTensor found, DenseTensor hand, int where) {
    return "entry "
        + where
        + " of "
        + hand.shape()
        + ": "
        + witness.title()
        + " "
        + found.at(where)
        + ", by hand "
        + hand.at(where);
  }
}
