package dev.backproof.autodiff.tape;

import java.util.ArrayList;
import java.util.List;

/**
 * A list that only grows, in pieces of one length.
 *
 * <p>Nothing is copied when it grows: an entry costs its 4 bytes and little more, in one list that
 * is copied each time it is full about 12.
 *
 * @param <E> what it holds
 */
final class Chunks<E> {
  private static final int LENGTH = 64;

  private final List<List<E>> chunks = new ArrayList<>();
  private List<E> last = new ArrayList<>(LENGTH);

  Chunks() {
    chunks.add(last);
  }

  /** Appends an entry and gives its position. */
  int add(E entry) {
    if (last.size() == LENGTH) {
      last = new ArrayList<>(LENGTH);
      chunks.add(last);
    }
    last.add(entry);
    return size() - 1;
  }

  int size() {
    return (chunks.size() - 1) * LENGTH + last.size();
  }

  /**
   * The entry at a position, from 0.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  E get(int position) {
    return chunks.get(Math.floorDiv(position, LENGTH)).get(Math.floorMod(position, LENGTH));
  }
}
