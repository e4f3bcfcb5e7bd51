package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Evaluation;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A statement evaluated at points: how often it applied, and one point where it did.
 *
 * @param count at how many points it applied, and both sides had values
 * @param sample the first of them
 * @param contradiction a point at which its sides differ
 */
record Trials(int count, Optional<Point> sample, Optional<Refutation> contradiction) {
  private static final int ATTEMPTS = 24;

  /** A net under the numbers of points, each of which may be costly. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Evaluates a statement at all sizes 1, 2, 3 and at distinct ones.
   *
   * @param wanted at how many points at least, if as many are found
   */
  static Trials of(Statement statement, int wanted, long seed) {
    PointSearch search = new PointSearch(statement, seed);
    Optional<Evaluation> readable = Refuter.evaluation(statement);
    if (readable.isEmpty()) {
      return new Trials(0, Optional.empty(), Optional.empty());
    }
    Evaluation evaluation = readable.get();
    Patience patience = new Patience(PATIENCE);
    int count = 0;
    Optional<Point> sample = Optional.empty();
    for (Map<String, Integer> sizes : sizes(statement)) {
      int here = 0;
      for (int attempt = 0;
          attempt < ATTEMPTS && 4 * here < wanted && !patience.isOver();
          attempt++) {
        Optional<Point> point = search.point(sizes, attempt);
        if (point.isEmpty()) {
          break;
        }
        if (agrees(evaluation, point.get())) {
          here++;
          sample = sample.isPresent() ? sample : point;
        } else {
          Optional<Refutation> differs = Refuter.at(evaluation, point.get());
          if (differs.isPresent()) {
            return new Trials(count, sample, differs);
          }
        }
      }
      count += here;
    }
    return new Trials(count, sample, Optional.empty());
  }

  /** Whether the statement applies at a point, and its sides agree there. */
  private static boolean agrees(Evaluation evaluation, Point point) {
    try {
      evaluation.sample(point);
      return true;
    } catch (RuntimeException | StackOverflowError e) {
      return false;
    }
  }

  private static List<Map<String, Integer>> sizes(Statement statement) {
    return List.of(
        sizes(statement, 2, 0),
        sizes(statement, 1, 0),
        sizes(statement, 3, 0),
        sizes(statement, 1, 1));
  }

  private static Map<String, Integer> sizes(Statement statement, int first, int step) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    int size = first;
    for (String name : statement.declarations().sizes()) {
      sizes.put(name, size);
      size += step;
    }
    return sizes;
  }
}
