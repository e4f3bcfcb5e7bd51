package dev.backproof.verify.assertion;

import dev.backproof.core.Formula;
import dev.backproof.core.Shape;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.kernel.Refusal;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A gradient for all sizes and all values of the operands.
 *
 * <p>What is proved is that the derivative of the function, which the trusted kernel takes by rules
 * of its own, equals the gradient by hand, entry by entry, over the real numbers; neither the graph
 * nor forward mode has a part in it.
 *
 * @param <F> what a formula over the same operands is given as
 */
public final class GradientForAll<F> {
  private final Formula function;
  private final Function<F, Formula> formula;
  private final int which;
  private final Setting setting;

  GradientForAll(Formula function, Function<F, Formula> formula, int which, Setting setting) {
    this.function = function;
    this.formula = formula;
    this.which = which;
    this.setting = setting;
  }

  /**
   * By another operand.
   *
   * @throws IllegalArgumentException if none has this name
   */
  public GradientForAll<F> withRespectTo(String name) {
    return new GradientForAll<>(function, formula, setting.number(name), setting);
  }

  /**
   * Assumes an equation between two formulas of the operands, entry by entry: that a label y of ±1
   * has y² = 1. What is assumed may not tie the entries of the operand that is differentiated by.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public GradientForAll<F> assuming(F left, F right) {
    return with(
        setting.assuming(
            letters ->
                letters
                    .symbols()
                    .assumeEqual(
                        formula.apply(left).apply(letters.operands()),
                        formula.apply(right).apply(letters.operands()))));
  }

  /**
   * With another budget for the proof, in steps of the kernel.
   *
   * @throws IllegalArgumentException if it is not above 0
   */
  public GradientForAll<F> withBudget(int steps) {
    return with(setting.withBudget(steps));
  }

  private GradientForAll<F> with(Setting other) {
    return new GradientForAll<>(function, formula, which, other);
  }

  /**
   * Asserts that the gradient by hand is proved, at kinks too, where it must have the values of the
   * kink table.
   *
   * @return the proof, with its certificate
   * @throws AssertionError if it is not; the message says the verdict and, as the case may be, the
   *     counterexample and the difference in normal form, the shapes and the likely remedy, or what
   *     resisted
   */
  public Proof isProvedFor(F hand) {
    return proof(formula.apply(hand), true);
  }

  /**
   * Asserts that the gradient by hand is proved wherever the function has no kink.
   *
   * @return the proof, with its certificate; if it holds at the kinks too it says so
   * @throws AssertionError as {@link #isProvedFor} does
   */
  public Proof isProvedOffTheKinksFor(F hand) {
    return proof(formula.apply(hand), false);
  }

  private Proof proof(Formula hand, boolean kinksMatter) {
    Setting.Letters letters = setting.letters();
    Operand operand = setting.operands().get(which);
    Wording wording =
        new Wording("the gradient by " + operand + ", derived by hand", "gradient", "by hand");
    Judgement judgement = new Judgement(setting, wording);
    if (operand.isLabels()) {
      throw judgement.malformed(
          operand.name() + " holds labels, which name classes and have no derivative",
          "withRespectTo(…) another operand");
    }
    Expr by = letters.operands().get(which);
    Expr value = value(judgement, "the function", () -> function.apply(letters.operands()));
    if (value.shape().rank() > 0) {
      throw judgement.malformed(
          "the function has the shape " + value.shape() + "; only a number has a gradient",
          "sum() it, or take it times a cotangent and then sum()");
    }
    Expr right = value(judgement, "the gradient by hand", () -> hand.apply(letters.operands()));
    requireShape(judgement, letters, value, by, right);
    return judgement.proof(
        claim(judgement, () -> Statements.gradient(letters.symbols(), value, by, right)),
        kinksMatter);
  }

  private void requireShape(
      Judgement judgement, Setting.Letters letters, Expr value, Expr by, Expr right) {
    Shape wanted = by.shape();
    if (right.shape().equals(wanted)) {
      return;
    }
    String remedy = ShapeRemedy.of(wanted, right.shape());
    if (ShapeRemedy.isTransposed(wanted, right.shape())) {
      remedy +=
          isTransposeProved(judgement, letters, value, by, right)
              ? "; then it is proved"
              : "; then it has the shape, but is not proved";
    }
    throw judgement.malformed(
        "the gradient has the shape " + wanted + ", the one by hand " + right.shape(), remedy);
  }

  private static boolean isTransposeProved(
      Judgement judgement, Setting.Letters letters, Expr value, Expr by, Expr right) {
    try {
      judgement.proof(Statements.gradient(letters.symbols(), value, by, right.transpose()), true);
      return true;
    } catch (AssertionError notProved) {
      return false;
    }
  }

  private static Expr value(Judgement judgement, String what, Supplier<Expr> side) {
    try {
      return side.get();
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      throw caused(judgement.malformed(what + ": " + e.getMessage(), ""), e);
    }
  }

  private static SymbolicClaim claim(Judgement judgement, Supplier<SymbolicClaim> claim) {
    try {
      return claim.get();
    } catch (IllegalArgumentException | UnsupportedOperationException | Refusal e) {
      throw caused(judgement.malformed(String.valueOf(e.getMessage()), ""), e);
    }
  }

  private static AssertionError caused(AssertionError failure, Exception cause) {
    failure.initCause(cause);
    return failure;
  }
}
