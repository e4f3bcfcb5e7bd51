package dev.backproof.verify.rule;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import java.util.List;

/** A page for either mode, right or wrong, and the two products with a Jacobian they give. */
record Pages(VjpRules vjp, JvpRules jvp) {
  static final Pages RIGHT = new Pages(VjpRules.PAGE, JvpRules.PAGE);

  /** J·v. */
  DenseTensor forward(Formula f, List<DenseTensor> at, List<DenseTensor> v) {
    return Differentiation.jvp(jvp, f, at, v).tangent();
  }

  /** Jᵀ·w, in the parts of the point. */
  List<DenseTensor> backward(Formula f, List<DenseTensor> at, DenseTensor w) {
    return Differentiation.vjp(vjp, f, at, at.size(), w);
  }
}
