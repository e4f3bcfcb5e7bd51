package dev.backproof.verify.check;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.RandomTensors;
import java.util.List;
import java.util.Optional;

/**
 * ⟨w, J·v⟩ = ⟨Jᵀ·w, v⟩ for random w and v: reverse mode is the adjoint of forward mode.
 *
 * <p>Needs no reference, and holds at kinks too, where it pins both modes to one convention.
 */
public final class AdjointIdentity {
  private static final int DIRECTIONS = 3;

  private AdjointIdentity() {}

  /** Checks three directions of the first {@code count} operands. */
  public static Comparison check(Formula f, List<DenseTensor> at, int count, RandomTensors random) {
    return check(VjpRules.PAGE, JvpRules.PAGE, f, at, count, random);
  }

  /** As {@link #check(Formula, List, int, RandomTensors)}, by other rule pages. */
  public static Comparison check(
      VjpRules vjpRules,
      JvpRules jvpRules,
      Formula f,
      List<DenseTensor> at,
      int count,
      RandomTensors random) {
    double worst = 0;
    String sides = "";
    for (int i = 0; i < DIRECTIONS; i++) {
      List<DenseTensor> v = Directions.random(at, count, random);
      DenseTensor jv = Differentiation.jvp(jvpRules, f, at, v).tangent();
      List<DenseTensor> w = List.of(random.directions(jv.shape()));
      List<DenseTensor> jtw = Differentiation.vjp(vjpRules, f, at, count, w.get(0));
      if (jtw.stream().allMatch(part -> part.count() == 0) || jv.count() == 0) {
        return Comparison.notCheckable(Witness.ADJOINT, Bound.ADJOINT, "there is no entry");
      }
      double forward = Directions.inner(w, List.of(jv));
      double reverse = Directions.inner(jtw, v);
      double unit = Bound.U * (Directions.absolute(w, List.of(jv)) + Directions.absolute(jtw, v));
      double error = forward == reverse ? 0 : Math.abs(forward - reverse) / unit;
      if (!(error <= worst)) {
        worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
        sides = "⟨w, J·v⟩ = " + forward + ", ⟨Jᵀ·w, v⟩ = " + reverse;
      }
    }
    boolean agrees = worst <= Bound.ADJOINT.allowed();
    return new Comparison(
        Witness.ADJOINT,
        agrees ? Verdict.AGREES : Verdict.DISAGREES,
        Bound.ADJOINT,
        worst,
        DIRECTIONS,
        agrees ? Optional.empty() : Optional.of(sides));
  }
}
