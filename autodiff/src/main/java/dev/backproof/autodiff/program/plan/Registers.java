package dev.backproof.autodiff.program.plan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Arrays for what only lives while a block is worked on; used again when it is read no more. */
final class Registers {
  private final Arena arena;
  private final Map<Integer, Deque<Integer>> free = new HashMap<>();

  Registers(Arena arena) {
    this.arena = arena;
  }

  /** The slot of an array of this length. */
  int take(int length) {
    Deque<Integer> slots = free.get(length);
    return slots == null || slots.isEmpty() ? arena.add(new double[length]) : slots.pop();
  }

  /** The slot of an array of this length that holds one number everywhere, and keeps it. */
  int constant(double value, int length) {
    double[] array = new double[length];
    Arrays.fill(array, value);
    return arena.add(array);
  }

  /** Gives an array back. */
  void release(int slot) {
    int length = arena.get(slot).length;
    Objects.requireNonNull(free.computeIfAbsent(length, l -> new ArrayDeque<>())).push(slot);
  }
}
