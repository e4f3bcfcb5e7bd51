package dev.backproof.verify.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a positive number stands on an axis on which every factor of ten is as long as the next.
 *
 * @param low the number at the beginning of the axis
 * @param high the number at its end
 * @param from the coordinate of the beginning
 * @param to the coordinate of the end
 */
record LogScale(double low, double high, double from, double to) {
  /** Room beyond the smallest and the largest number, as a factor. */
  private static final double MARGIN = 1.25;

  private static final int MOST_TICKS = 5;

  /** An axis on which all of these numbers stand, and something beyond. */
  static LogScale around(List<Double> numbers, double from, double to) {
    double least = numbers.stream().mapToDouble(x -> x).min().orElse(1);
    double most = numbers.stream().mapToDouble(x -> x).max().orElse(1);
    return new LogScale(least / MARGIN, most * MARGIN, from, to);
  }

  /** An axis for bars: it begins at a power of ten, so that the shortest bar can be seen. */
  static LogScale bars(List<Double> numbers, double from, double to) {
    double least = numbers.stream().mapToDouble(x -> x).min().orElse(1);
    double most = numbers.stream().mapToDouble(x -> x).max().orElse(1);
    double low = Math.pow(10, Math.floor(Math.log10(least / MARGIN)));
    return new LogScale(low, Math.max(most * MARGIN, 10 * low), from, to);
  }

  /** The coordinate of a number; of one beyond an end that end. */
  double at(double number) {
    double share = Math.log(Math.max(number, low) / low) / Math.log(high / low);
    return from + Math.min(share, 1) * (to - from);
  }

  /** Powers of ten on the axis, not too many; if there are fewer than two, 1, 2 and 5 times one. */
  List<Double> ticks() {
    List<Double> decades = ticks(List.of(1.0));
    if (decades.size() < 2) {
      return ticks(List.of(1.0, 2.0, 5.0));
    }
    int every = (decades.size() + MOST_TICKS - 1) / MOST_TICKS;
    List<Double> some = new ArrayList<>();
    for (int i = 0; i < decades.size(); i += every) {
      some.add(decades.get(i));
    }
    return some;
  }

  private List<Double> ticks(List<Double> digits) {
    List<Double> ticks = new ArrayList<>();
    // A little beyond both ends: what is there but for rounding belongs to the axis.
    double slack = 1 + 1e-9;
    for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
      for (double digit : digits) {
        double tick = digit * Math.pow(10, power);
        if (tick * slack >= low && tick <= high * slack) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }
}
