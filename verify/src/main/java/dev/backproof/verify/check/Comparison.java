package dev.backproof.verify.check;

import java.util.Locale;
import java.util.Optional;

/**
 * One comparison of a hand-derived side with a witness.
 *
 * @param witness whom it was held against
 * @param verdict what came of it
 * @param bound what the error is measured by
 * @param reached the largest error of any entry, in units of the bound; 0 where nothing was checked
 * @param entries how many entries were compared
 * @param detail where and how they disagree, or why nothing was checked
 */
public record Comparison(
    Witness witness,
    Verdict verdict,
    Bound bound,
    double reached,
    int entries,
    Optional<String> detail) {
  /**
   * Refuses agreement on nothing.
   *
   * @throws IllegalArgumentException if no entry was compared and yet they agree
   */
  public Comparison {
    if (verdict == Verdict.AGREES && entries <= 0) {
      throw new IllegalArgumentException(
          witness.title() + ": agrees on no entry at all; say NOT_CHECKABLE");
    }
  }

  /** A comparison that could not be made. */
  public static Comparison notCheckable(Witness witness, Bound bound, String why) {
    return new Comparison(witness, Verdict.NOT_CHECKABLE, bound, 0, 0, Optional.of(why));
  }

  /**
   * Both comparisons by the same witness in one: the graver verdict, the larger error.
   *
   * @throws IllegalArgumentException if the other is by another witness or bound
   */
  public Comparison and(Comparison other) {
    if (witness != other.witness || bound != other.bound) {
      throw new IllegalArgumentException(
          "comparisons by different witnesses: "
              + witness.title()
              + " and "
              + other.witness.title());
    }
    Verdict both = verdict.and(other.verdict);
    Optional<String> why =
        other.verdict == Verdict.DISAGREES && verdict != Verdict.DISAGREES
            ? other.detail
            : detail.or(other::detail);
    return new Comparison(
        witness,
        both,
        bound,
        Math.max(reached, other.reached),
        entries + other.entries,
        both == Verdict.AGREES ? Optional.empty() : why);
  }

  /** One line for people: {@code graph AGREES: at most 0.5 u·cond, 32 allowed, over 2 entries}. */
  @Override
  public String toString() {
    String found =
        verdict == Verdict.NOT_CHECKABLE
            ? ""
            : String.format(
                Locale.ROOT,
                ": at most %.2g %s, %.0f allowed, over %d entries",
                reached,
                bound.unit(),
                bound.allowed(),
                entries);
    return witness.title() + " " + verdict + found + detail.map(why -> "; " + why).orElse("");
  }
}
