package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Evaluation;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a counterexample: the smallest sizes first, then plain numbers in it.
 *
 * <p>Untrusted as well: what it finds is judged by {@link Evaluation#refutation}.
 */
final class Refuter {
  private static final int ATTEMPTS = 12;

  /** With few sizes there is time for more points of each. */
  private static final int MOST_POINTS = 240;

  private static final int MOST_SIZES = 60;

  /** A net under the numbers of points, each of which may be costly. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final List<Rational> PLAIN =
      List.of(Rational.ZERO, Rational.ONE, Rational.MINUS_ONE, Rational.of(2));

  private Refuter() {}

  /** A counterexample, if one is found. */
  static Optional<Refutation> refute(Statement statement, long seed) {
    PointSearch search = new PointSearch(statement, seed);
    Optional<Evaluation> readable = evaluation(statement);
    if (readable.isEmpty()) {
      return Optional.empty();
    }
    Evaluation evaluation = readable.get();
    List<Map<String, Integer>> sizes = search.sizes();
    List<Map<String, Integer>> tried =
        new ArrayList<>(sizes.subList(0, Math.min(MOST_SIZES, sizes.size())));
    tried.add(sizes.get(sizes.size() - 1));
    int attempts = Math.max(ATTEMPTS, MOST_POINTS / tried.size());
    Patience patience = new Patience(PATIENCE);
    for (Map<String, Integer> size : tried) {
      for (int attempt = 0; attempt < attempts && !patience.isOver(); attempt++) {
        Optional<Point> point = search.point(size, attempt);
        Optional<Refutation> found = point.flatMap(p -> at(evaluation, p));
        if (found.isPresent()) {
          return Optional.of(plainest(evaluation, found.get(), patience));
        }
      }
    }
    return Optional.empty();
  }

  /** What evaluates a statement, unless it cannot be read. */
  static Optional<Evaluation> evaluation(Statement statement) {
    try {
      return Optional.of(new Evaluation(statement));
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /** The point as a counterexample, if it is one; whatever goes wrong, it is none. */
  static Optional<Refutation> at(Evaluation evaluation, Point point) {
    try {
      return Optional.of(evaluation.refutation(point));
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /** As plain as it gets: a number may become plain only after a later one has. */
  private static Refutation plainest(Evaluation evaluation, Refutation found, Patience patience) {
    Refutation before = found;
    Refutation now = plainer(evaluation, before, patience);
    while (!now.point().equals(before.point()) && !patience.isOver()) {
      before = now;
      now = plainer(evaluation, before, patience);
    }
    return now;
  }

  /** Entry by entry the first plain number with which it is still a counterexample. */
  private static Refutation plainer(Evaluation evaluation, Refutation found, Patience patience) {
    Refutation best = found;
    for (Map.Entry<String, List<Rational>> tensor : found.point().tensors().entrySet()) {
      for (int i = 0; i < tensor.getValue().size(); i++) {
        Rational now = tensor.getValue().get(i);
        for (Rational plain : PLAIN) {
          if (plain.equals(now) || patience.isOver()) {
            break;
          }
          Optional<Refutation> other =
              at(evaluation, with(best.point(), tensor.getKey(), i, plain));
          if (other.isPresent()) {
            best = other.get();
            break;
          }
        }
      }
    }
    return best;
  }

  private static Point with(Point point, String tensor, int entry, Rational value) {
    Map<String, List<Rational>> tensors = new LinkedHashMap<>(point.tensors());
    List<Rational> values = new ArrayList<>(tensors.getOrDefault(tensor, List.of()));
    values.set(entry, value);
    tensors.put(tensor, values);
    return new Point(point.sizes(), tensors, point.labels());
  }
}
