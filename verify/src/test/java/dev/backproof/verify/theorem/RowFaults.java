package dev.backproof.verify.theorem;

import dev.backproof.autodiff.rule.Application;
import dev.backproof.core.Attribute.Insert;
import dev.backproof.core.Attribute.Window;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Tensor;

/**
 * Ways to get a row wrong. {@code in} is the cotangent or tangent that comes in, {@code right} what
 * the right row gives.
 */
final class RowFaults {
  private RowFaults() {}

  // Of any row.

  static <T extends Tensor<T>> T doubled(Application<T> of, int which, T in, T right) {
    return right.plus(right);
  }

  static <T extends Tensor<T>> T sign(Application<T> of, int which, T in, T right) {
    return right.negate();
  }

  static <T extends Tensor<T>> T oneMore(Application<T> of, int which, T in, T right) {
    return right.plus(right.one());
  }

  /** What comes in is ignored. */
  static <T extends Tensor<T>> T withoutFactor(Application<T> of, int which, T in, T right) {
    return right.one().broadcastTo(right.shape());
  }

  // Of entrywise rows. Broadcasting is undone backwards, and done forwards.

  private static <T extends Tensor<T>> T fit(Application<T> of, T bar, T right) {
    return right.shape().equals(of.result().shape())
        ? bar.broadcastTo(right.shape())
        : bar.sumTo(right.shape());
  }

  /** The slope is left out, or the mask. */
  static <T extends Tensor<T>> T withoutSlope(Application<T> of, int which, T in, T right) {
    return fit(of, in.broadcastTo(of.result().shape()), right);
  }

  /** The slope at the value where the argument belongs. */
  static <T extends Tensor<T>> T slopeAtValue(Application<T> of, int which, T in, T right) {
    return in.times(of.op().elementary().derivative(of.result(), of.a()));
  }

  /** The operand itself where the other belongs. */
  static <T extends Tensor<T>> T ownOperand(Application<T> of, int which, T in, T right) {
    return fit(of, in.times(of.operand(which)).broadcastTo(of.result().shape()), right);
  }

  /** Of a quotient, the result forgotten. */
  static <T extends Tensor<T>> T withoutResult(Application<T> of, int which, T in, T right) {
    T slope = of.b().map(Elementary.RECIPROCAL);
    T scaled = which == 0 ? in.times(slope).times(slope) : in.times(slope).negate();
    return fit(of, scaled.broadcastTo(of.result().shape()), right);
  }

  /** b·aᵇ where b·aᵇ⁻¹ belongs; aᵇ where aᵇ·ln a. */
  static <T extends Tensor<T>> T powerRule(Application<T> of, int which, T in, T right) {
    T slope = which == 0 ? of.b().times(of.result()) : of.result();
    return fit(of, in.times(slope), right);
  }

  /** The smaller one of a maximum gets it. */
  static <T extends Tensor<T>> T toTheOther(Application<T> of, int which, T in, T right) {
    return fit(of, in.broadcastTo(of.result().shape()).minus(share(of, which, in)), right);
  }

  private static <T extends Tensor<T>> T share(Application<T> of, int which, T in) {
    boolean largest = of.op().primitive() == Primitive.MAXIMUM;
    T x = of.operand(largest ? which : 1 - which);
    T other = of.operand(largest ? 1 - which : which);
    return in.times(x.greater(other).plus(x.equal(other).times(x.constant(1, 2))));
  }

  /** The other branch gets it. */
  static <T extends Tensor<T>> T otherBranch(Application<T> of, int which, T in, T right) {
    T zero = in.zero();
    T there = which == 1 ? of.a().where(zero, in) : of.a().where(in, zero);
    return fit(of, there.broadcastTo(of.result().shape()), right);
  }

  // At ties and kinks only.

  /** At a tie either gets the whole. */
  static <T extends Tensor<T>> T tieToBoth(Application<T> of, int which, T in, T right) {
    return fit(of, in.times(ordered(of, which, true)), right);
  }

  /** At a tie neither gets anything. */
  static <T extends Tensor<T>> T tieToNone(Application<T> of, int which, T in, T right) {
    return fit(of, in.times(ordered(of, which, false)), right);
  }

  private static <T extends Tensor<T>> T ordered(Application<T> of, int which, boolean orEqual) {
    boolean largest = of.op().primitive() == Primitive.MAXIMUM;
    T x = of.operand(largest ? which : 1 - which);
    T other = of.operand(largest ? 1 - which : which);
    return orEqual ? x.atLeast(other) : x.greater(other);
  }

  /** rect′(0) = 1. */
  static <T extends Tensor<T>> T stepUpAtZero(Application<T> of, int which, T in, T right) {
    return of.a().atLeast(in.zero()).times(in);
  }

  /** abs′(0) = −1. */
  static <T extends Tensor<T>> T signDownAtZero(Application<T> of, int which, T in, T right) {
    T positive = of.a().greater(in.zero());
    return in.times(positive.plus(positive).minus(in.one()));
  }

  // Of a maximum over an axis.

  /** All entries get it. */
  static <T extends Tensor<T>> T toAll(Application<T> of, int which, T in, T right) {
    int axis = of.op().axis();
    boolean backward = right.shape().equals(of.a().shape());
    return backward ? in.insertAxis(axis).broadcastTo(right.shape()) : in.sum(axis);
  }

  /** Each of the ties gets the whole. */
  static <T extends Tensor<T>> T tiesNotShared(Application<T> of, int which, T in, T right) {
    int axis = of.op().axis();
    T mask = of.a().equal(of.result().insertAxis(axis));
    boolean backward = right.shape().equals(of.a().shape());
    return backward ? mask.times(in.insertAxis(axis)) : mask.times(in).sum(axis);
  }

  // Of products of matrices.

  /** A factor is transposed that is not, or the other way round: of square matrices. */
  static <T extends Tensor<T>> T notTransposed(Application<T> of, int which, T in, T right) {
    return which == 0 ? in.matmul(of.b()) : of.a().matmul(in);
  }

  static <T extends Tensor<T>> T transposed(Application<T> of, int which, T in, T right) {
    return which == 0 ? in.matmul(of.b().transpose()) : of.a().transpose().matmul(in);
  }

  // Of axes, where two have the same extent.

  static <T extends Tensor<T>> T spreadAlongTheOther(Application<T> of, int which, T in, T right) {
    return in.insertAxis(1 - of.op().axis()).broadcastTo(right.shape());
  }

  static <T extends Tensor<T>> T summedAlongTheOther(Application<T> of, int which, T in, T right) {
    return in.sum(1 - of.op().axis());
  }

  static <T extends Tensor<T>> T expandedAlongTheOther(
      Application<T> of, int which, T in, T right) {
    return in.apply(new Op(Primitive.EXPAND, new Insert(1 - of.op().axis(), of.op().size())));
  }

  /** The order where its inverse belongs, and the other way round. */
  static <T extends Tensor<T>> T otherOrder(Application<T> of, int which, T in, T right) {
    return in.shape().equals(right.shape()) ? right.apply(of.op()) : right;
  }

  static <T extends Tensor<T>> T transposedResult(Application<T> of, int which, T in, T right) {
    return right.shape().rank() == 2 ? right.transpose() : in.transpose().reshape(right.shape());
  }

  /** Broadcasting undone by a mean. */
  static <T extends Tensor<T>> T averaged(Application<T> of, int which, T in, T right) {
    T copies = right.one().broadcastTo(in.shape()).sumTo(right.shape());
    return right.div(copies);
  }

  // Of windows.

  /** The window at the front, wherever it belongs. */
  static <T extends Tensor<T>> T windowInFront(Application<T> of, int which, T in, T right) {
    Window window = of.op().window();
    int axis = window.axis();
    int from = in.shape().size(axis).number();
    int to = right.shape().size(axis).number();
    return to > from ? in.pad(axis, 0, to - from) : in.slice(axis, 0, to);
  }
}
