package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A canonical order of the indices a product is summed over, whatever they are called.
 *
 * <p>Colour refinement: an index is coloured by its range and by the factors it occurs in, each
 * seen through the colours of its other indices, until the colours are stable. Where several
 * indices share a colour, each is singled out in turn and the least encoding is kept.
 */
final class IndexOrder {
  private static final int MOST_LEAVES = 2000;

  /** A factor as an index sees it, and its exponent. */
  private record View(Term factor, Rational exponent) implements Comparable<View> {
    @Override
    public int compareTo(View other) {
      int by = factor.compareTo(other.factor);
      return by != 0 ? by : exponent.compareTo(other.exponent);
    }
  }

  private final List<Term> indices;
  private final Monomial product;
  private int leaves;
  private Term least = Term.ZERO;
  private List<Term> best = List.of();

  private IndexOrder(List<Term> indices, Monomial product) {
    this.indices = indices;
    this.product = product;
  }

  /**
   * The indices in order.
   *
   * @throws Budget.Exhausted if they are too much alike
   */
  static List<Term> of(List<Term> indices, Monomial product) {
    IndexOrder order = new IndexOrder(indices, product);
    List<String> ranges =
        List.copyOf(new TreeSet<>(indices.stream().map(Deduction::range).toList()));
    order.search(
        indices.stream().mapToInt(index -> ranges.indexOf(Deduction.range(index))).toArray());
    return order.best;
  }

  private void search(int[] start) {
    int[] colours = refined(start);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < colours.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingInt(i -> colours[i]));
    int tie = -1;
    for (int i = 1; i < order.size() && tie < 0; i++) {
      if (colours[order.get(i)] == colours[order.get(i - 1)]) {
        tie = colours[order.get(i)];
      }
    }
    if (tie < 0) {
      leaf(order.stream().map(indices::get).toList());
      return;
    }
    for (int i : order) {
      if (colours[i] == tie) {
        // Doubled, so that there is room for one more colour just before the tie.
        int[] single = Arrays.stream(colours).map(colour -> 2 * colour + 1).toArray();
        single[i]--;
        search(single);
      }
    }
  }

  private void leaf(List<Term> order) {
    if (++leaves > MOST_LEAVES) {
      throw new Budget.Exhausted("budget of " + MOST_LEAVES + " orders of bound indices used up");
    }
    Term encoding = Deduction.sum(order, Polynomials.term(product));
    if (leaves == 1 || encoding.compareTo(least) < 0) {
      least = encoding;
      best = order;
    }
  }

  private int[] refined(int[] start) {
    int[] colours = start;
    while (true) {
      int[] now = colours;
      List<List<View>> views = new ArrayList<>();
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < now.length; i++) {
        views.add(views(i, now));
        order.add(i);
      }
      Comparator<Integer> by =
          Comparator.<Integer>comparingInt(i -> now[i])
              .thenComparing(views::get, IndexOrder::compare);
      order.sort(by);
      int[] next = new int[now.length];
      int rank = 0;
      for (int i = 0; i < next.length; i++) {
        rank += i > 0 && by.compare(order.get(i - 1), order.get(i)) != 0 ? 1 : 0;
        next[order.get(i)] = rank;
      }
      if (Arrays.stream(next).distinct().count() == Arrays.stream(now).distinct().count()) {
        return next;
      }
      colours = next;
    }
  }

  private List<View> views(int at, int[] colours) {
    Term index = indices.get(at);
    List<View> views = new ArrayList<>();
    for (Map.Entry<Term, Rational> power : product.powers().entrySet()) {
      if (power.getKey().has(index)) {
        Term factor = power.getKey();
        for (int i = 0; i < colours.length; i++) {
          Term seen = Term.index(i == at ? "#self" : "#colour" + colours[i]);
          factor = factor.substitute(indices.get(i), seen);
        }
        views.add(new View(factor, power.getValue()));
      }
    }
    views.sort(null);
    return views;
  }

  private static int compare(List<View> a, List<View> b) {
    int by = Integer.compare(a.size(), b.size());
    for (int i = 0; by == 0 && i < a.size(); i++) {
      by = a.get(i).compareTo(b.get(i));
    }
    return by;
  }
}
