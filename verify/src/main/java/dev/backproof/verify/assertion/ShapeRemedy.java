package dev.backproof.verify.assertion;

import dev.backproof.core.Shape;

/** What a shape should be, and what most likely is to be done about one that is not. */
final class ShapeRemedy {
  /** What to do about a function whose value is an array. */
  static final String SUM = "sum() it, or take it times a cotangent and then sum()";

  private ShapeRemedy() {}

  /** What is wrong with a function whose value is an array. */
  static String noScalar(Shape found) {
    return "the function has the shape " + found + "; only a number has a gradient";
  }

  /** What is wrong with a gradient of another shape than the operand. */
  static String otherShape(Shape wanted, Shape found) {
    return "the gradient has the shape " + wanted + ", the one by hand " + found;
  }

  /** A remedy, or nothing. */
  static String of(Shape wanted, Shape found) {
    if (isTransposed(wanted, found)) {
      return "transpose() it";
    }
    int more = found.rank() - wanted.rank();
    for (int axis = 0; more == 1 && axis < found.rank(); axis++) {
      if (found.without(axis).equals(wanted)) {
        return "sum(" + axis + ") it: what comes along axis " + axis + " adds up";
      }
    }
    if (found.rank() == 1 && wanted.rank() == 2) {
      return "outer(…) makes a matrix of two vectors";
    }
    if (found.rank() == 0) {
      return "broadcastTo(…) the shape, if all entries are the same";
    }
    return "";
  }

  /** Whether these are the shapes of a matrix and its transpose. */
  static boolean isTransposed(Shape wanted, Shape found) {
    return wanted.rank() == 2
        && found.rank() == 2
        && wanted.size(0).equals(found.size(1))
        && wanted.size(1).equals(found.size(0));
  }
}
