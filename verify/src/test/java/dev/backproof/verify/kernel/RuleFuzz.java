package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Calls every rule at random, for random statements and hypotheses, and evaluates every theorem
 * that comes out at points where the hypotheses and the assumptions of the statement hold.
 */
final class RuleFuzz {
  private static final List<Rule> RULES = List.of(Rule.values());
  private static final int CALLS = 60;
  private static final int POINTS = 6;
  private static final int ATTEMPTS = 60;

  /** Terms as large as this take long and say nothing new. */
  private static final int LARGEST = 400;

  /** Values are below 10⁷ and differences above 10⁻⁷, so 16 digits leave two. */
  private static final double TOLERANCE = 1e-6;

  private final Map<Rule, Integer> theorems = new EnumMap<>(Rule.class);
  private final List<String> wrong = new ArrayList<>();
  private int evaluated;
  private Random random = new Random(0);

  /** Theorems that could be evaluated somewhere, by rule. */
  Map<Rule, Integer> theorems() {
    return theorems;
  }

  int evaluated() {
    return evaluated;
  }

  List<String> wrong() {
    return wrong;
  }

  /** One statement and the theorems of one kernel about it. */
  void run(long seed) {
    random = new Random(seed);
    Kernel kernel;
    try {
      kernel = new Kernel(statement());
    } catch (Refusal e) {
      return;
    }
    List<Evaluator> points = points(kernel);
    RuleCalls calls = new RuleCalls(random, kernel);
    int made = kernel.log().size();
    for (int call = 0; call < CALLS; call++) {
      Rule rule = call < 8 ? (call % 2 == 0 ? Rule.HYPOTHESIS : Rule.ASSUME) : anyRule();
      Theorem theorem;
      try {
        RuleCalls.Call with = calls.of(rule);
        theorem = kernel.apply(rule, with.terms(), with.premises());
      } catch (Refusal e) {
        continue;
      }
      if (theorem.number() < made) {
        continue;
      }
      made = theorem.number() + 1;
      calls.add(theorem);
      if (RuleCalls.size(theorem.left()) + RuleCalls.size(theorem.right()) <= LARGEST) {
        judge(rule, theorem, points, seed);
      }
    }
  }

  private Rule anyRule() {
    return RULES.get(random.nextInt(RULES.size()));
  }

  private Statement statement() {
    RandomTerms terms = new RandomTerms(random);
    List<Hypothesis> hypotheses = new ArrayList<>();
    if (!terms.oneIn(4)) {
      hypotheses.add(Hypothesis.sign(List.of(), Letters.P, Signs.POSITIVE));
    }
    if (!terms.oneIn(4)) {
      hypotheses.add(Hypothesis.sign(List.of(Letters.V), Letters.o(Letters.V), Signs.POSITIVE));
    }
    if (terms.oneIn(2)) {
      hypotheses.add(
          Hypothesis.equation(
              List.of(Letters.I),
              Letters.sum(Letters.V, Letters.yy(Letters.I, Letters.V)),
              Term.ONE));
    }
    if (terms.oneIn(3)) {
      hypotheses.add(
          Hypothesis.sign(
              List.of(),
              Letters.x(Letters.T),
              terms.pick(Signs.NON_ZERO, Signs.NON_NEGATIVE, Signs.NEGATIVE, Signs.ZERO)));
    }
    if (terms.oneIn(6)) {
      hypotheses.add(Hypothesis.equation(List.of(), Letters.S, Letters.x(Letters.U)));
    }
    Term by =
        terms.pick(
            Letters.x(Letters.T), Letters.P, Letters.a(Letters.T, Letters.U), Letters.o(Letters.K));
    Term left = terms.closed(3);
    if (!terms.oneIn(3)) {
      left = Term.derivative(left, by);
    }
    boolean offKinks = left.hasDerivative() && terms.oneIn(3);
    return new Statement(Letters.declared(), hypotheses, left, terms.closed(2), offKinks);
  }

  /** Points where all that is taken for granted holds. */
  private List<Evaluator> points(Kernel kernel) {
    List<Evaluator> points = new ArrayList<>();
    for (int attempt = 0; attempt < ATTEMPTS && points.size() < POINTS; attempt++) {
      Evaluator point =
          new Evaluator(
              Letters.declared(),
              RandomPoints.of(Letters.declared(), random),
              Evaluator.Junk.ALL.get(attempt % Evaluator.Junk.ALL.size()));
      if (Granted.holds(kernel, point)) {
        points.add(point);
      }
    }
    return points;
  }

  private void judge(Rule rule, Theorem theorem, List<Evaluator> points, long seed) {
    boolean decided = false;
    for (Evaluator point : points) {
      for (Term index : List.of(Letters.I, Letters.J, Letters.V, Letters.W)) {
        point.set(index, random.nextInt(3));
      }
      double left = point.of(theorem.left());
      double right = point.of(theorem.right());
      if (Double.isNaN(left) || Double.isNaN(right)) {
        continue;
      }
      decided = true;
      double scale = 1 + Math.abs(left) + Math.abs(right);
      boolean signs = Granted.sign(left).within(theorem.signs());
      if (Math.abs(left - right) > TOLERANCE * scale || !signs) {
        wrong.add(rule.word() + ", seed " + seed + ": " + theorem + ": " + left + " and " + right);
        return;
      }
    }
    if (decided) {
      evaluated++;
      theorems.merge(rule, 1, Integer::sum);
    }
  }
}
