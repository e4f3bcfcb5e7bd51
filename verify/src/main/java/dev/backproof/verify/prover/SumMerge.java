package dev.backproof.verify.prover;

import static dev.backproof.verify.prover.Deduction.fresh;

import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The zero test by merging: the terms with sums over the same ranges become one sum, whose body is
 * tested with the bound indices free.
 *
 * <p>A size is the sum of 1 over its range. Sums may match in several ways if they have several
 * indices of one range; some are tried.
 */
final class SumMerge {
  private static final int MOST_TRIES = 64;

  /** A term of the polynomial and the sum (or size) in it that is to be merged. */
  private record Part(Monomial monomial, Rational coefficient, Term sum) {
    Term outer() {
      Monomial rest = monomial.times(Monomial.of(sum, Rational.MINUS_ONE));
      return Polynomial.of(rest, coefficient).term();
    }

    Term term() {
      return Polynomial.of(monomial, coefficient).term();
    }
  }

  private final Deduction d;
  private final ZeroTest zeros;

  SumMerge(Deduction d, ZeroTest zeros) {
    this.d = d;
    this.zeros = zeros;
  }

  @Nullable Theorem zero(Term t, Polynomial p, int depth) {
    Map<String, List<Part>> groups = new TreeMap<>();
    for (Map.Entry<Monomial, Rational> term : p.terms().entrySet()) {
      Term sum = pick(term.getKey());
      if (sum == null) {
        zeros.resists(t);
        return null;
      }
      groups
          .computeIfAbsent(String.join(" ", ranges(sum)), ranges -> new ArrayList<>())
          .add(new Part(term.getKey(), term.getValue(), sum));
    }
    Map<Term, Theorem> zero = new HashMap<>();
    for (List<Part> group : groups.values()) {
      Theorem merged = merged(t, group, depth);
      if (merged == null) {
        zeros.resists(t);
        return null;
      }
      zero.put(merged.left(), merged);
    }
    return zeros.sumOfZeros(t, zero);
  }

  private static @Nullable Term pick(Monomial m) {
    for (Map.Entry<Term, Rational> power : m.powers().entrySet()) {
      if (power.getKey().is(Term.Kind.SUM) && power.getValue().equals(Rational.ONE)) {
        return power.getKey();
      }
    }
    for (Map.Entry<Term, Rational> power : m.powers().entrySet()) {
      if (power.getKey().is(Term.Kind.SIZE) && power.getValue().signum() > 0) {
        return power.getKey();
      }
    }
    return null;
  }

  private static List<String> ranges(Term sum) {
    List<String> ranges = new ArrayList<>();
    Term t = sum;
    for (; t.is(Term.Kind.SUM); t = t.argument(0)) {
      ranges.add(t.name());
    }
    if (sum.is(Term.Kind.SIZE)) {
      ranges.add(sum.name());
    }
    ranges.sort(null);
    return ranges;
  }

  private @Nullable Theorem merged(Term t, List<Part> group, int depth) {
    Set<String> taken = new HashSet<>(t.freeIndices());
    List<Term> indices = new ArrayList<>();
    for (String range : ranges(group.get(0).sum())) {
      Term index = fresh(range, taken);
      taken.add(index.name());
      indices.add(index);
    }
    List<List<List<Term>>> ways = new ArrayList<>();
    for (Part part : group) {
      List<List<Term>> orders = new ArrayList<>();
      orders(part.sum(), indices, new ArrayList<>(), orders);
      // The first sum names the indices; the others are matched with it.
      ways.add(ways.isEmpty() ? orders.subList(0, 1) : orders);
    }
    int[] choice = new int[group.size()];
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Theorem zero = merged(group, indices, ways, choice, depth);
      if (zero != null) {
        return zero;
      }
      if (!next(choice, ways)) {
        break;
      }
    }
    return null;
  }

  private static boolean next(int[] choice, List<List<List<Term>>> ways) {
    for (int i = 0; i < choice.length; i++) {
      if (++choice[i] < ways.get(i).size()) {
        return true;
      }
      choice[i] = 0;
    }
    return false;
  }

  private @Nullable Theorem merged(
      List<Part> group, List<Term> indices, List<List<List<Term>>> ways, int[] choice, int depth) {
    List<Theorem> sums = new ArrayList<>();
    List<Term> bodies = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      Part part = group.get(i);
      List<Term> order = ways.get(i).get(choice[i]);
      boolean size = part.sum().is(Term.Kind.SIZE);
      Term body = size ? Term.ONE : SumConversion.opened(part.sum(), order);
      Theorem aligned =
          size ? d.back(d.sumOfOne(part.sum().name())) : d.reorder(order, indices, body);
      Term product = Term.multiply(part.outer(), part.sum());
      sums.add(
          d.then(
              d.then(d.ring(part.term(), product), d.rewrite(product, aligned)),
              d.back(d.factor(indices, part.outer(), body))));
      bodies.add(Term.multiply(part.outer(), body));
    }
    Theorem zero = zeros.zero(Term.add(bodies), depth + 1);
    if (zero == null) {
      return null;
    }
    Theorem so = sums.get(0);
    if (sums.size() > 1) {
      Map<Term, Theorem> changes = new HashMap<>();
      sums.forEach(sum -> changes.put(sum.left(), sum));
      Term all = Term.add(sums.stream().map(Theorem::left).toList());
      so = d.then(d.parts(all, changes), d.back(d.sumOfSum(indices, bodies)));
    }
    return d.then(so, d.under(indices, zero), d.sumOfZero(indices));
  }

  private static void orders(Term sum, List<Term> indices, List<Term> so, List<List<Term>> all) {
    if (!sum.is(Term.Kind.SUM)) {
      all.add(sum.is(Term.Kind.SIZE) ? indices : List.copyOf(so));
      return;
    }
    for (Term index : indices) {
      if (!so.contains(index) && Deduction.range(index).equals(sum.name())) {
        so.add(index);
        orders(sum.argument(0), indices, so, all);
        so.remove(index);
      }
    }
  }
}
