package dev.backproof.core.witness;

import dev.backproof.core.DenseTensor;
import java.util.List;

/**
 * How far one may go along the directions before an operand has changed by its own size, as powers
 * of two: {@code large} measures the operands by the largest entry that moves or 1, {@code small}
 * by the smallest.
 */
record Scale(double large, double small) {
  static Scale of(List<DenseTensor> at, List<DenseTensor> directions) {
    double reach = 0;
    double largest = 1;
    double small = Double.POSITIVE_INFINITY;
    for (int k = 0; k < directions.size(); k++) {
      for (int i = 0; i < at.get(k).count(); i++) {
        double v = Math.abs(directions.get(k).at(i));
        double x = Math.abs(at.get(k).at(i));
        if (v != 0) {
          reach = Math.max(reach, v);
          largest = Math.max(largest, x);
          small = Math.min(small, (x == 0 ? 1 : x) / v);
        }
      }
    }
    return new Scale(power(largest / reach), power(small));
  }

  /** Whether nothing moves. */
  boolean isStill() {
    return Double.isInfinite(large);
  }

  /** Where to start: from the large scale, then from the small one if it is another. */
  List<Double> starts() {
    return small < large / 4 ? List.of(large, small) : List.of(large);
  }

  /** The largest power of two that is not above {@code x}, clear of under- and overflow. */
  private static double power(double x) {
    return Double.isInfinite(x)
        ? x
        : Math.scalb(1.0, Math.max(-900, Math.min(900, Math.getExponent(x))));
  }
}
