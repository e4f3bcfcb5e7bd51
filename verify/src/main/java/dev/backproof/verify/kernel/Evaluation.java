package dev.backproof.verify.kernel;

import java.util.List;

/** Evaluates one statement at points: what it takes for granted, and both of its sides. */
public final class Evaluation {
  private final Statement statement;
  private final List<Condition> assumptions;
  private final Term left;
  private final Term right;

  /**
   * For a statement.
   *
   * @throws Refusal if it is ill-typed
   */
  public Evaluation(Statement statement) {
    this.statement = statement;
    assumptions = new Conditions(statement, new SignAnalysis()).assumptions();
    left = new Derivative().expand(statement.left());
    right = new Derivative().expand(statement.right());
  }

  /**
   * A point at which the statement applies and the two sides may be equal.
   *
   * @throws Refusal if it does not apply there, a side has no value, or the sides differ
   */
  public Sample sample(Point point) {
    Sample at = applied(point);
    boolean apart = at.left().isDisjoint(at.right());
    Refusal.unless(!apart, "the sides differ: %s and %s", at.left(), at.right());
    return at;
  }

  /**
   * A point at which the statement applies and the two sides differ.
   *
   * @throws Refusal if the point refutes nothing: it does not fit the declarations; a hypothesis or
   *     an assumption does not hold there, or not visibly; a side has no value; the enclosures
   *     overlap
   */
  public Refutation refutation(Point point) {
    Sample at = applied(point);
    boolean apart = at.left().isDisjoint(at.right());
    Refusal.unless(apart, "the sides do not differ visibly: %s and %s", at.left(), at.right());
    return new Refutation(point, at.left(), at.right());
  }

  private Sample applied(Point point) {
    Enclosure at = new Enclosure(statement.declarations(), point);
    for (Hypothesis h : statement.hypotheses()) {
      List<Interval> mine = at.all(h.indices(), h.left());
      boolean points = mine.stream().allMatch(Interval::isPoint);
      boolean equal =
          h.left().equals(h.right()) || (points && mine.equals(at.all(h.indices(), h.right())));
      boolean holds = equal && within(mine, h.signs());
      Refusal.unless(holds, "the hypothesis does not hold, or not visibly: %s", h);
    }
    for (Condition c : assumptions) {
      boolean holds = within(at.all(c.indices(), c.term()), c.signs());
      Refusal.unless(holds, "the assumption does not hold, or not visibly: %s", c);
    }
    return new Sample(point, at.of(left), at.of(right));
  }

  private static boolean within(List<Interval> values, Signs signs) {
    return values.stream().allMatch(value -> value.signs().within(signs));
  }
}
