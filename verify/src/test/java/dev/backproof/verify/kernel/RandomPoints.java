package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Points for {@link Letters}: sizes 1 to 3, entries that are quarters, ties and zeros are common.
 */
final class RandomPoints {
  private RandomPoints() {}

  /** A point at which p > 0 and every o > 0, and the rows of Y are positive and sum to 1. */
  static Point of(Declarations declarations, Random random) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    declarations.sizes().forEach(size -> sizes.put(size, 1 + random.nextInt(3)));
    Map<String, List<Rational>> tensors = new LinkedHashMap<>();
    declarations
        .tensors()
        .forEach(
            (name, axes) -> {
              List<Rational> entries = new ArrayList<>();
              int count =
                  axes.stream().mapToInt(axis -> given(sizes, axis)).reduce(1, (a, b) -> a * b);
              boolean positive = List.of("p", "o", "Y").contains(name);
              for (int i = 0; i < count; i++) {
                long quarters = positive ? 1 + random.nextInt(8) : random.nextInt(9) - 4;
                entries.add(Rational.of(quarters, 4));
              }
              tensors.put(
                  name, name.equals("Y") ? rows(entries, given(sizes, axes.get(1))) : entries);
            });
    Map<String, List<Integer>> labels = new LinkedHashMap<>();
    declarations
        .labels()
        .forEach(
            (name, label) -> {
              List<Integer> values = new ArrayList<>();
              int count =
                  label.axes().stream()
                      .mapToInt(axis -> given(sizes, axis))
                      .reduce(1, (a, b) -> a * b);
              for (int i = 0; i < count; i++) {
                values.add(random.nextInt(given(sizes, label.range())));
              }
              labels.put(name, values);
            });
    return new Point(sizes, tensors, labels);
  }

  private static int given(Map<String, Integer> sizes, String name) {
    return Objects.requireNonNull(sizes.get(name), name);
  }

  private static List<Rational> rows(List<Rational> entries, int width) {
    List<Rational> scaled = new ArrayList<>();
    for (int start = 0; start < entries.size(); start += width) {
      List<Rational> row = entries.subList(start, start + width);
      Rational total = row.stream().reduce(Rational.ZERO, Rational::plus);
      row.forEach(entry -> scaled.add(entry.times(total.reciprocal())));
    }
    return scaled;
  }
}
