package dev.backproof.verify.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Exact values for everything that is declared: where a statement is evaluated. What does not fit
 * the declarations is refused where it is asked for.
 *
 * @param sizes the sizes, each at least 1
 * @param tensors the entries of each tensor, the last index fastest; of a scalar one
 * @param labels the labels of each tensor of labels in the same order, counted from 0; of a free
 *     index one
 */
public record Point(
    Map<String, Integer> sizes,
    Map<String, List<Rational>> tensors,
    Map<String, List<Integer>> labels) {
  /** Copies the maps, which keep their order. */
  public Point {
    sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    tensors = copy(tensors);
    labels = copy(labels);
  }

  private static <T> Map<String, List<T>> copy(Map<String, List<T>> map) {
    Map<String, List<T>> copy = new LinkedHashMap<>();
    map.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    return Collections.unmodifiableMap(copy);
  }

  /**
   * A size.
   *
   * @throws Refusal if it is not given, or below 1
   */
  public int size(String range) {
    int size = given(sizes, range);
    Refusal.unless(size >= 1, "a size below 1: %s = %s", range, size);
    return size;
  }

  /** The entry of a tensor at some places, which are within its ranges. */
  Rational entry(String tensor, List<String> axes, int[] at) {
    return value(tensor, given(tensors, tensor), axes, at);
  }

  /** A label at some places, which are within its ranges. */
  int label(String name, Declarations.Label label, int[] at) {
    int value = value(name, given(labels, name), label.axes(), at);
    boolean within = value >= 0 && value < size(label.range());
    Refusal.unless(within, "a label outside 0 to %s − 1: %s = %s", label.range(), name, value);
    return value;
  }

  private <T> T value(String name, List<T> values, List<String> axes, int[] at) {
    int offset = 0;
    long wanted = 1;
    for (int axis = 0; axis < at.length; axis++) {
      offset = offset * size(axes.get(axis)) + at[axis];
      wanted = Math.multiplyExact(wanted, (long) size(axes.get(axis)));
    }
    int given = values.size();
    Refusal.unless(given == wanted, "%s has %s values, not %s", name, given, wanted);
    return values.get(offset);
  }

  private static <T> T given(Map<String, T> values, String name) {
    T value = values.get(name);
    if (value == null) {
      throw new Refusal("no value of " + name);
    }
    return value;
  }
}
