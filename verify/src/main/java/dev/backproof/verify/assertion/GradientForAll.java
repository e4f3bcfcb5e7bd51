package dev.backproof.verify.assertion;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import java.util.List;
import java.util.function.Function;

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
  private static final String FUNCTION = "the function";
  private static final String BY_HAND = "the gradient by hand";

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
   * Assumes an equation between two formulas of the operands, entry by entry. The proof uses it
   * from left to right, so the left side is best one entry, or a sum over entries: that the columns
   * of a matrix sum to 1. It may not tie the entries of the operand that is differentiated by.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public GradientForAll<F> assuming(F left, F right) {
    return with(setting.assuming(formula.apply(left), formula.apply(right)));
  }

  /**
   * With another budget for the proof, in steps of the kernel; above the usual it may take longer
   * too.
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
        new Wording(
            "the gradient by " + operand + ", derived by hand",
            "gradient",
            "by hand",
            "isProvedOffTheKinksFor");
    Judgement judgement = new Judgement(setting, wording);
    if (operand.isLabels()) {
      throw judgement
          .failure()
          .malformed(
              operand.name() + " holds labels, which name classes and have no derivative",
              "withRespectTo(…) another operand");
    }
    Expr by = letters.operands().get(which);
    Expr value = judgement.value(FUNCTION, function, letters.operands());
    if (value.shape().rank() > 0) {
      throw judgement.failure().malformed(ShapeRemedy.noScalar(value.shape()), ShapeRemedy.SUM);
    }
    Expr right = judgement.value(BY_HAND, hand, letters.operands());
    if (!right.shape().equals(by.shape())) {
      throw otherShape(judgement, letters, value, by, right);
    }
    SymbolicClaim claim =
        judgement.claim(() -> Statements.gradient(letters.symbols(), value, by, right));
    return judgement.proof(
        claim,
        kinksMatter,
        List.of(
            OnNumbers.Reading.of(BY_HAND, hand, claim::right),
            OnNumbers.Reading.of(FUNCTION, function, on -> on.value(value)),
            new OnNumbers.Reading(
                FUNCTION, hand, this::swept, claim::left, OnNumbers.Cause.BRANCH, false)),
        new Sides(function, which, this::swept, hand::apply));
  }

  /** The gradient by the graph. */
  private DenseTensor swept(List<DenseTensor> at) {
    return Differentiation.grad(function, at, at.size()).get(which);
  }

  private static AssertionError otherShape(
      Judgement judgement, Setting.Letters letters, Expr value, Expr by, Expr right) {
    String remedy = ShapeRemedy.of(by.shape(), right.shape());
    if (ShapeRemedy.isTransposed(by.shape(), right.shape())) {
      boolean proved = isTransposeProved(judgement, letters, value, by, right);
      remedy += proved ? "; then it is PROVED" : ", and look again: that alone is not PROVED";
    }
    return judgement.failure().malformed(ShapeRemedy.otherShape(by.shape(), right.shape()), remedy);
  }

  private static boolean isTransposeProved(
      Judgement judgement, Setting.Letters letters, Expr value, Expr by, Expr right) {
    try {
      judgement.proof(
          judgement.claim(
              () -> Statements.gradient(letters.symbols(), value, by, right.transpose())),
          true,
          List.of());
      return true;
    } catch (AssertionError notProved) {
      return false;
    }
  }
}
