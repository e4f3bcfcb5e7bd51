package dev.backproof.autodiff.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ChunksTest {
  private final Chunks<Integer> chunks = new Chunks<>();

  @Test
  void entriesKeepTheirPositionsOverManyChunks() {
    for (int i = 0; i < 1000; i++) {
      assertEquals(i, chunks.size());
      assertEquals(i, chunks.add(-i));
    }
    for (int i = 0; i < 1000; i++) {
      assertEquals(-i, chunks.get(i));
    }
  }

  @Test
  void positionsOutsideAreRefused() {
    assertThrows(IndexOutOfBoundsException.class, () -> chunks.get(0));
    for (int i = 0; i < 64; i++) {
      chunks.add(i);
    }
    assertThrows(IndexOutOfBoundsException.class, () -> chunks.get(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> chunks.get(64));
    assertThrows(IndexOutOfBoundsException.class, () -> chunks.get(1000));
  }
}
