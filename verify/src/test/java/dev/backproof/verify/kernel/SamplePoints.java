package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Points for {@link Letters} with values that are easily told apart. */
final class SamplePoints {
  /**
   * n = 2, m = 3; x = 10, 20; o = 100, 200, 300; A = 10, 20 and 30, 40; Y = 1, 2, 3 and 4, 5, 6; p
   * = 5; s = −3; t = 1, u = 0, k = 1; y = 1, 2.
   */
  static final Point PLAIN =
      new Point(
          Map.of("n", 2, "m", 3),
          Map.of(
              "x", numbers(10, 20),
              "o", numbers(100, 200, 300),
              "A", numbers(10, 20, 30, 40),
              "Y", numbers(1, 2, 3, 4, 5, 6),
              "p", numbers(5),
              "s", numbers(-3)),
          Map.of("t", List.of(1), "u", List.of(0), "k", List.of(1), "y", List.of(1, 2)));

  private SamplePoints() {}

  static List<Rational> numbers(long... numbers) {
    List<Rational> all = new ArrayList<>();
    for (long number : numbers) {
      all.add(Rational.of(number));
    }
    return all;
  }

  /** The plain point with other entries of one tensor. */
  static Point with(String tensor, long... entries) {
    Map<String, List<Rational>> tensors = new LinkedHashMap<>(PLAIN.tensors());
    tensors.put(tensor, numbers(entries));
    return new Point(PLAIN.sizes(), tensors, PLAIN.labels());
  }
}
