package dev.backproof.verify.kernel;

/**
 * A point at which a statement says something: its hypotheses and the conditions it assumes hold,
 * and both sides have values.
 *
 * @param point the point
 * @param left an enclosure of the left side
 * @param right an enclosure of the right side
 */
public record Sample(Point point, Interval left, Interval right) {
  /**
   * Evaluates a statement at a point where it applies and the two sides may be equal, which shows
   * that a proof of it is not about nothing.
   *
   * @throws Refusal if it does not apply there, a side has no value, or the sides differ
   */
  public static Sample check(Statement statement, Point point) {
    return new Evaluation(statement).sample(point);
  }
}
