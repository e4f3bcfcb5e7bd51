package dev.backproof.autodiff.rule;

import dev.backproof.core.Op;
import dev.backproof.core.Tensor;

/**
 * The rules of reverse mode: one row per primitive.
 *
 * <p>With y = op(…, x, …) and a cotangent ȳ of the shape of y, a row gives the cotangent x̄ of one
 * operand. It is the adjoint of the row on {@link JvpRules}: {@math ⟨ȳ, dy⟩ = ⟨x̄, dx⟩} for every
 * dx. The rows use the algebra only, so they can be differentiated again, run on symbols and
 * proved.
 *
 * <p>The page is an interface so that a tape can be given another one: {@link #PAGE} is this page
 * as it stands.
 */
public interface VjpRules {
  /** The page as it stands. */
  VjpRules PAGE = new VjpRules() {};

  /**
   * The cotangent of one operand.
   *
   * @param of the application, of an operation of which {@link Op#flows} holds at {@code which}
   * @param which the operand whose cotangent is asked for
   * @param yBar the cotangent of the result, of its shape
   * @return x̄, of the shape of the operand
   */
  // spotless:off
  default <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
    Op op = of.op();
    boolean first = which == 0;
    T x = of.operand(which);
    T bar = switch (op.primitive()) {
      // ⟨ȳ, f′(x) ⊙ dx⟩ = ⟨ȳ ⊛ f′(x), dx⟩
      case MAP          -> Slopes.scale(yBar, op.elementary(), x, of.result());
      // y = a ± b:                           ⟨ȳ, da ± db⟩
      case PLUS         -> yBar;
      case MINUS        -> first ? yBar : yBar.negate();
      // y = a ⊙ b:                           ⟨ȳ, da ⊙ b + a ⊙ db⟩ = ⟨ȳ ⊛ b, da⟩ + ⟨ȳ ⊛ a, db⟩
      case TIMES,
           STRONG_TIMES -> yBar.strongTimes(first ? of.b() : of.a());
      // y = a / b:                           dy = da/b − (y/b) ⊙ db
      case DIV          -> first ? yBar.strongTimes(Slopes.reciprocal(of.b()))
                                 : yBar.strongTimes(of.result()).strongTimes(Slopes.reciprocal(of.b())).negate();
      // y = aᵇ:                              dy = b·aᵇ⁻¹ ⊙ da + y·ln a ⊙ db, by the kink table
      case POW          -> first ? Slopes.powerBase(yBar, of.a(), of.b())
                                 : Slopes.powerExponent(yBar, of.a(), of.b(), of.result());
      // y = max(a, b):                       dy = s ⊙ da + (1 − s) ⊙ db, s = [a > b] + ½[a = b]
      case MAXIMUM      -> yBar.strongTimes(Slopes.share(x, of.operand(1 - which)));
      case MINIMUM      -> yBar.strongTimes(Slopes.share(of.operand(1 - which), x));
      // Y = A·B, [p×k]·[k×q]:                ⟨Ȳ, dA·B⟩ = ⟨Ȳ·Bᵀ, dA⟩   ⟨Ȳ, A·dB⟩ = ⟨Aᵀ·Ȳ, dB⟩
      case MATMUL       -> first ? yBar.matmul(of.b().transpose()) : of.a().transpose().matmul(yBar);
      // y = Σ over an axis:                  ⟨ȳ, Σ dx⟩ = ⟨ȳ repeated along it, dx⟩
      case SUM          -> yBar.expand(op.axis(), x.shape().size(op.axis()));
      case EXPAND       -> yBar.sum(op.axis());
      case BROADCAST_TO -> yBar;                                   // summed below
      case SUM_TO       -> yBar.broadcastTo(x.shape());
      // y = max over an axis:                dy = Σ ties ⊙ dx / their number
      case MAX          -> yBar.insertAxis(op.axis()).strongTimes(Slopes.ties(x, of.result(), op.axis()));
      case PERMUTE      -> yBar.apply(new Op(op.primitive(), op.permutation().inverse()));
      case RESHAPE      -> yBar.reshape(x.shape());
      // y = a window of x:                   ⟨ȳ, window of dx⟩ = ⟨ȳ amid zeros, dx⟩, and the other way round
      case SLICE        -> yBar.pad(op.axis(), op.window().start(), Slopes.behind(x, op.window()));
      case PAD          -> yBar.slice(op.axis(), op.window().start(), Slopes.end(x, op.window()));
      // y = mask ? b : c:                    each side gets ȳ where it was taken, nothing is multiplied
      case WHERE        -> which == 1 ? of.a().where(yBar, yBar.zero()) : of.a().where(yBar.zero(), yBar);
      case CUSTOM       -> Slopes.summed(op, which, op.custom().vjp(which, of.operands(), of.result(), yBar), x.shape());
      case EQUAL, GREATER, ONE_HOT, SIZE, CONSTANT, DETACH -> throw Slopes.nothingFlows(op);
    };
    return bar.sumTo(x.shape());                                   // broadcasting is undone once, here
  }
  // spotless:on
}
