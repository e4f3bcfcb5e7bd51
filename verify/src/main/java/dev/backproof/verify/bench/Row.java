package dev.backproof.verify.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What was measured of one variant at one size.
 *
 * @param sizes the extents
 * @param threads of the library that multiplies matrices
 * @param variant what ran
 * @param rounds a sample for each round, in order; at least one
 */
public record Row(Sizes sizes, int threads, Variant variant, List<Sample> rounds) {
  private static final double MICRO = 1e-3;

  /** Copies the list. */
  public Row {
    rounds = List.copyOf(rounds);
  }

  /** The median over the rounds of the medians of their iterations. */
  public double microseconds() {
    return MICRO * Sample.quantile(medians(), 0.5);
  }

  /** Half the interquartile range of the iterations of all rounds. */
  public double spread() {
    List<Double> all = rounds.stream().flatMap(r -> r.nanoseconds().stream()).toList();
    return MICRO * (Sample.quantile(all, 0.75) - Sample.quantile(all, 0.25)) / 2;
  }

  /** Allocated by a step, the median over the rounds. */
  public long bytes() {
    return Math.round(Sample.quantile(rounds.stream().map(r -> (double) r.bytes()).toList(), 0.5));
  }

  /**
   * The time of this one over that of another: the median over the rounds of the ratio within the
   * round, so that what slows a whole round down cancels.
   */
  public double over(Row other) {
    List<Double> mine = medians();
    List<Double> theirs = other.medians();
    return Sample.quantile(
        IntStream.range(0, Math.min(mine.size(), theirs.size()))
            .mapToObj(i -> mine.get(i) / theirs.get(i))
            .toList(),
        0.5);
  }

  private List<Double> medians() {
    return rounds.stream().map(Sample::median).toList();
  }
}
