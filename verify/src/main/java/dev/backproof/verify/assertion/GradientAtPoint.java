package dev.backproof.verify.assertion;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.GradientCheck;
import dev.backproof.verify.check.Question;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.check.Witness;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A gradient at a point, to be held against independent numerical witnesses.
 *
 * @param <F> what a formula over the same operands is given as
 */
public final class GradientAtPoint<F> {
  /** Those that follow the kink table; the others use values only. */
  private static final Set<Witness> BY_RULES = Set.of(Witness.GRAPH, Witness.FORWARD);

  private final Formula function;
  private final Function<F, Formula> formula;
  private final int which;
  private final List<DenseTensor> point;
  private final boolean kink;

  GradientAtPoint(
      Formula function,
      Function<F, Formula> formula,
      int which,
      List<DenseTensor> point,
      boolean kink) {
    this.function = function;
    this.formula = formula;
    this.which = which;
    this.point = List.copyOf(point);
    this.kink = kink;
  }

  /**
   * Asserts that every witness that can be asked agrees with the gradient by hand.
   *
   * @return what each said, with the error reached and the bound; the same as text
   * @throws AssertionError if one disagrees or none can be asked; the message says what each
   *     witness found, and where
   */
  public Evidence matches(F hand) {
    Formula byHand = formula.apply(hand);
    DenseTensor by = point.get(which);
    PointFailure failure =
        new PointFailure(
            "the gradient by operand " + which + " " + by.shape() + ", derived by hand", point);
    DenseTensor value = failure.value("the function", function);
    if (value.shape().rank() > 0) {
      throw failure.malformed(ShapeRemedy.noScalar(value.shape()), ShapeRemedy.SUM);
    }
    DenseTensor found = failure.value("the gradient by hand", byHand);
    if (!found.shape().equals(by.shape())) {
      throw failure.malformed(
          ShapeRemedy.otherShape(by.shape(), found.shape()),
          ShapeRemedy.of(by.shape(), found.shape()));
    }
    Evidence evidence = failure.evidence(() -> compare(byHand));
    if (evidence.verdict() != Verdict.AGREES) {
      boolean perhaps = !kink && looksLikeKink(evidence.comparisons());
      throw failure.of(
          evidence,
          perhaps ? "a kink is here: atKink(…) asks for the value of the kink table" : "");
    }
    return evidence;
  }

  private List<Comparison> compare(Formula byHand) {
    Question question = new Question(function, which, byHand, point);
    GradientCheck check = new GradientCheck();
    return kink ? check.atKink(question) : check.atSmoothPoint(question);
  }

  /** The rules agree with the hand side, and those that use values only do not all. */
  private static boolean looksLikeKink(List<Comparison> comparisons) {
    return comparisons.stream()
        .filter(c -> BY_RULES.contains(c.witness()))
        .allMatch(c -> c.verdict() == Verdict.AGREES);
  }
}
