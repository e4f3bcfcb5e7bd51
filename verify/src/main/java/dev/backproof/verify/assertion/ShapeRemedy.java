package dev.backproof.verify.assertion;

import dev.backproof.core.Shape;

/** What most likely is to be done about a side that has the wrong shape. */
final class ShapeRemedy {
  private ShapeRemedy() {}

  /** A sentence, or nothing. */
  static String of(Shape wanted, Shape found) {
    if (isTransposed(wanted, found)) {
      return "transpose() it";
    }
    for (int axis = 0; axis < found.rank(); axis++) {
      if (found.rank() == wanted.rank() + 1 && found.without(axis).equals(wanted)) {
        return "sum(" + axis + ") it: the contributions along axis " + axis + " add up";
      }
    }
    if (broadcasts(found, wanted)) {
      return "broadcastTo(…) repeats it to the shape " + wanted;
    }
    return "";
  }

  static boolean isTransposed(Shape wanted, Shape found) {
    return wanted.rank() == 2
        && found.rank() == 2
        && wanted.size(0).equals(found.size(1))
        && wanted.size(1).equals(found.size(0));
  }

  private static boolean broadcasts(Shape from, Shape to) {
    int front = to.rank() - from.rank();
    boolean fits = front >= 0;
    for (int i = 0; fits && i < from.rank(); i++) {
      fits = from.size(i).isOne() || from.size(i).equals(to.size(front + i));
    }
    return fits;
  }
}
