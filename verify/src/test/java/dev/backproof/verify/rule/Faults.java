package dev.backproof.verify.rule;

import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Attribute.Insert;
import dev.backproof.core.Attribute.Window;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The faults of the registry; the first ones fit any row, the others one primitive. */
final class Faults {
  private Faults() {}

  /** Too large by a part in 10³, 10⁶, 10⁹. */
  static Fault scaledBy(long parts) {
    return new Fault() {
      @Override
      public <T extends Tensor<T>> T of(Application<T> of, int which, T in, T right) {
        return right.times(right.constant(parts + 1, parts));
      }
    };
  }

  static <T extends Tensor<T>> T sign(Application<T> of, int which, T in, T right) {
    return right.negate();
  }

  static <T extends Tensor<T>> T noCotangentFactor(Application<T> of, int which, T in, T right) {
    return VjpRules.PAGE.pull(of, which, in.one().broadcastTo(in.shape()));
  }

  static <T extends Tensor<T>> T noTangentFactor(Application<T> of, int which, T in, T right) {
    return JvpRules.PAGE.push(of, which, in.one().broadcastTo(in.shape()));
  }

  /** Right, but a constant to whoever differentiates it again. */
  static <T extends Tensor<T>> T detachedVjp(Application<T> of, int which, T in, T right) {
    return VjpRules.PAGE.pull(detached(of), which, in);
  }

  static <T extends Tensor<T>> T detachedJvp(Application<T> of, int which, T in, T right) {
    return JvpRules.PAGE.push(detached(of), which, in);
  }

  private static <T extends Tensor<T>> Application<T> detached(Application<T> of) {
    List<T> operands = new ArrayList<>();
    of.operands().forEach(x -> operands.add(x.detach()));
    return Application.of(of.op(), operands, of.result().detach());
  }

  /** Broadcasting not undone. */
  static <T extends Tensor<T>> T notSummed(Application<T> of, int which, T in, T right) {
    return right.broadcastTo(of.result().shape());
  }

  /** Broadcasting undone by a mean. */
  static <T extends Tensor<T>> T averaged(Application<T> of, int which, T in, T right) {
    T copies = right.one().broadcastTo(of.result().shape()).sumTo(right.shape());
    return right.div(copies);
  }

  static <T extends Tensor<T>> T factorNotTransposed(Application<T> of, int which, T in, T right) {
    return which == 0 ? in.matmul(of.b()) : of.a().matmul(in);
  }

  static <T extends Tensor<T>> T factorsExchanged(Application<T> of, int which, T in, T right) {
    return right.transpose();
  }

  /** The factor of the tangent transposed. */
  static <T extends Tensor<T>> T factorTransposed(Application<T> of, int which, T in, T right) {
    return which == 0 ? in.matmul(of.b().transpose()) : of.a().transpose().matmul(in);
  }

  /** Of a sum or a maximum of a square: spread along the other axis. */
  static <T extends Tensor<T>> T spreadAlongTheOtherAxis(
      Application<T> of, int which, T in, T right) {
    T mask = right.equal(right.zero()).where(right.zero(), right.one());
    return mask.times(in.insertAxis(1 - of.op().axis()).broadcastTo(right.shape()));
  }

  static <T extends Tensor<T>> T summedAlongTheOtherAxis(
      Application<T> of, int which, T in, T right) {
    return in.sum(1 - of.op().axis());
  }

  static <T extends Tensor<T>> T expandedAlongTheOtherAxis(
      Application<T> of, int which, T in, T right) {
    return in.apply(new Op(Primitive.EXPAND, new Insert(1 - of.op().axis(), of.op().size())));
  }

  /** The order itself where its inverse belongs, or the other way round. */
  static <T extends Tensor<T>> T permutedTheOtherWay(Application<T> of, int which, T in, T right) {
    return right.apply(of.op());
  }

  static <T extends Tensor<T>> T reversed(Application<T> of, int which, T in, T right) {
    T flat = right.reshape(in.shape());
    return flat.transpose().reshape(right.shape());
  }

  /** A window that starts at 0. */
  static <T extends Tensor<T>> T windowAtTheFront(Application<T> of, int which, T in, T right) {
    Window window = of.op().window();
    boolean pads = right.shape().size(window.axis()).number() > window.length();
    return pads || of.op().primitive() == Primitive.SLICE
        ? in.pad(
            window.axis(),
            0,
            right.shape().size(window.axis()).number() - in.shape().size(window.axis()).number())
        : in.slice(window.axis(), 0, right.shape().size(window.axis()).number());
  }

  /** The slope taken at the value where the argument belongs, and the other way round. */
  static <T extends Tensor<T>> T staleInput(Application<T> of, int which, T in, T right) {
    return in.strongTimes(of.op().elementary().derivative(of.result(), of.a()));
  }

  /** Broadcasting undone or done, as the right rule of either page does it. */
  private static <T extends Tensor<T>> T fit(Application<T> of, T bar, T right) {
    return right.shape().equals(of.result().shape())
        ? bar.broadcastTo(right.shape())
        : bar.sumTo(right.shape());
  }

  /** The other branch gets it. */
  static <T extends Tensor<T>> T otherBranch(Application<T> of, int which, T in, T right) {
    T zero = in.zero();
    T there = which == 1 ? of.a().where(zero, in) : of.a().where(in, zero);
    return fit(of, there, right);
  }

  /** 1/b where −y/b belongs, in the second operand of a quotient; 1/b² in the first. */
  static <T extends Tensor<T>> T quotientWithoutResult(
      Application<T> of, int which, T in, T right) {
    return fit(of, in.strongTimes(of.b().map(Elementary.RECIPROCAL)).negate(), right);
  }

  /** b·aᵇ where b·aᵇ⁻¹ belongs; aᵇ·ln b where aᵇ·ln a. */
  static <T extends Tensor<T>> T powerOffByOne(Application<T> of, int which, T in, T right) {
    T slope =
        which == 0 ? of.b().times(of.result()) : of.result().times(of.b().map(Elementary.LOG));
    return fit(of, in.times(slope), right);
  }

  /** A tie goes to one side. */
  static <T extends Tensor<T>> T tieToOneSide(Application<T> of, int which, T in, T right) {
    T x = of.operand(which);
    return fit(of, of.result().equal(x).times(in), right);
  }

  /** Each of the ties gets the whole. */
  static <T extends Tensor<T>> T tiesNotShared(Application<T> of, int which, T in, T right) {
    int axis = of.op().axis();
    return of.a().equal(of.result().insertAxis(axis)).times(in.insertAxis(axis));
  }

  /** Each of the ties adds the whole to the tangent. */
  static <T extends Tensor<T>> T tiesNotSharedForward(Application<T> of, int which, T in, T right) {
    int axis = of.op().axis();
    return of.a().equal(of.result().insertAxis(axis)).times(in).sum(axis);
  }

  /** rect′(0) = 1. */
  static <T extends Tensor<T>> T rectOpenAtZero(Application<T> of, int which, T in, T right) {
    return of.a().atLeast(in.zero()).times(in);
  }

  /** The plain product where zero must win. */
  static <T extends Tensor<T>> T plainProduct(Application<T> of, int which, T in, T right) {
    return in.times(of.op().elementary().derivative(of.a(), of.result()));
  }
}
