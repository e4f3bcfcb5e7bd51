package dev.backproof.core;

import java.util.List;

/** Tensors one after the other along an axis, as a sum of pads. */
final class Concatenation {
  private Concatenation() {}

  static <T extends Tensor<T>> T of(T first, int axis, List<T> others) {
    Shape shape = first.shape();
    int front = shape.axis("concatenate", axis);
    int extent = shape.size(front).number();
    long whole = extent;
    for (T other : others) {
      if (other.shape().rank() != shape.rank()
          || !other.shape().replace(front, Size.ONE).equals(shape.replace(front, Size.ONE))) {
        throw new IllegalArgumentException(
            "concatenate: " + shape + " and " + other.shape() + " differ beside axis " + front);
      }
      whole += other.shape().size(front).number();
    }
    int length = shape.replace(front, Size.of(whole)).size(front).number();
    T y = first.apply(Op.pad(front, 0, length));
    int start = extent;
    for (T other : others) {
      y = y.plus(other.apply(Op.pad(front, start, length)));
      start += other.shape().size(front).number();
    }
    return y;
  }
}
