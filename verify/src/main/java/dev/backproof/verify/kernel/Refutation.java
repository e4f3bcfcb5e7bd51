package dev.backproof.verify.kernel;

/**
 * A counterexample: a point at which a statement applies and its two sides differ.
 *
 * @param point the point
 * @param left an enclosure of the left side
 * @param right an enclosure of the right side, which has no number in common with the other
 */
public record Refutation(Point point, Interval left, Interval right) {
  /**
   * Evaluates both sides of a statement at a point.
   *
   * @throws Refusal if the point refutes nothing: it does not fit the declarations; a hypothesis or
   *     an assumption does not hold there, or not visibly; a side has no value; the enclosures
   *     overlap
   */
  public static Refutation check(Statement statement, Point point) {
    return new Evaluation(statement).refutation(point);
  }
}
