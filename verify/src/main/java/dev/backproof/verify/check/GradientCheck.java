package dev.backproof.verify.check;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.witness.ComplexStep;
import dev.backproof.core.witness.Estimate;
import dev.backproof.core.witness.FiniteDifferences;
import java.util.List;
import java.util.function.Supplier;

/**
 * Holds a gradient derived by hand against every witness.
 *
 * <p>The witnesses do not share what they check: the complex step, the 50 digits and the
 * differences run the primal only; the graph and forward mode each read their own rule page; the
 * hand side sees none of them.
 */
public final class GradientCheck {
  /** The rounding errors counted for a value of which nothing else is known. */
  private static final double OPERATIONS = 16;

  private final VjpRules vjpRules;
  private final JvpRules jvpRules;

  /** A check of the rule pages as they stand. */
  public GradientCheck() {
    this(VjpRules.PAGE, JvpRules.PAGE);
  }

  /** A check of other rule pages. */
  public GradientCheck(VjpRules vjpRules, JvpRules jvpRules) {
    this.vjpRules = vjpRules;
    this.jvpRules = jvpRules;
  }

  /** All witnesses, at a point where the function is smooth. */
  public List<Comparison> atSmoothPoint(Question q) {
    DenseTensor hand = q.hand().apply(q.at());
    DenseTensor cond = RunningError.cond(q.hand(), q.at());
    return List.of(
        Agreement.rounding(Witness.GRAPH, graph(q), hand, cond),
        Agreement.rounding(Witness.FORWARD, forward(q), hand, cond),
        asked(
            Witness.COMPLEX_STEP,
            () -> ComplexStep.gradient(q.function(), q.at(), q.which()),
            hand,
            cond),
        asked(
            Witness.HIGH_PRECISION,
            () -> HighPrecision.gradient(q.function(), q.at(), q.which()),
            hand,
            cond),
        differences(q, hand));
  }

  /**
   * Graph and forward mode, at a point where the function has a kink and only the convention has a
   * value.
   */
  public List<Comparison> atKink(Question q) {
    DenseTensor hand = q.hand().apply(q.at());
    DenseTensor cond = RunningError.cond(q.hand(), q.at());
    return List.of(
        Agreement.rounding(Witness.GRAPH_AT_KINKS, graph(q), hand, cond),
        Agreement.rounding(Witness.FORWARD_AT_KINKS, forward(q), hand, cond));
  }

  /** A witness that has no answer where the function is undefined or opaque to its reading. */
  private static Comparison asked(
      Witness witness, Supplier<DenseTensor> answer, DenseTensor hand, DenseTensor cond) {
    try {
      return Agreement.rounding(witness, answer.get(), hand, cond);
    } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
      return Comparison.notCheckable(witness, Bound.ROUNDING, String.valueOf(e.getMessage()));
    }
  }

  private DenseTensor graph(Question q) {
    return Differentiation.grad(vjpRules, q.functionOfFirst(), q.first(), 1).get(0);
  }

  private DenseTensor forward(Question q) {
    double[] entries = new double[q.point().count()];
    DenseTensor zeros = DenseTensor.full(q.point().shape(), 0);
    for (int i = 0; i < entries.length; i++) {
      entries[i] =
          Differentiation.jvp(jvpRules, q.functionOfFirst(), q.first(), List.of(zeros.with(i, 1)))
              .tangent()
              .item();
    }
    return DenseTensor.of(q.point().shape(), entries);
  }

  /**
   * Differences whose error of one evaluation is the running error bound of the function, at least
   * 16·u·|f|.
   *
   * <p>Entries that cannot be checked are left out, so that they hide no wrong entry beside them.
   */
  private static Comparison differences(Question q, DenseTensor hand) {
    double value = q.function().apply(q.at()).item();
    double mu = RunningError.cond(q.function(), q.at()).item();
    if (!Double.isFinite(value)) {
      return Comparison.notCheckable(
          Witness.DIFFERENCES, Bound.DIFFERENCES, "the value at the point is " + value);
    }
    double scale = Math.max(mu / OPERATIONS, Math.abs(value));
    DenseTensor zeros = DenseTensor.full(q.point().shape(), 0);
    if (!hand.shape().equals(zeros.shape())) {
      return Agreement.otherShape(
          Witness.DIFFERENCES, Bound.DIFFERENCES, zeros.shape(), hand.shape());
    }
    double[] found = hand.toArray();
    double[] bounds = new double[found.length];
    String reason = "there is no entry";
    boolean any = false;
    for (int i = 0; i < found.length; i++) {
      Estimate estimate =
          FiniteDifferences.derivative(
              x -> q.functionOfFirst().apply(x),
              q.first(),
              List.of(zeros.with(i, 1)),
              DenseTensor.scalar(1),
              Bound.U * OPERATIONS * scale,
              scale);
      bounds[i] = estimate.isOk() ? estimate.bound() : Double.POSITIVE_INFINITY;
      if (estimate.isOk()) {
        found[i] = estimate.value();
        any = true;
      } else {
        reason = estimate.reason();
      }
    }
    if (!any) {
      return Comparison.notCheckable(Witness.DIFFERENCES, Bound.DIFFERENCES, reason);
    }
    return Agreement.within(
        Witness.DIFFERENCES, Bound.DIFFERENCES, DenseTensor.of(zeros.shape(), found), hand, bounds);
  }
}
