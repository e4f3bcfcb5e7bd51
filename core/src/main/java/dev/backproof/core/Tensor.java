package dev.backproof.core;

import dev.backproof.core.Attribute.Permutation;
import java.util.Arrays;
import java.util.List;

/**
 * An array of numbers as a formula sees it: the one interface over which everything is written.
 *
 * <p>A formula is a generic method, {@code static <T extends Tensor<T>> T loss(T w, T x)}; what it
 * does depends on the reading that {@code T} stands for. On {@link DenseTensor} it computes; other
 * readings carry a tangent along, record themselves for a backward sweep, or write themselves down.
 * So no method here returns an entry, and none a truth value of an entry: a formula cannot branch
 * on what it computes. Nor must it branch on an extent, or on the reading it is given: it would be
 * one formula on symbols, for which it is proved, and another on numbers. On a rank it may.
 *
 * <p>A reading gives five methods; all that a person writes are default methods over them. Shapes
 * are NumPy's: a vector has rank 1, entrywise operands broadcast from the last axis, a negative
 * axis counts from the end. Shapes that do not fit are refused with the operation and both shapes,
 * by an {@link IllegalArgumentException}.
 *
 * @param <T> the reading itself
 */
public interface Tensor<T extends Tensor<T>> {
  /** The shape; its rank is a number, its extents may be symbols. */
  Shape shape();

  /** This, as its own type: what a default method returns when there is nothing to do. */
  T self();

  /** Applies an operation of one operand, or of none: then this only lends its reading. */
  T apply(Op op);

  /** Applies an operation to this and {@code b}. */
  T apply(Op op, T b);

  /** Applies an operation to this, {@code b} and {@code c}. */
  T apply(Op op, T b, T c);

  // Entrywise arithmetic, with broadcasting.

  /** a + b. */
  default T plus(T b) {
    return apply(Op.PLUS, b);
  }

  /** a − b. */
  default T minus(T b) {
    return apply(Op.MINUS, b);
  }

  /** a ⊙ b, entry by entry. */
  default T times(T b) {
    return apply(Op.TIMES, b);
  }

  /** a ⊛ b: entry by entry, where a zero of either factor wins over ∞ and NaN. */
  default T strongTimes(T b) {
    return apply(Op.STRONG_TIMES, b);
  }

  /** a / b, entry by entry. */
  default T div(T b) {
    return apply(Op.DIV, b);
  }

  /** aᵇ, entry by entry. */
  default T pow(T b) {
    return apply(Op.POW, b);
  }

  /** The larger of each pair; at a tie either has slope ½. */
  default T maximum(T b) {
    return apply(Op.MAXIMUM, b);
  }

  /** The smaller of each pair; at a tie either has slope ½. */
  default T minimum(T b) {
    return apply(Op.MINIMUM, b);
  }

  /** −a. */
  default T negate() {
    return map(Elementary.NEGATE);
  }

  /** f(a), entry by entry. */
  default T map(Elementary f) {
    return apply(Op.map(f));
  }

  // Masks and constants: no derivative flows through them.

  /** The mask [a = b]. */
  default T equal(T b) {
    return apply(Op.EQUAL, b);
  }

  /** The mask [a &gt; b]. */
  default T greater(T b) {
    return apply(Op.GREATER, b);
  }

  /** The mask [a ≥ b]. */
  default T atLeast(T b) {
    return greater(b).plus(equal(b));
  }

  /** {@code then} where this mask is not 0, else {@code otherwise}; backwards too. */
  default T where(T then, T otherwise) {
    return apply(Op.WHERE, then, otherwise);
  }

  /** The row of the identity that each label 0 … classes−1 names, along a new last axis. */
  default T oneHot(Size classes) {
    return apply(Op.oneHot(classes));
  }

  /** The same values, taken as constants. */
  default T detach() {
    return apply(Op.DETACH);
  }

  /** The fraction p/q, exact, as a scalar. */
  default T constant(long p, long q) {
    return apply(Op.constant(p, q));
  }

  /** The whole number p as a scalar. */
  default T constant(long p) {
    return constant(p, 1);
  }

  /** The scalar 0. */
  default T zero() {
    return constant(0);
  }

  /** The scalar 1. */
  default T one() {
    return constant(1);
  }

  /** The scalar π. */
  default T pi() {
    return apply(Op.PI);
  }

  /** An extent as a scalar, so that a mean over n examples divides by n in every reading. */
  default T size(Size size) {
    return apply(Op.size(size));
  }

  // Sums, maxima and means.

  /** The sum over one axis, which disappears; over an empty axis 0. */
  default T sum(int axis) {
    return apply(Op.sum(shape().axis("sum", axis)));
  }

  /** The sum of all entries. */
  default T sum() {
    T y = self();
    while (y.shape().rank() > 0) {
      y = y.sum(-1);
    }
    return y;
  }

  /** The sum over one axis, which stays with extent 1. */
  default T sumKeepingAxis(int axis) {
    return sum(axis).insertAxis(shape().axis("sum", axis));
  }

  /**
   * The maximum over one axis, which disappears; ties share their derivative; an empty axis is
   * refused.
   */
  default T max(int axis) {
    return apply(Op.max(shape().axis("max", axis)));
  }

  /** The maximum over one axis, which stays with extent 1. */
  default T maxKeepingAxis(int axis) {
    return max(axis).insertAxis(shape().axis("max", axis));
  }

  /**
   * The mean over one axis, which disappears; an empty axis is refused. Of an extent that is a
   * symbol, recorded and then given as 0, it is NaN.
   */
  default T mean(int axis) {
    int front = shape().axis("mean", axis);
    Size size = shape().size(front);
    if (size.equals(Size.of(0))) {
      throw new IllegalArgumentException(
          "mean: axis " + front + " of " + shape() + " is empty; a mean of nothing has no value");
    }
    return sum(front).div(size(size));
  }

  /** The mean of all entries. */
  default T mean() {
    T y = self();
    while (y.shape().rank() > 0) {
      y = y.mean(-1);
    }
    return y;
  }

  // Products of vectors and matrices.

  /**
   * NumPy's product: matrix·matrix, matrix·vector, vector·matrix, and the inner product of two
   * vectors.
   */
  default T matmul(T b) {
    Shape left = shape();
    Shape right = b.shape();
    Shape result = ShapeRules.product(left, right);
    T row = left.rank() == 1 ? insertAxis(0) : self();
    T column = right.rank() == 1 ? b.insertAxis(1) : b;
    return row.apply(Op.MATMUL, column).reshape(result);
  }

  /** The inner product Σ aᵢbᵢ of two vectors. */
  default T dot(T b) {
    if (shape().rank() != 1 || b.shape().rank() != 1) {
      throw new IllegalArgumentException(
          "dot: wants two vectors, not " + shape() + " · " + b.shape());
    }
    return matmul(b);
  }

  /** The outer product of two vectors: entry (i, j) is aᵢbⱼ. */
  default T outer(T b) {
    if (shape().rank() != 1 || b.shape().rank() != 1) {
      throw new IllegalArgumentException(
          "outer: wants two vectors, not "
              + shape()
              + " ⊗ "
              + b.shape()
              + "; of rows use transpose and matmul");
    }
    return insertAxis(1).times(b);
  }

  // Axes.

  /** Exchanges the two axes of a matrix; a vector has no transpose. */
  default T transpose() {
    if (shape().rank() != 2) {
      throw new IllegalArgumentException("transpose: wants a matrix, not " + shape());
    }
    return apply(Op.TRANSPOSE);
  }

  /** Reorders the axes: axis i of the result is axis {@code axes[i]} of this. */
  default T permute(int... axes) {
    return apply(Op.permute(new Permutation(Arrays.stream(axes).boxed().toList())));
  }

  /** The same entries in the same order under other axes. */
  default T reshape(Shape target) {
    return shape().equals(target) ? self() : apply(Op.reshape(target));
  }

  /** Repeats the whole {@code size} times along a new axis. */
  default T expand(int axis, Size size) {
    return apply(Op.expand(axis < 0 ? axis + shape().rank() + 1 : axis, size));
  }

  /** A new axis of extent 1. */
  default T insertAxis(int axis) {
    return expand(axis, Size.ONE);
  }

  /** Repeats to a shape, as broadcasting does. */
  default T broadcastTo(Shape target) {
    return shape().equals(target) ? self() : apply(Op.broadcastTo(target));
  }

  /** Sums to a shape what broadcasting has repeated. */
  default T sumTo(Shape target) {
    return shape().equals(target) ? self() : apply(Op.sumTo(target));
  }

  /** Entries {@code from} (included) to {@code to} (not included) of an axis. */
  default T slice(int axis, int from, int to) {
    return apply(Op.slice(shape().axis("slice", axis), from, to - from));
  }

  /** Zeros before and after along an axis. */
  default T pad(int axis, int before, int after) {
    int front = shape().axis("pad", axis);
    return apply(Op.pad(front, before, before + shape().size(front).number() + after));
  }

  /** This and the others one after the other along an axis: a sum of pads. */
  default T concatenate(int axis, List<T> others) {
    return Concatenation.of(self(), axis, others);
  }
}
