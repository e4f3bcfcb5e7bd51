package dev.backproof.verify.check;

/** The witnesses a gradient derived by hand is held against. */
public enum Witness {
  /** Reverse mode on the tape. */
  GRAPH("graph"),
  /** Forward mode, one direction at a time. */
  FORWARD("forward"),
  /** The complex step: the primal alone, to rounding. */
  COMPLEX_STEP("complex"),
  /** Central differences in 50 digits: the primal alone. */
  HIGH_PRECISION("50 digits"),
  /** The two-step 7-point rule in float64: the primal alone, with a bound derived from itself. */
  DIFFERENCES("differences"),
  /** The right side of an identity in float64. */
  VALUE("value"),
  /** Reverse mode where the function has kinks. */
  GRAPH_AT_KINKS("graph, kinks"),
  /** Forward mode where the function has kinks. */
  FORWARD_AT_KINKS("forward, kinks"),
  /** The ratio of difference quotient and gradient (claim 3.3). */
  RATIO("ratio"),
  /** ⟨w, J·v⟩ = ⟨Jᵀ·w, v⟩: both modes are each other's adjoint. */
  ADJOINT("adjoint identity"),
  /**
   * Scaling a cotangent by a power of two or by −1 scales the result bit by bit; zero gives zero;
   * twice gives the same.
   */
  SCALING("bitwise scaling"),
  /** The remainder of the Taylor polynomial shrinks with the next power. */
  TAYLOR("Taylor slopes"),
  /** Hessian-vector products by all nestings of the modes. */
  SECOND_ORDER("second order"),
  /** A Hessian-vector product against finite differences of the gradient. */
  SECOND_DIFFERENCES("differences of the gradient"),
  /** The table of conventions at kinks, in both modes. */
  KINK_TABLE("kink table");

  private final String title;

  Witness(String title) {
    this.title = title;
  }

  /** How it is headed in a table. */
  public String title() {
    return title;
  }
}
