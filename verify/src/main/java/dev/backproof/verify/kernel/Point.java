package dev.backproof.verify.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Exact values for everything that is declared: where a statement is evaluated.
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
    sizes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    tensors = copy(tensors);
    labels = copy(labels);
  }

  private static <T> Map<String, List<T>> copy(Map<String, List<T>> map) {
    Map<String, List<T>> copy = new LinkedHashMap<>();
    map.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    return java.util.Collections.unmodifiableMap(copy);
  }

  /**
   * Checks that it gives a value to everything that is declared, and to nothing else.
   *
   * @throws Refusal if it does not: a name, a length, or a label outside its range
   */
  public void check(Declarations declarations) {
    same("sizes", sizes.keySet(), java.util.Set.copyOf(declarations.sizes()));
    same("tensors", tensors.keySet(), declarations.tensors().keySet());
    same("labels", labels.keySet(), declarations.labels().keySet());
    sizes.forEach((n, size) -> Refusal.unless(size >= 1, "a size below 1: %s = %s", n, size));
    declarations.tensors().forEach((name, axes) -> length(name, given(tensors, name), axes));
    declarations
        .labels()
        .forEach(
            (name, label) -> {
              length(name, given(labels, name), label.axes());
              for (int value : given(labels, name)) {
                Refusal.unless(
                    value >= 0 && value < size(label.range()),
                    "a label outside 0 to %s − 1: %s = %s",
                    label.range(),
                    name,
                    value);
              }
            });
  }

  private static void same(
      String what, java.util.Set<String> given, java.util.Set<String> declared) {
    Refusal.unless(
        given.equals(declared), "%s %s are given, declared are %s", what, given, declared);
  }

  private void length(String name, List<?> values, List<String> axes) {
    long wanted = 1;
    for (String axis : axes) {
      wanted = Math.multiplyExact(wanted, (long) size(axis));
    }
    Refusal.unless(
        values.size() == wanted, "%s has %s values, not %s", name, values.size(), wanted);
  }

  /**
   * A size.
   *
   * @throws Refusal if it is not given
   */
  public int size(String range) {
    return given(sizes, range);
  }

  /** The entry of a tensor at some places, which are within its ranges. */
  Rational entry(String tensor, List<String> axes, int[] at) {
    return given(tensors, tensor).get(offset(axes, at));
  }

  /** A label at some places, which are within its ranges. */
  int label(String name, List<String> axes, int[] at) {
    return given(labels, name).get(offset(axes, at));
  }

  private int offset(List<String> axes, int[] at) {
    int offset = 0;
    for (int axis = 0; axis < at.length; axis++) {
      offset = offset * size(axes.get(axis)) + at[axis];
    }
    return offset;
  }

  private static <T> T given(Map<String, T> values, String name) {
    T value = values.get(name);
    if (value == null) {
      throw new Refusal("no value of " + name);
    }
    return value;
  }
}
