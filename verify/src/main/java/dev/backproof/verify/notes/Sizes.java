package dev.backproof.verify.notes;

import dev.backproof.core.RandomTensors;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Numbers for the sizes of the notes.
 *
 * @param d inputs
 * @param h hidden units
 * @param m classes
 * @param n examples
 */
public record Sizes(int d, int h, int m, int n) {
  /** The names of the sizes. */
  public enum Axis {
    /** Inputs. */
    D,
    /** Hidden units. */
    H,
    /** Classes. */
    M,
    /** Examples. */
    N
  }

  private static final List<Sizes> SMALL =
      List.of(new Sizes(1, 1, 1, 1), new Sizes(1, 1, 2, 1), new Sizes(2, 2, 2, 2));
  private static final int LARGEST = 5;

  /** Sizes at which mistakes show: all 1, all 2, and some at random up to 5. */
  public static List<Sizes> several(int count, RandomTensors random) {
    return Stream.concat(
            SMALL.stream(), IntStream.range(SMALL.size(), count).mapToObj(i -> random(random)))
        .limit(count)
        .toList();
  }

  private static Sizes random(RandomTensors random) {
    return new Sizes(
        1 + random.integer(LARGEST),
        1 + random.integer(LARGEST),
        1 + random.integer(LARGEST),
        1 + random.integer(LARGEST));
  }

  /** The number for a size. */
  public int of(Axis axis) {
    return switch (axis) {
      case D -> d;
      case H -> h;
      case M -> m;
      case N -> n;
    };
  }

  @Override
  public String toString() {
    return "d=" + d + " h=" + h + " m=" + m + " n=" + n;
  }
}
