package dev.backproof.verify.expr;

import dev.backproof.core.Shape;

/** What two sides of an equation have to be. */
final class Equations {
  private Equations() {}

  static void requireEqual(String what, Shape left, Shape right) {
    if (!left.equals(right)) {
      throw new IllegalArgumentException(
          what + ": shapes differ: left is " + left + ", right is " + right);
    }
  }

  static void requireNumbers(String what, Expr... sides) {
    for (Expr side : sides) {
      Labels labels = side.labels();
      if (labels != null) {
        throw new IllegalArgumentException(
            what + ": the labels " + labels.name() + " name classes and are no numbers");
      }
    }
  }
}
