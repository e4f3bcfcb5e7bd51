package dev.backproof.verify.rule;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.OptionalInt;

/**
 * The derivative of a formula as a formula again, so that whatever is checked can be checked of it.
 */
final class Derivative {
  private Derivative() {}

  /** (x…, ȳ) ↦ the cotangent of operand {@code which}. */
  static Formula pullback(VjpRules rules, Formula f, int which) {
    return new Formula() {
      @Override
      public <T extends Tensor<T>> T apply(List<T> x) {
        int n = x.size() - 1;
        return Differentiation.vjp(rules, f, x.subList(0, n), n, x.get(n)).get(which);
      }

      @Override
      public OptionalInt arity() {
        return OptionalInt.empty();
      }

      @Override
      public String toString() {
        return "pullback of " + f + " to " + which;
      }
    };
  }

  /** (x…, ẋ…) ↦ the tangent of the value. */
  static Formula pushforward(JvpRules rules, Formula f) {
    return new Formula() {
      @Override
      public <T extends Tensor<T>> T apply(List<T> x) {
        int n = x.size() / 2;
        return Differentiation.jvp(rules, f, x.subList(0, n), x.subList(n, 2 * n)).tangent();
      }

      @Override
      public OptionalInt arity() {
        return OptionalInt.empty();
      }

      @Override
      public String toString() {
        return "pushforward of " + f;
      }
    };
  }
}
