package dev.backproof.verify.check;

/** What an error is measured by, and how much of it is allowed. */
public enum Bound {
  /**
   * Units of u·cond, where u = 2⁻⁵³ and cond is the running error bound of the hand-derived side
   * ({@link RunningError}), entry by entry: 32 are allowed.
   */
  ROUNDING("u·cond", 32),
  /** The bound that the differences derive from their own two steps: once. */
  DIFFERENCES("of their bound", 1),
  /** The width of the interval [0.99, 1.01] around 1: once. */
  ONE_PERCENT("of 1 %", 1),
  /** Units of u·(Σ|w||J·v| + Σ|v||Jᵀ·w|): 64 are allowed. */
  ADJOINT("u·(Σ|w||Jv| + Σ|v||Jᵀw|)", 64),
  /** Units of u·cond at second order, with cond as for {@link #ROUNDING}: 64 are allowed. */
  SECOND_ORDER("u·cond", 64),
  /** The distance of a slope from 2 or 3, or a higher whole power, in units of 0.1: once. */
  SLOPE("tenths off the slope 2 or 3", 1),
  /** No difference at all. */
  EXACT("different entries", 0);

  /** The unit roundoff of float64, 2⁻⁵³. */
  public static final double U = 0x1p-53;

  private final String unit;
  private final double allowed;

  Bound(String unit, double allowed) {
    this.unit = unit;
    this.allowed = allowed;
  }

  /** What is counted. */
  public String unit() {
    return unit;
  }

  /** How many are allowed. */
  public double allowed() {
    return allowed;
  }
}
