package dev.backproof.verify.kernel;

import java.util.List;

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
    Sample sample = applied(statement, point);
    Refusal.unless(
        !sample.left.isDisjoint(sample.right),
        "the sides differ: " + sample.left + " and " + sample.right);
    return sample;
  }

  /** Evaluates a statement at a point where it applies. */
  static Sample applied(Statement statement, Point point) {
    Enclosure at = new Enclosure(statement.declarations(), point);
    Conditions conditions = new Conditions(statement, new SignAnalysis());
    for (Hypothesis h : statement.hypotheses()) {
      List<Interval> left = at.all(h.indices(), h.left());
      List<Interval> right = at.all(h.indices(), h.right());
      for (int i = 0; i < left.size(); i++) {
        boolean equal =
            h.left().equals(h.right())
                || (left.get(i).isPoint() && left.get(i).equals(right.get(i)));
        Refusal.unless(
            equal && left.get(i).signs().within(h.signs()),
            "the hypothesis does not hold, or not visibly: " + h);
      }
    }
    for (Condition c : conditions.assumptions()) {
      Refusal.unless(
          at.all(c.indices(), c.term()).stream().allMatch(x -> x.signs().within(c.signs())),
          "the assumption does not hold, or not visibly: " + c);
    }
    return new Sample(
        point,
        at.of(new Derivative().expand(statement.left())),
        at.of(new Derivative().expand(statement.right())));
  }
}
