package dev.backproof.verify.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one fork measured.
 *
 * @param nanoseconds a run, on the average of an iteration, for each iteration
 * @param bytes allocated by a run, after the last iteration
 */
public record Sample(List<Double> nanoseconds, long bytes) {
  /** Copies the list. */
  public Sample {
    nanoseconds = List.copyOf(nanoseconds);
  }

  /** The median of the iterations. */
  double median() {
    return quantile(nanoseconds, 0.5);
  }

  /**
   * A quantile, linear between neighbours (type 7 of Hyndman and Fan, 1996).
   *
   * @param values at least one
   */
  static double quantile(List<Double> values, double share) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    double at = share * (sorted.size() - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
  }

  /** A line that {@link #parse} reads. */
  String line() {
    return bytes + nanoseconds.stream().map(time -> " " + time).collect(Collectors.joining());
  }

  static Sample parse(String line) {
    List<String> words = Arrays.asList(line.split(" ", -1));
    return new Sample(
        words.subList(1, words.size()).stream().map(Double::valueOf).toList(),
        Long.parseLong(words.get(0)));
  }
}
