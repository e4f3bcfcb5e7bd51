package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Points at which a statement is tried: small sizes and small whole numbers first, all sizes 1
 * last, since much that is wrong is right there.
 *
 * <p>Whole numbers hit kinks often. Values are made to fit the common hypotheses (signs, sums over
 * an axis, symmetry); a point that fits others only by chance is for the one who asks to throw
 * away.
 */
final class PointSearch {
  private static final int LARGEST_SIZE = 3;
  private static final int MOST_ENTRIES = 400;

  /** What the values of a point are drawn from, the plainest first. */
  private enum Pool {
    /** −1, 0, 1, 2. */
    SMALL(-1, 4, 1),
    /** 0 or 1. */
    TRUTH(0, 2, 1),
    /** 1 or 2. */
    POSITIVE(1, 2, 1),
    /** −3 … 3. */
    WHOLE(-3, 7, 1),
    /** −4 … 4 in halves. */
    HALVES(-8, 17, 2),
    /** −2 … 2 in eighths. */
    EIGHTHS(-16, 33, 8);

    private final int from;
    private final int count;
    private final int denominator;

    Pool(int from, int count, int denominator) {
      this.from = from;
      this.count = count;
      this.denominator = denominator;
    }

    Rational draw(Random random) {
      return Rational.of(from + random.nextInt(count), denominator);
    }
  }

  private final Statement statement;
  private final Declarations declarations;
  private final Random random;
  private final Set<String> positive = new HashSet<>();

  PointSearch(Statement statement, long seed) {
    this.statement = statement;
    this.declarations = statement.declarations();
    this.random = new Random(seed);
    for (Hypothesis h : statement.hypotheses()) {
      if (h.left().is(Term.Kind.ENTRY) && h.signs().equals(Signs.POSITIVE)) {
        positive.add(h.left().name());
      }
    }
  }

  /** Assignments of sizes up to 3, by their sum; all 1 last. */
  List<Map<String, Integer>> sizes() {
    List<Map<String, Integer>> all = new ArrayList<>(List.of(new LinkedHashMap<>()));
    for (String name : declarations.sizes()) {
      List<Map<String, Integer>> longer = new ArrayList<>();
      for (Map<String, Integer> so : all) {
        for (int size = 1; size <= LARGEST_SIZE; size++) {
          Map<String, Integer> more = new LinkedHashMap<>(so);
          more.put(name, size);
          longer.add(more);
        }
      }
      all = longer;
    }
    all.sort(
        Comparator.<Map<String, Integer>, Boolean>comparing(PointSearch::allOne)
            .thenComparing(sizes -> sizes.values().stream().mapToInt(Integer::intValue).sum()));
    return all;
  }

  private static boolean allOne(Map<String, Integer> sizes) {
    return !sizes.isEmpty() && sizes.values().stream().allMatch(size -> size == 1);
  }

  /** A point with given sizes, unless some tensor is too large to try. */
  Optional<Point> point(Map<String, Integer> sizes, int attempt) {
    try {
      return Optional.of(draw(sizes, attempt));
    } catch (Budget.Exhausted e) {
      return Optional.empty();
    }
  }

  /** A point with given sizes; the first tries are plainer than the later ones. */
  Point draw(Map<String, Integer> sizes, int attempt) {
    Pool pool = Pool.values()[attempt % Pool.values().length];
    Map<String, List<Rational>> tensors = new LinkedHashMap<>();
    declarations
        .tensors()
        .forEach((name, axes) -> tensors.put(name, values(name, count(axes, sizes), pool)));
    statement.hypotheses().forEach(h -> fit(h, tensors, sizes));
    Map<String, List<Integer>> labels = new LinkedHashMap<>();
    declarations
        .labels()
        .forEach(
            (name, label) -> {
              List<Integer> values = new ArrayList<>();
              int range = sizes.getOrDefault(label.range(), 1);
              for (int i = 0; i < count(label.axes(), sizes); i++) {
                values.add(random.nextInt(range));
              }
              labels.put(name, values);
            });
    return new Point(sizes, tensors, labels);
  }

  private static int count(List<String> axes, Map<String, Integer> sizes) {
    int count = 1;
    for (String axis : axes) {
      count *= sizes.getOrDefault(axis, 1);
    }
    if (count > MOST_ENTRIES) {
      throw new Budget.Exhausted("a tensor of " + count + " entries is too large to try");
    }
    return count;
  }

  private List<Rational> values(String tensor, int count, Pool pool) {
    List<Rational> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Rational value = pool.draw(random);
      boolean mend = positive.contains(tensor) && value.signum() <= 0;
      values.add(mend ? value.abs().plus(Rational.ONE) : value);
    }
    return values;
  }

  private void fit(Hypothesis h, Map<String, List<Rational>> tensors, Map<String, Integer> sizes) {
    if (h.left().equals(h.right())) {
      return; // a sign, which the entries are drawn with
    }
    if (h.left().is(Term.Kind.SUM) && h.right().is(Term.Kind.NUMBER)) {
      fitSum(h.left(), h.right().number(), tensors, sizes);
    } else if (h.left().is(Term.Kind.ENTRY)
        && h.right().is(Term.Kind.ENTRY)
        && h.left().name().equals(h.right().name())) {
      fitSymmetry(h.left().name(), tensors, sizes);
    }
  }

  /** Σ over the last axis of a tensor is a number: its last entry makes up for the others. */
  private void fitSum(
      Term sum, Rational total, Map<String, List<Rational>> tensors, Map<String, Integer> sizes) {
    Term body = sum.argument(0);
    boolean last =
        body.is(Term.Kind.ENTRY)
            && !body.arguments().isEmpty()
            && body.argument(body.arguments().size() - 1).is(Term.Kind.BOUND);
    List<Rational> values = last ? tensors.get(body.name()) : null;
    if (values == null) {
      return;
    }
    int row = sizes.getOrDefault(sum.name(), 1);
    List<Rational> fitted = new ArrayList<>(values);
    for (int start = 0; start < fitted.size(); start += row) {
      Rational rest = total;
      for (int i = start; i < start + row - 1; i++) {
        rest = rest.minus(fitted.get(i));
      }
      fitted.set(start + row - 1, rest);
    }
    tensors.put(body.name(), fitted);
  }

  /** A square matrix equals its transpose: the lower half is the upper one's. */
  private void fitSymmetry(
      String matrix, Map<String, List<Rational>> tensors, Map<String, Integer> sizes) {
    List<Rational> values = tensors.get(matrix);
    List<String> axes = declarations.tensors().getOrDefault(matrix, List.of());
    if (values == null || axes.size() != 2 || !axes.get(0).equals(axes.get(1))) {
      return;
    }
    int n = sizes.getOrDefault(axes.get(0), 1);
    List<Rational> fitted = new ArrayList<>(values);
    Map<Integer, Integer> mirror = new HashMap<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        mirror.put(i * n + j, j * n + i);
      }
    }
    mirror.forEach((below, above) -> fitted.set(below, values.get(above)));
    tensors.put(matrix, fitted);
  }
}
