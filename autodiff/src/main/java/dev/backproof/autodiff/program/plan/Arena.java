package dev.backproof.autodiff.program.plan;

import java.util.ArrayList;
import java.util.List;

/** The arrays of a plan, by number; those that a caller gives are empty until then. */
final class Arena {
  private static final double[] EMPTY = {};

  private final List<double[]> arrays = new ArrayList<>();

  /** The number of a new array. */
  int add(double[] array) {
    arrays.add(array);
    return arrays.size() - 1;
  }

  /** The number of an array that will be given. */
  int addGiven() {
    return add(EMPTY);
  }

  /** Puts an array where none was. */
  void set(int slot, double[] array) {
    arrays.set(slot, array);
  }

  double[] get(int slot) {
    return arrays.get(slot);
  }

  double[][] toArray() {
    return arrays.toArray(double[][]::new);
  }

  /** The number of entries of all arrays that are not given. */
  long entries() {
    return arrays.stream().distinct().mapToLong(array -> array.length).sum();
  }
}
