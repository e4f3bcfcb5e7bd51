package dev.backproof.verify.assertion;

import dev.backproof.core.DenseTensor;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Evaluation;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.prover.DrawnPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a derivative that is proved under conditions is right where they do not hold, if the
 * function is defined there too: {@code where(x > 0, log x, 0)} is, though its logarithm is not.
 *
 * <p>The kernel asks of every logarithm, root and denominator that it has a value, even where
 * another factor is 0. So both sides are run on numbers at points where nothing is proved. What
 * differs must differ close by too: a single point at which only a convention has a value is left
 * to the conditions. Close by means in all operands but those that an assumed equation ties, which
 * would not hold there.
 *
 * <p>That a maximum is attained in one place leaves out more than its kinks: of max (w + vₜ) by w
 * no tie is one. Where the function has a derivative the claim must be right, also at a tie.
 *
 * @param claim what was proved
 * @param proof the proof
 * @param numbers how it is run on numbers
 * @param sides both sides on numbers
 */
record Elsewhere(SymbolicClaim claim, Proof proof, OnNumbers numbers, Sides sides) {
  /**
   * So many points where a condition does not hold are looked at, if the function has no value at
   * drawn ones.
   */
  private static final int FAR = 24;

  /** So many points of equal sizes are changed to get there: one from each pool. */
  private static final int CHANGED = 6;

  /** So many points are changed at most. */
  private static final int MOST_CHANGED = 36;

  /**
   * Both sides at a point outside of the conditions where the function has a derivative.
   *
   * @param point where
   * @param derivative what the engine gives
   * @param claimed what is claimed
   * @param tie whether all conditions hold there, but that a maximum is attained in one place
   */
  record Both(Point point, DenseTensor derivative, DenseTensor claimed, boolean tie) {
    private Both atTie(boolean tie) {
      return new Both(point, derivative, claimed, tie);
    }

    private boolean differ() {
      return IntStream.range(0, derivative.shape().count())
          .anyMatch(i -> !OnNumbers.isNear(derivative.at(i), claimed.at(i)));
    }
  }

  /**
   * What was found.
   *
   * @param wrong the first point at which the claim is wrong
   * @param unseen the conditions that hold at all points that were looked at
   */
  record Found(Optional<Both> wrong, List<Condition> unseen) {}

  /** Looks at drawn points, and farther away where none of them shows anything. */
  Found search() {
    List<Condition> conditions =
        proof.entries().stream().flatMap(p -> p.conditions().stream()).distinct().toList();
    boolean ties = IntStream.range(0, proof.entries().size()).anyMatch(this::leavesOutTies);
    if (conditions.isEmpty() && !ties) {
      return new Found(Optional.empty(), List.of());
    }
    List<List<Point>> drawn =
        DrawnPoints.of(statement(), OnNumbers.POINTS, numbers.setting().decider().seed());
    Evaluation granted = evaluation(List.of());
    List<Point> near =
        drawn.stream().flatMap(List::stream).filter(point -> holds(granted, point)).toList();
    Optional<Both> wrong = wrong(near, evaluation(conditions), ties);
    return wrong.isPresent()
        ? new Found(wrong, List.of())
        : fartherAway(near, new FarPoints(changed(drawn), tied()), conditions);
  }

  /** The first of some points at which the claim is wrong. */
  private Optional<Both> wrong(List<Point> points, Evaluation all, boolean ties) {
    Optional<Both> wrong =
        points.stream()
            .flatMap(point -> at(point, false).stream())
            .findFirst()
            .map(found -> found.atTie(ties && holds(all, found.point())));
    return wrong.isPresent() || !ties
        ? wrong
        : points.stream()
            .filter(point -> holds(all, point))
            .flatMap(point -> atTie(point).stream())
            .findFirst();
  }

  /** Outside of each condition, if the function is defined at none of the near points there. */
  private Found fartherAway(List<Point> near, FarPoints farther, List<Condition> conditions) {
    Evaluation granted = evaluation(List.of());
    List<Condition> unseen = new ArrayList<>();
    for (Condition condition : conditions) {
      Evaluation met = evaluation(List.of(condition));
      List<Point> outside = near.stream().filter(point -> !holds(met, point)).toList();
      if (outside.stream().noneMatch(this::isDefined)) {
        List<Point> far =
            farther
                .of(condition)
                .filter(point -> holds(granted, point) && !holds(met, point))
                .limit(FAR)
                .toList();
        Optional<Both> wrong = far.stream().flatMap(point -> at(point, true).stream()).findFirst();
        if (wrong.isPresent()) {
          return new Found(wrong, List.of());
        }
        if (far.isEmpty() && outside.isEmpty()) {
          unseen.add(condition);
        }
      }
    }
    return new Found(Optional.empty(), unseen);
  }

  private boolean isDefined(Point point) {
    return both(point, values(point)).isPresent();
  }

  private static List<Point> changed(List<List<Point>> drawn) {
    return drawn.stream()
        .flatMap(equalSizes -> equalSizes.stream().limit(CHANGED))
        .limit(MOST_CHANGED)
        .toList();
  }

  private Statement statement() {
    return claim.entries().get(0).statement();
  }

  /** Whether an entry is proved with more assumed than the claim does. */
  private boolean leavesOutTies(int entry) {
    return proof.entries().get(entry).certificate().statement().hypotheses().size()
        > claim.entries().get(entry).statement().hypotheses().size();
  }

  /** What says whether the hypotheses hold, and some conditions. */
  private Evaluation evaluation(List<Condition> conditions) {
    List<Hypothesis> all = new ArrayList<>(statement().hypotheses());
    conditions.forEach(c -> all.add(Hypothesis.sign(c.indices(), c.term(), c.signs())));
    return new Evaluation(
        new Statement(statement().declarations(), all, Term.ZERO, Term.ZERO, false));
  }

  /** The operands of which an equation is assumed. */
  private List<String> tied() {
    return statement().hypotheses().stream()
        .filter(h -> !h.left().equals(h.right()))
        .flatMap(h -> Stream.of(h.left(), h.right()))
        .flatMap(side -> side.parts().stream())
        .filter(part -> part.is(Term.Kind.ENTRY))
        .map(part -> Remedy.operand(part.name()))
        .distinct()
        .toList();
  }

  private static boolean holds(Evaluation granted, Point point) {
    try {
      granted.sample(point);
      return true;
    } catch (Refusal no) {
      return false;
    }
  }

  private Map<String, DenseTensor> values(Point point) {
    return new PointNumbers(point, numbers.setting().firstLabels()).of(claim.operands());
  }

  /** What is wrong at a point and close by; far away large numbers may have no exponential. */
  private Optional<Both> at(Point point, boolean far) {
    Map<String, DenseTensor> at = values(point);
    List<String> tied = tied();
    Map<String, DenseTensor> near = numbers.closeBy(at, name -> !tied.contains(name));
    return wrong(point, near)
        .filter(there -> !far || isFinite(there.claimed()))
        .flatMap(there -> wrong(point, at));
  }

  private Optional<Both> atTie(Point point) {
    Map<String, DenseTensor> at = values(point);
    return wrong(point, at).filter(wrong -> isSmooth(at)).map(wrong -> wrong.atTie(true));
  }

  private boolean isSmooth(Map<String, DenseTensor> at) {
    try {
      return new Smoothness(sides.function(), sides.which(), numbers.setting().decider().seed())
          .at(operands(at));
    } catch (RuntimeException | StackOverflowError | AssertionError cannotBeRun) {
      return false;
    }
  }

  private List<DenseTensor> operands(Map<String, DenseTensor> at) {
    return List.copyOf(at.values()).subList(0, numbers.setting().operands().size());
  }

  private Optional<Both> wrong(Point point, Map<String, DenseTensor> at) {
    return both(point, at).filter(Both::differ);
  }

  /** Both sides, if the first has a value. */
  private Optional<Both> both(Point point, Map<String, DenseTensor> at) {
    try {
      List<DenseTensor> x = List.copyOf(at.values());
      Both both = new Both(point, sides.derivative().apply(x), sides.claimed().apply(x), false);
      boolean defined =
          isFinite(sides.function().apply(operands(at))) && isFinite(both.derivative());
      return defined ? Optional.of(both) : Optional.empty();
    } catch (RuntimeException | StackOverflowError | AssertionError cannotBeRun) {
      return Optional.empty();
    }
  }

  private static boolean isFinite(DenseTensor x) {
    return IntStream.range(0, x.shape().count()).allMatch(i -> Double.isFinite(x.at(i)));
  }
}
