package dev.backproof.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomPermutationTest {

  @Test
  void aPermutationHasEveryNumberOnce() {
    for (int n : new int[] {0, 1, 2, 100}) {
      int[] order = RandomTensors.seeded(3).permutation(n);
      Arrays.sort(order);
      assertArrayEquals(IntStream.range(0, n).toArray(), order);
    }
  }

  @Test
  void everyOrderIsEquallyLikely() {
    RandomTensors random = RandomTensors.seeded(3);
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < 6000; i++) {
      seen.merge(Arrays.toString(random.permutation(3)), 1, Integer::sum);
    }
    assertEquals(6, seen.size());
    // The standard deviation of a count is √(6000 · 1/6 · 5/6) = 29; five of them.
    seen.forEach((order, count) -> assertEquals(1000, count, 145, order));
  }

  @Test
  void permutationRefusesANegativeNumber() {
    assertEquals(
        "permutation: n = -1 is negative",
        assertThrows(IllegalArgumentException.class, () -> RandomTensors.seeded(3).permutation(-1))
            .getMessage());
  }
}
