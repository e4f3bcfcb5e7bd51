package dev.backproof.mlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private static final Parameters<Integer> P = new Parameters<>(1, 2, 3, 4);

  @Test
  void partsKeepTheirOrder() {
    assertEquals(List.of("W1", "b1", "W2", "b2"), Parameters.NAMES.list());
    assertEquals(P, Parameters.of(P.list()));
    assertEquals(P, Parameters.of(List.of(1, 2, 3, 4, 99)));
    assertEquals(Parameters.COUNT, P.list().size());
  }

  @Test
  void tooFewPartsAreRefused() {
    assertThrows(IndexOutOfBoundsException.class, () -> Parameters.of(List.of(1, 2, 3)));
  }

  @Test
  void mapAndCombineGoPartByPart() {
    assertEquals(new Parameters<>("1", "2", "3", "4"), P.map(String::valueOf));
    assertEquals(
        new Parameters<>(9, 18, 27, 36),
        new Parameters<>(10, 20, 30, 40).combine(P, (a, b) -> a - b));
  }
}
