package dev.backproof.core.witness;

/**
 * A derivative found from values alone, and how far it can be from the truth.
 *
 * @param value the estimate; NaN where there is none
 * @param bound the derived bound of its error; infinite where there is none
 * @param status whether a derivative may be held against it
 * @param reason why not; empty if it may
 */
public record Estimate(double value, double bound, Status status, String reason) {
  /** Whether a point can be checked by values. */
  public enum Status {
    /** The bound is small enough to check by. */
    OK,
    /** A kink, a value that is not finite, or a bound too large: no statement. */
    NOT_CHECKABLE
  }

  static Estimate of(double value, double bound) {
    return new Estimate(value, bound, Status.OK, "");
  }

  static Estimate none(String reason) {
    return new Estimate(Double.NaN, Double.POSITIVE_INFINITY, Status.NOT_CHECKABLE, reason);
  }

  /** Whether a derivative may be held against this. */
  public boolean isOk() {
    return status == Status.OK;
  }

  /** Whether this may be held against {@code derivative} and lies within the bound of it. */
  public boolean covers(double derivative) {
    return isOk() && Math.abs(derivative - value) <= bound;
  }

  @Override
  public String toString() {
    return isOk() ? value + " ± " + bound : "not checkable: " + reason;
  }
}
