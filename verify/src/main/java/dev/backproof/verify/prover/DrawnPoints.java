package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Points with sizes 1, 2 and 3 in all combinations, for whoever runs on numbers what a statement is
 * about.
 *
 * <p>Values fit the common hypotheses; whether a point fits all of them is not looked at.
 */
public final class DrawnPoints {
  private static final int MOST_SIZES = 30;

  /** As many as there are pools to draw from, the last of which have fractions and more signs. */
  private static final int FEWEST_OF_EQUAL_SIZES = 6;

  private DrawnPoints() {}

  /**
   * Points of a statement, those of equal sizes in one list; not those at which a tensor is too
   * large.
   *
   * @param wanted how many in all, if there are not more sizes; those of the same sizes are the
   *     plainer the earlier
   */
  public static List<List<Point>> of(Statement statement, int wanted, long seed) {
    PointSearch search = new PointSearch(statement, seed);
    List<Map<String, Integer>> all = search.sizes();
    int each = Math.max(FEWEST_OF_EQUAL_SIZES, wanted / all.size());
    List<List<Point>> points = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean equal = all.get(i).values().stream().distinct().count() <= 1;
      if (i < MOST_SIZES || equal) {
        points.add(points(search, all.get(i), each));
      }
    }
    return points;
  }

  private static List<Point> points(PointSearch search, Map<String, Integer> sizes, int each) {
    List<Point> points = new ArrayList<>();
    for (int attempt = 0; attempt < each; attempt++) {
      Optional<Point> point = search.point(sizes, attempt);
      point.ifPresent(points::add);
    }
    return points;
  }
}
