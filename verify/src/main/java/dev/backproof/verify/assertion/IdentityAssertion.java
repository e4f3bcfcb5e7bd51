package dev.backproof.verify.assertion;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.verify.check.IdentityCheck;
import dev.backproof.verify.check.Verdict;
import java.util.List;
import java.util.function.Function;

/**
 * A formula that is to equal another: a stable form and the textbook's, say.
 *
 * @param <F> what a formula over the same operands is given as
 */
public final class IdentityAssertion<F> {
  private static final String SUBJECT = "the equality of two formulas";

  private final Formula left;
  private final Function<F, Formula> formula;

  IdentityAssertion(Formula left, Function<F, Formula> formula) {
    this.left = left;
    this.formula = f -> formula.apply(Arity.required("a formula", "it", f));
  }

  /**
   * At a point.
   *
   * @param operands numbers for each operand; labels as whole numbers
   * @throws IllegalArgumentException if there are too few or too many
   */
  public AtPoint<F> at(DenseTensor... operands) {
    return new AtPoint<>(this, Arity.require("at", left, operands));
  }

  /**
   * For all sizes and all values of the operands.
   *
   * @param operands the operands, in the order in which the formula takes them
   * @throws IllegalArgumentException if there are too few or too many, or they cannot be declared
   */
  public IdentityForAll<F> forAll(Operand... operands) {
    List<Operand> all = Arity.require("forAll", left, operands);
    return new IdentityForAll<>(left, formula, Setting.of(all));
  }

  /** The wording of messages about it. */
  static Wording wording() {
    return new Wording(SUBJECT, "left", "right", "");
  }

  /**
   * An equality at a point.
   *
   * @param <F> what a formula over the same operands is given as
   */
  public static final class AtPoint<F> {
    private final IdentityAssertion<F> assertion;
    private final List<DenseTensor> point;

    private AtPoint(IdentityAssertion<F> assertion, List<DenseTensor> point) {
      this.assertion = assertion;
      this.point = List.copyOf(point);
    }

    /**
     * Asserts that both have the same value, in float64 and in 50 digits, within their rounding
     * error.
     *
     * @return the errors reached and the bounds
     * @throws AssertionError if they do not, or cannot be compared
     */
    public Evidence matches(F right) {
      PointFailure failure = new PointFailure(SUBJECT, point);
      Formula other = assertion.formula.apply(right);
      failure.value("left", assertion.left);
      failure.value("right", other);
      Evidence evidence = failure.evidence(() -> IdentityCheck.at(assertion.left, other, point));
      if (evidence.verdict() != Verdict.AGREES) {
        throw failure.of(evidence, "");
      }
      return evidence;
    }
  }
}
