package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A slip of the pen in a term: what a part of it may become.
 *
 * <p>Each gives the variants of one node, given the ranges of the binders around it, outermost
 * first; the ones that leave the value as it is are for evaluation to find.
 */
enum Mutation {
  /** −t. */
  SIGN {
    @Override
    List<Term> of(Term t, Scope scope) {
      return List.of(Term.negate(t));
    }
  },
  /** 2·t, t/2, n·t, t/n. */
  FACTOR {
    @Override
    List<Term> of(Term t, Scope scope) {
      List<Term> all =
          new ArrayList<>(
              List.of(
                  Term.multiply(Term.number(2), t), Term.multiply(Term.number(Rational.HALF), t)));
      for (String range : scope.declarations().sizes()) {
        all.add(Term.multiply(Term.size(range), t));
        all.add(Term.divide(t, Term.size(range)));
      }
      return all;
    }
  },
  /** An index of an entry for another of its range. */
  INDEX {
    @Override
    List<Term> of(Term t, Scope scope) {
      return t.is(Term.Kind.ENTRY) ? otherIndices(t, scope) : List.of();
    }
  },
  /** Two indices of an entry the other way round. */
  TRANSPOSE {
    @Override
    List<Term> of(Term t, Scope scope) {
      List<Term> all = new ArrayList<>();
      for (int a = 0; t.is(Term.Kind.ENTRY) && a < t.arguments().size(); a++) {
        for (int b = a + 1; b < t.arguments().size(); b++) {
          if (scope.rangeOf(t.argument(a)).equals(scope.rangeOf(t.argument(b)))) {
            all.add(with(with(t, a, t.argument(b)), b, t.argument(a)));
          }
        }
      }
      return all;
    }
  },
  /** An entry of another tensor of that shape. */
  TENSOR {
    @Override
    List<Term> of(Term t, Scope scope) {
      if (!t.is(Term.Kind.ENTRY)) {
        return List.of();
      }
      List<String> axes = scope.declarations().tensors().get(t.name());
      return scope.declarations().tensors().entrySet().stream()
          .filter(other -> other.getValue().equals(axes) && !other.getKey().equals(t.name()))
          .map(other -> Term.entry(other.getKey(), t.arguments()))
          .toList();
    }
  },
  /** [p ≥ 0] for [p &gt; 0]. */
  TIE {
    @Override
    List<Term> of(Term t, Scope scope) {
      return t.is(Term.Kind.GUARD)
          ? List.of(Term.subtract(Term.ONE, Term.guard(Term.negate(t.argument(0)))))
          : List.of();
    }
  },
  /** A mask dropped, or of something else. */
  MASK {
    @Override
    List<Term> of(Term t, Scope scope) {
      if (!t.is(Term.Kind.GUARD)) {
        return List.of();
      }
      Term p = t.argument(0);
      List<Term> all = new ArrayList<>(List.of(Term.ONE, Term.ZERO, Term.guard(Term.negate(p))));
      all.add(Term.subtract(Term.ONE, t));
      all.add(Term.guard(Term.subtract(p, Term.ONE)));
      if (p.is(Term.Kind.ADD) || p.is(Term.Kind.MULTIPLY)) {
        p.arguments().forEach(part -> all.add(Term.guard(part)));
      }
      return all;
    }
  },
  /** A summand dropped or doubled. */
  SUMMAND {
    @Override
    List<Term> of(Term t, Scope scope) {
      List<Term> all = new ArrayList<>();
      for (int i = 0; t.is(Term.Kind.ADD) && i < t.arguments().size(); i++) {
        all.add(Term.add(without(t, i)));
        all.add(Term.add(t, t.argument(i)));
      }
      return all;
    }
  },
  /** A factor dropped or doubled. */
  PRODUCT {
    @Override
    List<Term> of(Term t, Scope scope) {
      List<Term> all = new ArrayList<>();
      for (int i = 0; t.is(Term.Kind.MULTIPLY) && i < t.arguments().size(); i++) {
        all.add(Term.multiply(without(t, i)));
        all.add(Term.multiply(t, t.argument(i)));
      }
      return all;
    }
  },
  /** A summand that stands beside a sum moved into it. */
  SCOPE {
    @Override
    List<Term> of(Term t, Scope scope) {
      List<Term> all = new ArrayList<>();
      for (int i = 0; t.is(Term.Kind.ADD) && i < t.arguments().size(); i++) {
        Term sum = t.argument(i);
        if (sum.is(Term.Kind.SUM) && t.isClosed()) {
          Term index = Declarations.made(777_777, sum.name());
          List<Term> inside = new ArrayList<>(without(t, i));
          inside.add(sum.open(index));
          all.add(Term.sum(sum.name(), index, Term.add(inside)));
        }
      }
      return all;
    }
  },
  /** δ dropped, or between other indices. */
  DELTA {
    @Override
    List<Term> of(Term t, Scope scope) {
      if (!t.is(Term.Kind.DELTA)) {
        return List.of();
      }
      List<Term> all = new ArrayList<>(List.of(Term.ONE, Term.ZERO, Term.subtract(Term.ONE, t)));
      all.addAll(otherIndices(t, scope));
      return all;
    }
  },
  /** Another exponent. */
  EXPONENT {
    @Override
    List<Term> of(Term t, Scope scope) {
      if (t.is(Term.Kind.POWER)) {
        Term base = t.argument(0);
        return List.of(
            base,
            Term.power(base, t.number().plus(Rational.ONE)),
            Term.power(base, t.number().minus(Rational.ONE)),
            Term.power(base, t.number().negate()));
      }
      return t.is(Term.Kind.ADD) || t.is(Term.Kind.SUM) || t.is(Term.Kind.ENTRY)
          ? List.of(Term.power(t, Rational.of(2)))
          : List.of();
    }
  },
  /** exp without exp, of −u, of 2u; log of u². */
  FUNCTION {
    @Override
    List<Term> of(Term t, Scope scope) {
      if (t.is(Term.Kind.EXP)) {
        Term u = t.argument(0);
        return List.of(
            u, Term.exp(Term.negate(u)), Term.exp(Term.multiply(Term.number(2), u)), Term.log(t));
      }
      if (t.is(Term.Kind.LOG)) {
        Term u = t.argument(0);
        return List.of(u, Term.log(Term.power(u, Rational.of(2))), Term.log(Term.add(u, u)));
      }
      return List.of();
    }
  },
  /** The summand at one index for the sum; a sum for a maximum. */
  SUM {
    @Override
    List<Term> of(Term t, Scope scope) {
      List<Term> all = new ArrayList<>();
      if (t.kind().binds() && t.isClosed()) {
        scope.free(t.name()).forEach(index -> all.add(t.open(index)));
        boolean sum = t.is(Term.Kind.SUM);
        all.add(Term.binder(sum ? Term.Kind.MAX : Term.Kind.SUM, t.name(), t.argument(0)));
      }
      return all;
    }
  },
  /** Another number. */
  NUMBER {
    @Override
    List<Term> of(Term t, Scope scope) {
      return t.is(Term.Kind.NUMBER)
          ? List.of(
              Term.number(t.number().plus(Rational.ONE)),
              Term.number(t.number().negate()),
              Term.number(t.number().times(Rational.of(1, 3))))
          : List.of();
    }
  },
  /** Another size. */
  SIZE {
    @Override
    List<Term> of(Term t, Scope scope) {
      if (!t.is(Term.Kind.SIZE)) {
        return List.of();
      }
      List<Term> all = new ArrayList<>(List.of(Term.ONE));
      scope.declarations().sizes().stream()
          .filter(other -> !other.equals(t.name()))
          .forEach(other -> all.add(Term.size(other)));
      return all;
    }
  };

  /** One of them. */
  static Mutation drawn(Random random) {
    List<Mutation> all = List.of(values());
    return all.get(random.nextInt(all.size()));
  }

  /** The variants of a node. */
  abstract List<Term> of(Term t, Scope scope);

  /**
   * What may stand at a node.
   *
   * @param declarations the letters
   * @param around the ranges of the binders around it, outermost first
   */
  record Scope(Declarations declarations, List<String> around) {
    Scope inside(Term t) {
      if (!t.kind().binds()) {
        return this;
      }
      List<String> more = new ArrayList<>(around);
      more.add(t.name());
      return new Scope(declarations, more);
    }

    String rangeOf(Term index) {
      if (index.is(Term.Kind.BOUND)) {
        return around.get(around.size() - 1 - index.number().intValue());
      }
      Declarations.Label label = declarations.labels().get(index.name());
      return label == null ? declarations.rangeOf(index) : label.range();
    }

    /** The free indices and single labels of a range. */
    List<Term> free(String range) {
      return declarations.labels().entrySet().stream()
          .filter(l -> l.getValue().axes().isEmpty() && l.getValue().range().equals(range))
          .map(l -> Term.index(l.getKey()))
          .toList();
    }

    /** Every index of a range. */
    List<Term> indices(String range) {
      List<Term> all = new ArrayList<>(free(range));
      for (int level = 0; level < around.size(); level++) {
        if (around.get(around.size() - 1 - level).equals(range)) {
          all.add(Term.bound(level));
        }
      }
      return all;
    }
  }

  private static List<Term> otherIndices(Term t, Scope scope) {
    List<Term> all = new ArrayList<>();
    for (int i = 0; i < t.arguments().size(); i++) {
      Term here = t.argument(i);
      for (Term other : scope.indices(scope.rangeOf(here))) {
        if (!other.equals(here)) {
          all.add(with(t, i, other));
        }
      }
    }
    return all;
  }

  private static Term with(Term t, int part, Term by) {
    List<Term> parts = new ArrayList<>(t.arguments());
    parts.set(part, by);
    return t.with(parts);
  }

  private static List<Term> without(Term t, int part) {
    List<Term> parts = new ArrayList<>(t.arguments());
    parts.remove(part);
    return parts;
  }

  /**
   * The term with one random slip of this kind.
   *
   * @return nothing if no part allows one
   */
  Optional<Term> random(Term term, Declarations declarations, Random random) {
    List<Integer> path = new ArrayList<>();
    List<List<Integer>> sites = new ArrayList<>();
    collect(term, new Scope(declarations, List.of()), path, sites);
    return sites.isEmpty()
        ? Optional.empty()
        : Optional.of(
            mutate(
                term,
                sites.get(random.nextInt(sites.size())),
                new Scope(declarations, List.of()),
                random));
  }

  private void collect(Term t, Scope scope, List<Integer> path, List<List<Integer>> sites) {
    if (t.is(Term.Kind.INDEX) || t.is(Term.Kind.BOUND)) {
      return;
    }
    if (!of(t, scope).isEmpty()) {
      sites.add(List.copyOf(path));
    }
    Scope inside = scope.inside(t);
    for (int i = 0; i < t.arguments().size(); i++) {
      path.add(i);
      collect(t.argument(i), inside, path, sites);
      path.remove(path.size() - 1);
    }
  }

  private Term mutate(Term t, List<Integer> path, Scope scope, Random random) {
    if (path.isEmpty()) {
      List<Term> variants = of(t, scope);
      return variants.get(random.nextInt(variants.size()));
    }
    int part = path.get(0);
    return with(
        t, part, mutate(t.argument(part), path.subList(1, path.size()), scope.inside(t), random));
  }
}
