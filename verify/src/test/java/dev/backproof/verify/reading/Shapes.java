package dev.backproof.verify.reading;

import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Small shapes: rank 0 to 3, extents 0 to 3, of which 0 is the rarest. */
final class Shapes {
  private static final int[] EXTENTS = {0, 1, 1, 1, 2, 2, 2, 3, 3, 3};
  private static final int RANKS = 4;

  private Shapes() {}

  static int extent(SplittableRandom random) {
    return EXTENTS[random.nextInt(EXTENTS.length)];
  }

  static Shape ofRank(SplittableRandom random, int rank) {
    int[] extents = new int[rank];
    Arrays.setAll(extents, i -> extent(random));
    return Shape.of(extents);
  }

  static Shape any(SplittableRandom random) {
    return ofRank(random, random.nextInt(RANKS));
  }

  /** With an axis to reduce, to slice or to pad. */
  static Shape withAxis(SplittableRandom random) {
    return ofRank(random, 1 + random.nextInt(RANKS - 1));
  }

  /** A shape that broadcasting repeats to {@code whole}: often the whole itself. */
  static Shape partOf(SplittableRandom random, Shape whole) {
    Shape part = whole;
    while (part.rank() > 0 && random.nextInt(4) == 0) {
      part = part.without(0);
    }
    for (int axis = 0; axis < part.rank(); axis++) {
      if (random.nextInt(4) == 0) {
        part = part.replace(axis, Size.ONE);
      }
    }
    return part;
  }

  /** The same number of entries under other axes. */
  static Shape relabelled(SplittableRandom random, Shape shape) {
    int count = shape.count();
    return switch (random.nextInt(4)) {
      case 0 -> Shape.of(count);
      case 1 -> shape.with(random.nextInt(shape.rank() + 1), Size.ONE);
      case 2 -> Shape.of(1, count, 1);
      default -> count % 2 == 0 ? Shape.of(2, count / 2) : Shape.of(count, 1);
    };
  }
}
