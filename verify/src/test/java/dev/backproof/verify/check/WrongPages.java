package dev.backproof.verify.check;

import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Primitive;
import dev.backproof.core.Tensor;

/** Rule pages with one row wrong. */
final class WrongPages {
  private WrongPages() {}

  /** A row that is off by 1/{@code part} of itself. */
  record ScaledVjp(Primitive row, long part) implements VjpRules {
    @Override
    public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
      T right = VjpRules.super.pull(of, which, yBar);
      return of.op().primitive() == row ? scaled(right, part) : right;
    }
  }

  /** A row that is off by 1/{@code part} of itself. */
  record ScaledJvp(Primitive row, long part) implements JvpRules {
    @Override
    public <T extends Tensor<T>> T push(Application<T> of, int which, T dot) {
      T right = JvpRules.super.push(of, which, dot);
      return of.op().primitive() == row ? scaled(right, part) : right;
    }
  }

  /** A row to which 1/1024 is added, whatever the cotangent. */
  record ShiftedVjp(Primitive row) implements VjpRules {
    @Override
    public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
      T right = VjpRules.super.pull(of, which, yBar);
      return of.op().primitive() == row ? right.plus(right.constant(1, 1024)) : right;
    }
  }

  /** At a tie the whole cotangent goes to either side, as for two functions that touch. */
  record WholeTiesVjp() implements VjpRules {
    @Override
    public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
      return of.op().primitive() == Primitive.MAXIMUM
          ? yBar.times(of.operand(which).atLeast(of.operand(1 - which)))
              .sumTo(of.operand(which).shape())
          : VjpRules.super.pull(of, which, yBar);
    }
  }

  /** The same on the other page. */
  record WholeTiesJvp() implements JvpRules {
    @Override
    public <T extends Tensor<T>> T push(Application<T> of, int which, T dot) {
      return of.op().primitive() == Primitive.MAXIMUM
          ? dot.times(of.operand(which).atLeast(of.operand(1 - which)))
              .broadcastTo(of.result().shape())
          : JvpRules.super.push(of, which, dot);
    }
  }

  private static <T extends Tensor<T>> T scaled(T right, long part) {
    return right.plus(right.constant(1, part).times(right));
  }
}
