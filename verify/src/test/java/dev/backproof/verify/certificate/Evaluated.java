package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Derivative;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.util.Random;

/**
 * Whether a statement is true, by evaluating both sides at random points at which its conditions
 * hold.
 *
 * @param points the number of points at which it was found true
 * @param counterexample where it is false; empty if nowhere
 */
record Evaluated(int points, String counterexample) {
  private static final int TRIES = 3_000;
  private static final int ENOUGH = 60;

  /** Sums of a few numbers below 1e9 in doubles, with what is lost by cancellation. */
  private static final double TOLERANCE = 1e-6;

  static Evaluated of(Statement statement, long seed) {
    Random random = new Random(seed);
    Kernel kernel = new Kernel(statement);
    Term left = new Derivative().expand(statement.left());
    Term right = new Derivative().expand(statement.right());
    int points = 0;
    for (int i = 0; i < TRIES && points < ENOUGH; i++) {
      NumericPoint point = new NumericPoint(statement.declarations(), random);
      try {
        if (isMeant(point, statement, kernel)) {
          double a = point.value(left);
          double b = point.value(right);
          if (!isClose(a, b)) {
            return new Evaluated(points, a + " ≠ " + b + " at " + point);
          }
          points++;
        }
      } catch (NumericPoint.Unclear e) {
        // Another point will do.
      } catch (NumericPoint.Undefined e) {
        return new Evaluated(points, "undefined at " + point);
      }
    }
    return new Evaluated(points, "");
  }

  private static boolean isClose(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE * (1 + Math.abs(a) + Math.abs(b));
  }

  /** Whether all hypotheses and assumptions hold at a point. */
  private static boolean isMeant(NumericPoint point, Statement statement, Kernel kernel) {
    try {
      for (Hypothesis h : statement.hypotheses()) {
        if (!point.forAll(
            h.indices(),
            p ->
                has(p.value(h.left()), h.signs())
                    && isClose(p.value(h.left()), p.value(h.right())))) {
          return false;
        }
      }
      for (Condition c : kernel.assumptions()) {
        if (!point.forAll(c.indices(), p -> has(p.value(c.term()), c.signs()))) {
          return false;
        }
      }
      return true;
    } catch (NumericPoint.Undefined e) {
      return false;
    }
  }

  private static boolean has(double value, Signs signs) {
    double clear = NumericPoint.clear(value);
    return (clear < 0 ? Signs.NEGATIVE : clear > 0 ? Signs.POSITIVE : Signs.ZERO).within(signs);
  }
}
