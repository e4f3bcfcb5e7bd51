package dev.backproof.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PointTest {
  private static final Map<String, Integer> SIZES = Map.of("n", 2, "m", 3);
  private static final Map<String, List<Rational>> TENSORS =
      Map.of("A", numbers(1, 2, 3, 4, 5, 6), "s", numbers(7));
  private static final Map<String, List<Integer>> LABELS =
      Map.of("t", List.of(1), "y", List.of(2, 0));

  private static List<Rational> numbers(long... numbers) {
    return java.util.Arrays.stream(numbers).mapToObj(Rational::of).toList();
  }

  private static final List<String> MATRIX = List.of("n", "m");

  private static final Declarations.Label T = new Declarations.Label("n", List.of());
  private static final Declarations.Label Y = new Declarations.Label("m", List.of("n"));

  private static String refused(Runnable wrong) {
    return String.valueOf(assertThrows(Refusal.class, wrong::run).getMessage());
  }

  @Test
  void everyLetterHasItsValue() {
    Point point = new Point(SIZES, TENSORS, LABELS);
    assertEquals(3, point.size("m"));
    assertEquals(Rational.of(6), point.entry("A", MATRIX, new int[] {1, 2}));
    assertEquals(Rational.of(2), point.entry("A", MATRIX, new int[] {0, 1}));
    assertEquals(0, point.label("y", Y, new int[] {1}));
    assertEquals(1, point.label("t", T, new int[0]));
    assertEquals("no value of q", refused(() -> point.size("q")));
    assertEquals("no value of B", refused(() -> point.entry("B", List.of(), new int[0])));
  }

  @Test
  void sizesAreAtLeastOne() {
    Point empty = new Point(Map.of("n", 0), Map.of(), Map.of());
    assertEquals("a size below 1: n = 0", refused(() -> empty.size("n")));
  }

  @Test
  void lengthsFitTheSizes() {
    Point shorter = new Point(SIZES, Map.of("A", numbers(1, 2, 3, 4, 5)), LABELS);
    int[] first = {0, 0};
    assertEquals("A has 5 values, not 6", refused(() -> shorter.entry("A", MATRIX, first)));
    Point longer = new Point(SIZES, Map.of("s", numbers(7, 8)), Map.of("y", List.of(2, 0, 1)));
    assertEquals("s has 2 values, not 1", refused(() -> longer.entry("s", List.of(), new int[0])));
    assertEquals("y has 3 values, not 2", refused(() -> longer.label("y", Y, new int[] {0})));
    Point huge = new Point(Map.of("n", 1 << 30), TENSORS, LABELS);
    List<String> axes = List.of("n", "n", "n");
    assertThrows(ArithmeticException.class, () -> huge.entry("A", axes, new int[3]));
  }

  @Test
  void labelsAreWithinTheirRange() {
    Point high = new Point(SIZES, TENSORS, Map.of("t", List.of(2)));
    assertEquals(
        "a label outside 0 to n − 1: t = 2", refused(() -> high.label("t", T, new int[0])));
    Point low = new Point(SIZES, TENSORS, Map.of("y", List.of(2, -1)));
    assertEquals(
        "a label outside 0 to m − 1: y = -1", refused(() -> low.label("y", Y, new int[] {1})));
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
