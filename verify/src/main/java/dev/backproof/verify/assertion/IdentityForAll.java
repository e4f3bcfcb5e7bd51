package dev.backproof.verify.assertion;

import dev.backproof.core.Formula;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import java.util.List;
import java.util.function.Function;

/**
 * An equality for all sizes and all values of the operands.
 *
 * @param <F> what a formula over the same operands is given as
 */
public final class IdentityForAll<F> {
  private final Formula left;
  private final Function<F, Formula> formula;
  private final Setting setting;

  IdentityForAll(Formula left, Function<F, Formula> formula, Setting setting) {
    this.left = left;
    this.formula = formula;
    this.setting = setting;
  }

  /**
   * Assumes an equation between two formulas of the operands, entry by entry.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public IdentityForAll<F> assuming(F one, F other) {
    Setting more = setting.assuming(formula.apply(one), formula.apply(other));
    return new IdentityForAll<>(left, formula, more);
  }

  /**
   * With another budget for the proof, in steps of the kernel; above the usual it may take longer
   * too.
   *
   * @throws IllegalArgumentException if it is not above 0
   */
  public IdentityForAll<F> withBudget(int steps) {
    return new IdentityForAll<>(left, formula, setting.withBudget(steps));
  }

  /**
   * Asserts that both formulas are proved to be equal.
   *
   * @return the proof, with its certificate
   * @throws AssertionError if they are not; the message as of {@link GradientForAll#isProvedFor}
   */
  public Proof isProvedEqualTo(F right) {
    Setting.Letters letters = setting.letters();
    Judgement judgement = new Judgement(setting, IdentityAssertion.wording());
    Expr one = judgement.value("left", left, letters.operands());
    Formula second = formula.apply(right);
    Expr other = judgement.value("right", second, letters.operands());
    if (!one.shape().equals(other.shape())) {
      throw judgement
          .failure()
          .malformed(
              "left is " + one.shape() + ", right is " + other.shape(),
              ShapeRemedy.isTransposed(one.shape(), other.shape())
                  ? "transpose() one of them"
                  : "");
    }
    SymbolicClaim claim = judgement.claim(() -> Statements.identity(letters.symbols(), one, other));
    return judgement.proof(
        claim,
        true,
        List.of(
            OnNumbers.Reading.of("left", left, claim::left),
            OnNumbers.Reading.of("right", second, claim::right)));
  }
}
