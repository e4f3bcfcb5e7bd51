package dev.backproof.verify.check;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import java.util.ArrayList;
import java.util.List;

/** Random directions for several operands at once, and inner products with them. */
final class Directions {
  private Directions() {}

  /** One direction for each of the first {@code count} operands, in which nothing averages out. */
  static List<DenseTensor> random(List<DenseTensor> at, int count, RandomTensors random) {
    return at.stream().limit(count).map(x -> random.directions(x.shape())).toList();
  }

  /** Σ aᵢ·bᵢ over all entries of all parts. */
  static double inner(List<DenseTensor> a, List<DenseTensor> b) {
    return sum(a, b, false);
  }

  /** Σ |aᵢ·bᵢ| over all entries of all parts. */
  static double absolute(List<DenseTensor> a, List<DenseTensor> b) {
    return sum(a, b, true);
  }

  private static double sum(List<DenseTensor> a, List<DenseTensor> b, boolean absolute) {
    double sum = 0;
    for (int part = 0; part < a.size(); part++) {
      for (int i = 0; i < a.get(part).count(); i++) {
        double product = a.get(part).at(i) * b.get(part).at(i);
        sum += absolute ? Math.abs(product) : product;
      }
    }
    return sum;
  }

  /** at + h·v for the first operands. */
  static List<DenseTensor> move(List<DenseTensor> at, List<DenseTensor> v, double h) {
    DenseTensor step = DenseTensor.scalar(h);
    List<DenseTensor> moved = new ArrayList<>(at);
    for (int i = 0; i < v.size(); i++) {
      moved.set(i, at.get(i).plus(step.times(v.get(i))));
    }
    return moved;
  }
}
