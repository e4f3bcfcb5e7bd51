package dev.backproof.verify.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.RandomTensors;
import dev.backproof.verify.notes.Sizes.Axis;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizesTest {
  private static final List<Sizes> FIRST =
      List.of(new Sizes(1, 1, 1, 1), new Sizes(1, 1, 2, 1), new Sizes(2, 2, 2, 2));

  @Test
  void theFirstAreTheSmallest() {
    for (int count = 1; count <= 9; count++) {
      List<Sizes> several = Sizes.several(count, RandomTensors.seeded(15));
      assertEquals(count, several.size());
      int fixed = Math.min(count, FIRST.size());
      assertEquals(FIRST.subList(0, fixed), several.subList(0, fixed));
    }
  }

  @Test
  void theOthersAreRandomFromOneToFive() {
    List<Sizes> several = Sizes.several(60, RandomTensors.seeded(16));
    for (Axis axis : Axis.values()) {
      List<Integer> drawn =
          several.stream().skip(FIRST.size()).map(s -> s.of(axis)).distinct().sorted().toList();
      assertEquals(List.of(1, 2, 3, 4, 5), drawn);
    }
    assertTrue(several.stream().anyMatch(s -> s.d() != s.h() && s.h() != s.m() && s.m() != s.d()));
  }
}
