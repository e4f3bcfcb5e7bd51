package dev.backproof.autodiff.rule;

import dev.backproof.core.Op;
import dev.backproof.core.Tensor;

/**
 * The rules of forward mode: one row per primitive.
 *
 * <p>With y = op(…, x, …) and a tangent ẋ of the shape of x, a row gives what ẋ adds to ẏ. The
 * tangent of y is the sum over the operands that have one (the product rule, once and for all).
 * Rows use the algebra only.
 *
 * <p>The page is an interface so that forward mode can be given another one: {@link #PAGE} is this
 * page as it stands.
 */
public interface JvpRules {
  /** The page as it stands. */
  JvpRules PAGE = new JvpRules() {};

  /**
   * What the tangent of one operand adds to the tangent of the result.
   *
   * @param of the application, of an operation of which {@link Op#flows} holds at {@code which}
   * @param which the operand whose tangent this is
   * @param dot the tangent, of the shape of that operand
   * @return a term of ẏ, of the shape of the result
   */
  // spotless:off
  default <T extends Tensor<T>> T push(Application<T> of, int which, T dot) {
    Op op = of.op();
    boolean first = which == 0;
    T x = of.operand(which);
    T yDot = switch (op.primitive()) {
      case MAP          -> Slopes.scale(dot, op.elementary(), x, of.result());
      case PLUS         -> dot;
      case MINUS        -> first ? dot : dot.negate();
      case TIMES,
           STRONG_TIMES -> dot.strongTimes(first ? of.b() : of.a());
      case DIV          -> first ? dot.strongTimes(Slopes.reciprocal(of.b()))
                                 : dot.strongTimes(of.result()).strongTimes(Slopes.reciprocal(of.b())).negate();
      case POW          -> first ? Slopes.powerBase(dot, of.a(), of.b())
                                 : Slopes.powerExponent(dot, of.a(), of.b(), of.result());
      case MAXIMUM      -> dot.strongTimes(Slopes.share(x, of.operand(1 - which)));
      case MINIMUM      -> dot.strongTimes(Slopes.share(of.operand(1 - which), x));
      case MATMUL       -> first ? dot.matmul(of.b()) : of.a().matmul(dot);
      case MAX          -> Slopes.ties(x, of.result(), op.axis()).strongTimes(dot).sum(op.axis());
      // linear in x: the operation itself
      case SUM, EXPAND, BROADCAST_TO, SUM_TO, PERMUTE, RESHAPE, SLICE, PAD -> dot.apply(op);
      case WHERE        -> which == 1 ? of.a().where(dot, dot.zero()) : of.a().where(dot.zero(), dot);
      case CUSTOM       -> Slopes.repeated(op, which, op.custom().jvp(which, of.operands(), of.result(), dot), of.result().shape());
      case EQUAL, GREATER, ONE_HOT, SIZE, CONSTANT, DETACH -> throw Slopes.nothingFlows(op);
    };
    return yDot.broadcastTo(of.result().shape());
  }
  // spotless:on
}
