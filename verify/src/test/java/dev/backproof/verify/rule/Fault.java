package dev.backproof.verify.rule;

import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Primitive;
import dev.backproof.core.Tensor;

/** A way to get a rule wrong; a generic method implements it. */
@FunctionalInterface
public interface Fault {
  /**
   * What the wrong rule gives.
   *
   * @param in the cotangent or tangent that comes in
   * @param right what the right rule gives
   */
  <T extends Tensor<T>> T of(Application<T> of, int which, T in, T right);

  /** The page with this fault in one row, for one operand. */
  default VjpRules inVjp(Primitive row, int operand) {
    Fault fault = this;
    return new VjpRules() {
      @Override
      public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
        T right = VjpRules.PAGE.pull(of, which, yBar);
        return of.op().primitive() == row && which == operand
            ? fault.of(of, which, yBar, right)
            : right;
      }
    };
  }

  /** The page with this fault in one row, for one operand. */
  default JvpRules inJvp(Primitive row, int operand) {
    Fault fault = this;
    return new JvpRules() {
      @Override
      public <T extends Tensor<T>> T push(Application<T> of, int which, T dot) {
        T right = JvpRules.PAGE.push(of, which, dot);
        return of.op().primitive() == row && which == operand
            ? fault.of(of, which, dot, right)
            : right;
      }
    };
  }
}
