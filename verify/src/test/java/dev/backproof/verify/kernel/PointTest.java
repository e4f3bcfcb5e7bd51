package dev.backproof.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PointTest {
  private static final Declarations DECLARED =
      new Declarations()
          .size("n")
          .size("m")
          .tensor("A", "n", "m")
          .tensor("s")
          .index("t", "n")
          .label("y", "m", List.of("n"));

  private static final Map<String, Integer> SIZES = Map.of("n", 2, "m", 3);
  private static final Map<String, List<Rational>> TENSORS =
      Map.of("A", numbers(1, 2, 3, 4, 5, 6), "s", numbers(7));
  private static final Map<String, List<Integer>> LABELS =
      Map.of("t", List.of(1), "y", List.of(2, 0));

  private static List<Rational> numbers(long... numbers) {
    return java.util.Arrays.stream(numbers).mapToObj(Rational::of).toList();
  }

  private static String refused(Point point) {
    return String.valueOf(assertThrows(Refusal.class, () -> point.check(DECLARED)).getMessage());
  }

  @Test
  void everyLetterHasItsValue() {
    Point point = new Point(SIZES, TENSORS, LABELS);
    point.check(DECLARED);
    assertEquals(3, point.size("m"));
    assertEquals(Rational.of(6), point.entry("A", List.of("n", "m"), new int[] {1, 2}));
    assertEquals(Rational.of(2), point.entry("A", List.of("n", "m"), new int[] {0, 1}));
    assertEquals(0, point.label("y", List.of("n"), new int[] {1}));
    assertEquals(1, point.label("t", List.of(), new int[0]));
    assertEquals("no value of q", message(() -> point.size("q")));
    assertEquals("no value of B", message(() -> point.entry("B", List.of(), new int[0])));
  }

  private static String message(Runnable wrong) {
    return String.valueOf(assertThrows(Refusal.class, wrong::run).getMessage());
  }

  @Test
  void missingAndUnknownLettersAreRefused() {
    assertEquals(
        "sizes [n] are given, declared are [n, m]",
        refused(new Point(Map.of("n", 2), TENSORS, LABELS)).replace("[m, n]", "[n, m]"));
    String tensors = refused(new Point(SIZES, Map.of("s", numbers(7)), LABELS));
    assertEquals("tensors [s] are given, declared are [A, s]", tensors);
    String labels = refused(new Point(SIZES, TENSORS, Map.of("t", List.of(1))));
    assertEquals("labels [t] are given, declared are [t, y]", labels);
    Map<String, Integer> more = new java.util.HashMap<>(SIZES);
    more.put("q", 1);
    refused(new Point(more, TENSORS, LABELS));
  }

  @Test
  void sizesAreAtLeastOne() {
    Point empty =
        new Point(
            Map.of("n", 0, "m", 3),
            Map.of("A", List.of(), "s", numbers(7)),
            Map.of("t", List.of(), "y", List.of()));
    assertEquals("a size below 1: n = 0", refused(empty));
  }

  @Test
  void lengthsFitTheSizes() {
    Map<String, List<Rational>> shorter = Map.of("A", numbers(1, 2, 3, 4, 5), "s", numbers(7));
    assertEquals("A has 5 values, not 6", refused(new Point(SIZES, shorter, LABELS)));
    Map<String, List<Rational>> longer = Map.of("A", numbers(1, 2, 3, 4, 5, 6), "s", numbers(7, 8));
    assertEquals("s has 2 values, not 1", refused(new Point(SIZES, longer, LABELS)));
    Map<String, List<Integer>> labels = Map.of("t", List.of(1), "y", List.of(2, 0, 1));
    assertEquals("y has 3 values, not 2", refused(new Point(SIZES, TENSORS, labels)));
  }

  @Test
  void labelsAreWithinTheirRange() {
    Map<String, List<Integer>> high = Map.of("t", List.of(2), "y", List.of(2, 0));
    assertEquals("a label outside 0 to n − 1: t = 2", refused(new Point(SIZES, TENSORS, high)));
    Map<String, List<Integer>> low = Map.of("t", List.of(0), "y", List.of(2, -1));
    assertEquals("a label outside 0 to m − 1: y = -1", refused(new Point(SIZES, TENSORS, low)));
  }

  @Test
  void aPointDoesNotChange() {
    List<Rational> entries = new ArrayList<>(numbers(7));
    Map<String, Integer> sizes = new java.util.HashMap<>(SIZES);
    Point point = new Point(sizes, Map.of("A", numbers(1, 2, 3, 4, 5, 6), "s", entries), LABELS);
    entries.set(0, Rational.ZERO);
    sizes.put("n", 9);
    assertEquals(Rational.of(7), point.entry("s", List.of(), new int[0]));
    assertEquals(2, point.size("n"));
    assertThrows(UnsupportedOperationException.class, () -> point.sizes().put("n", 1));
    assertThrows(UnsupportedOperationException.class, () -> point.tensors().clear());
  }
}
