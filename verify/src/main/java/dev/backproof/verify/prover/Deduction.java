package dev.backproof.verify.prover;

import com.google.common.collect.ImmutableList;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's rules as methods, and the small tactics everything else is made of.
 *
 * <p>The whole search goes through it and the kernel checks what it asks for, so an extension of it
 * with faults finds less, and never what is wrong.
 */
class Deduction {
  private final Kernel kernel;
  private final Budget budget;
  private @Nullable Term latest;

  Deduction(Kernel kernel, Budget budget) {
    this.kernel = kernel;
    this.budget = budget;
  }

  Kernel kernel() {
    return kernel;
  }

  /** What the latest rule was about: where the search is, if it ends there. */
  Optional<Term> latest() {
    return Optional.ofNullable(latest);
  }

  Theorem rule(Rule rule, List<Term> terms, List<Theorem> premises) {
    for (Term term : terms) {
      latest = term.is(Term.Kind.INDEX) || term.is(Term.Kind.NUMBER) ? latest : term;
    }
    budget.step();
    return kernel.apply(rule, terms, premises);
  }

  private Theorem rule(Rule rule, Term... terms) {
    return rule(rule, List.of(terms), List.of());
  }

  Theorem same(Term t) {
    return rule(Rule.REFLEXIVE, t);
  }

  /** a = b and b = c give a = c; where one of them says nothing, the other is enough. */
  Theorem then(Theorem first, Theorem second) {
    if (first.left().equals(first.right()) && second.left().equals(first.right())) {
      return second;
    }
    if (second.left().equals(second.right()) && second.left().equals(first.right())) {
      return first;
    }
    return rule(Rule.TRANSITIVE, List.of(), List.of(first, second));
  }

  Theorem then(Theorem first, Theorem second, Theorem third) {
    return then(then(first, second), third);
  }

  Theorem back(Theorem equation) {
    return rule(Rule.SYMMETRIC, List.of(), List.of(equation));
  }

  Theorem parts(Term t, List<Theorem> parts) {
    boolean same = parts.stream().allMatch(part -> part.left().equals(part.right()));
    return same ? same(t) : rule(Rule.CONGRUENT, List.of(t), parts);
  }

  /** A whole whose parts change as a table says; what is not in it stays. */
  Theorem parts(Term t, Map<Term, Theorem> changes) {
    return parts(
        t,
        t.arguments().stream()
            .map(part -> changes.containsKey(part) ? changes.get(part) : same(part))
            .toList());
  }

  /** The first part equal to the left side of an equation becomes its right side. */
  Theorem rewrite(Term t, Theorem change) {
    if (t.equals(change.left())) {
      return change;
    }
    List<Theorem> parts = new ArrayList<>();
    boolean done = false;
    for (Term part : t.arguments()) {
      boolean here = !done && part.equals(change.left());
      parts.add(here ? change : same(part));
      done |= here;
    }
    if (!done) {
      throw new IllegalArgumentException("rewrite: " + change.left() + " is no part of " + t);
    }
    return parts(t, parts);
  }

  Theorem ring(Term a, Term b, Collection<Term> opaque) {
    return a.equals(b)
        ? same(a)
        : rule(
            Rule.RING, ImmutableList.<Term>builder().add(a, b).addAll(opaque).build(), List.of());
  }

  Theorem ring(Term a, Term b) {
    return ring(a, b, List.of());
  }

  Polynomial polynomial(Term t) {
    budget.look();
    return kernel.polynomial(t, Set.of());
  }

  Theorem cancel(Term c, Term t, Theorem product) {
    return rule(Rule.CANCEL, List.of(c, t), List.of(product));
  }

  boolean isPositive(Term t) {
    return kernel.signsOf(t).within(Signs.POSITIVE);
  }

  // Sums

  static String range(Term made) {
    return made.name().substring(made.name().indexOf(':') + 1);
  }

  static Term sum(Term index, Term body) {
    return Term.sum(range(index), index, body);
  }

  /** The sum over several indices, the first outermost. */
  static Term sum(List<Term> indices, Term body) {
    Term t = body;
    for (int i = indices.size() - 1; i >= 0; i--) {
      t = sum(indices.get(i), t);
    }
    return t;
  }

  /** The least number of a made index that does not occur: the same term is opened in one way. */
  static Term fresh(String range, Set<String> taken) {
    int number = 0;
    while (true) {
      Term index = Declarations.made(number++, range);
      if (!taken.contains(index.name())) {
        return index;
      }
    }
  }

  Theorem under(Term index, Theorem equation) {
    return equation.left().equals(equation.right())
        ? same(sum(index, equation.left()))
        : rule(Rule.BIND_SUM, List.of(index), List.of(equation));
  }

  Theorem under(List<Term> indices, Theorem equation) {
    Theorem t = equation;
    for (int i = indices.size() - 1; i >= 0; i--) {
      t = under(indices.get(i), t);
    }
    return t;
  }

  Theorem sumOfSum(Term index, List<Term> summands) {
    return rule(
        Rule.SUM_OF_SUM,
        ImmutableList.<Term>builder().add(index).addAll(summands).build(),
        List.of());
  }

  /** Σ (a + …) = Σ a + … over several indices. */
  Theorem sumOfSum(List<Term> indices, List<Term> summands) {
    Theorem t = same(sum(indices, Term.add(summands)));
    if (summands.size() < 2) {
      return t;
    }
    for (int i = indices.size() - 1; i >= 0; i--) {
      List<Term> inner = indices.subList(i + 1, indices.size());
      List<Term> sums = summands.stream().map(part -> sum(inner, part)).toList();
      t = then(t, under(indices.subList(0, i), sumOfSum(indices.get(i), sums)));
    }
    return t;
  }

  Theorem factor(Term index, Term c, Term body) {
    return rule(Rule.SUM_FACTOR, index, c, body);
  }

  /** Σ c·a = c·Σ a over several indices. */
  Theorem factor(List<Term> indices, Term c, Term body) {
    Theorem t = same(sum(indices, Term.multiply(c, body)));
    for (int i = indices.size() - 1; i >= 0; i--) {
      Term inner = sum(indices.subList(i + 1, indices.size()), body);
      t = then(t, under(indices.subList(0, i), factor(indices.get(i), c, inner)));
    }
    return t;
  }

  /** The same sums in another order, by exchanging neighbours. */
  Theorem reorder(List<Term> from, List<Term> to, Term body) {
    List<Term> order = new ArrayList<>(from);
    Theorem t = same(sum(order, body));
    for (int i = 0; i < to.size(); i++) {
      for (int j = order.indexOf(to.get(i)); j > i; j--) {
        Term inner = sum(order.subList(j + 1, order.size()), body);
        Theorem swap = rule(Rule.SUM_SWAP, order.get(j - 1), order.get(j), inner);
        t = then(t, under(order.subList(0, j - 1), swap));
        Collections.swap(order, j - 1, j);
      }
    }
    return t;
  }

  Theorem delta(Term index, Term j, Term body) {
    return rule(Rule.SUM_DELTA, index, j, body);
  }

  Theorem sumOfOne(String range) {
    return rule(Rule.SUM_OF_ONE, Term.size(range));
  }

  /** Σ 0 = 0 over several indices. */
  Theorem sumOfZero(List<Term> indices) {
    Theorem t = same(sum(indices, Term.ZERO));
    for (int i = indices.size() - 1; i >= 0; i--) {
      Theorem product = ring(Term.ZERO, Term.multiply(Term.ZERO, Term.ONE));
      Theorem out =
          then(under(indices.get(i), product), factor(indices.get(i), Term.ZERO, Term.ONE));
      t = then(t, under(indices.subList(0, i), then(out, ring(out.right(), Term.ZERO))));
    }
    return t;
  }

  Theorem deltaEqual(Term index) {
    return rule(Rule.DELTA_EQUAL, index);
  }

  Theorem deltaCells(Term t, Term i, Term j) {
    return rule(Rule.DELTA_CELLS, t, i, j);
  }

  // Exponentials, logarithms, powers

  Theorem expOfSum(List<Term> parts) {
    return rule(Rule.EXP_OF_SUM, parts, List.of());
  }

  Theorem expOfMultiple(Rational c, Term t) {
    return rule(Rule.EXP_OF_MULTIPLE, Term.number(c), t);
  }

  Theorem expOfLog(Term t) {
    return rule(Rule.EXP_OF_LOG, t);
  }

  Theorem logOfExp(Term t) {
    return rule(Rule.LOG_OF_EXP, t);
  }

  /** log 1 = log 1⁰ = 0·log 1 = 0. */
  Theorem logOfOne() {
    Theorem power = ring(Term.ONE, Term.power(Term.ONE, Rational.ZERO));
    Theorem t = parts(Term.log(Term.ONE), List.of(power));
    t = then(t, logOfPower(Rational.ZERO, Term.ONE));
    return then(t, ring(t.right(), Term.ZERO));
  }

  Theorem logOfProduct(List<Term> parts) {
    return rule(Rule.LOG_OF_PRODUCT, parts, List.of());
  }

  Theorem logOfPower(Rational r, Term t) {
    return rule(Rule.LOG_OF_POWER, Term.number(r), t);
  }

  /** (a·…)^r = a^r·…, of atoms. */
  Theorem powerOfProduct(Rational r, List<Term> parts) {
    List<Term> powers = parts.stream().map(part -> Term.power(part, r)).toList();
    return ring(Term.power(Term.multiply(parts), r), Term.multiply(powers), parts);
  }

  /** a^r = a^c·a^(r−c), of an atom. */
  Theorem splitPower(Rational r, Rational first, Term t) {
    Term both = Term.multiply(Term.power(t, first), Term.power(t, r.minus(first)));
    return ring(Term.power(t, r), both, List.of(t));
  }

  // Guards

  Theorem guardScale(Term c, Term p) {
    return rule(Rule.GUARD_SCALE, c, p);
  }

  Theorem guardDecided(Term p) {
    return rule(Rule.GUARD_DECIDED, p);
  }

  /** [p &gt; 0]·[q &gt; 0] = 0 for q = −p: so it is in each of the three cells. */
  Theorem guardOpposite(Term p, Term q) {
    Theorem cells = guardCells(Term.multiply(Term.guard(p), Term.guard(q)), p, q);
    return then(cells, ring(cells.right(), Term.ZERO));
  }

  /** 1 − [p &gt; 0] − [q &gt; 0] of two guards, of which at most one is 1. */
  static Term neither(Term above, Term below) {
    return Term.add(Term.ONE, Term.negate(above), Term.negate(below));
  }

  /** 1 − [p &gt; 0] − [q &gt; 0] = 0 for q = −p and p ≠ 0, as its product with p is 0. */
  Theorem guardCovers(Term between, Term p, Term q) {
    Theorem cell = zeroCell(p, p, q, Rational.ONE, p, Term.ZERO);
    return cancel(p, between, then(cell, ring(cell.right(), Term.ZERO)));
  }

  Theorem guardImplies(Term p, Term q, Rational c, Term s) {
    return rule(Rule.GUARD_IMPLIES, p, q, Term.number(c), s);
  }

  /** [p &gt; 0]·[q &gt; 0] = [p &gt; 0]·[−q &gt; 0]·[q &gt; 0] = 0 for −q = c·p + s. */
  Theorem guardExcludes(Term p, Term q, Rational c, Term s) {
    Term minus = polynomial(Term.negate(q)).term();
    Theorem implied = guardImplies(p, minus, c, s);
    Theorem t = rewrite(Term.multiply(Term.guard(p), Term.guard(q)), back(implied));
    Theorem opposite = guardOpposite(q, minus);
    Term last = Term.multiply(Term.guard(p), opposite.left());
    t = then(t, ring(t.right(), last), rewrite(last, opposite));
    return then(t, ring(t.right(), Term.ZERO));
  }

  Theorem guardCells(Term t, Term p, Term q) {
    return rule(Rule.GUARD_CELLS, t, p, q);
  }

  Theorem zeroCell(Term t, Term p, Term q, Rational c, Term e, Term s) {
    return rule(Rule.ZERO_CELL, t, p, q, Term.number(c), e, s);
  }
}
