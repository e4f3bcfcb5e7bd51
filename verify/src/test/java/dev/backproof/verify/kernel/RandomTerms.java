package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Well-typed terms over {@link Letters}, of every kind but derivatives. */
final class RandomTerms {
  static final List<Rational> EXPONENTS =
      List.of(
          Rational.MINUS_ONE,
          Rational.of(2),
          Rational.HALF,
          Rational.of(-1, 2),
          Rational.of(-2),
          Rational.of(3, 2),
          Rational.of(1, 3),
          Rational.ZERO,
          Rational.ONE,
          Rational.of(3));

  private final Random random;
  private int bound;

  RandomTerms(Random random) {
    this.random = random;
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  @SafeVarargs
  final <T> T pick(T... from) {
    return from[random.nextInt(from.length)];
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  Rational exponent() {
    return pick(EXPONENTS);
  }

  /** An index made by the machine, of those that theorems are about. */
  Term made() {
    return pick(Letters.I, Letters.J, Letters.V, Letters.W);
  }

  /** Any index of n, of m, or of the range of another. */
  Term index(String range) {
    return index(range, List.of(Letters.I, Letters.J, Letters.V, Letters.W));
  }

  private Term index(String range, List<Term> scope) {
    List<Term> fitting = new ArrayList<>();
    for (Term index : scope) {
      if (Letters.range(index).equals(range)) {
        fitting.add(index);
      }
    }
    if (range.equals("n")) {
      fitting.add(Letters.T);
      fitting.add(Letters.U);
    } else {
      fitting.add(Letters.K);
      fitting.add(Letters.y(index("n", scope)));
    }
    return pick(fitting);
  }

  Term anyIndex() {
    return index(pick("n", "m"));
  }

  /** A term in which the four machine-made indices occur. */
  Term term(int depth) {
    return term(depth, List.of(Letters.I, Letters.J, Letters.V, Letters.W));
  }

  /** A term without machine-made indices, as in a statement. */
  Term closed(int depth) {
    return term(depth, List.of());
  }

  /** A term that is likely to be known to be positive. */
  Term positive(int depth) {
    return positive(depth, List.of(Letters.I, Letters.J, Letters.V, Letters.W));
  }

  private Term positive(int depth, List<Term> scope) {
    return switch (random.nextInt(depth <= 0 ? 4 : 8)) {
      case 0 -> Letters.P;
      case 1 -> pick(Letters.N, Letters.M, Term.pi(), Term.number(Rational.of(3, 2)));
      case 2 -> Term.entry("o", index("m", scope));
      case 3 -> Term.exp(leaf(scope));
      case 4 -> Letters.positive(term(depth - 1, scope));
      case 5 -> Term.multiply(positive(depth - 1, scope), positive(depth - 1, scope));
      case 6 -> Term.power(positive(depth - 1, scope), exponent());
      default -> Term.exp(term(depth - 1, scope));
    };
  }

  private Term leaf(List<Term> scope) {
    return switch (random.nextInt(9)) {
      case 0 -> Term.number(Rational.of(random.nextInt(5) - 2, 1 + random.nextInt(2)));
      case 1, 2 -> Letters.x(index("n", scope));
      case 3 -> Letters.o(index("m", scope));
      case 4 -> pick(Letters.P, Letters.S);
      case 5 -> {
        String range = pick("n", "m");
        yield Term.delta(index(range, scope), index(range, scope));
      }
      case 6 -> Letters.a(index("n", scope), index("n", scope));
      case 7 -> Letters.yy(index("n", scope), index("m", scope));
      default -> pick(Letters.N, Letters.M, Term.pi(), Letters.S);
    };
  }

  private Term term(int depth, List<Term> scope) {
    if (depth <= 0) {
      return leaf(scope);
    }
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> leaf(scope);
      case 3, 4 -> Term.add(term(depth - 1, scope), term(depth - 1, scope));
      case 5, 6, 7 -> Term.multiply(term(depth - 1, scope), term(depth - 1, scope));
      case 8 -> Term.exp(term(depth - 1, scope));
      case 9, 10 -> Term.guard(term(depth - 1, scope));
      case 11, 12 ->
          Term.power(oneIn(3) ? term(depth - 1, scope) : positive(depth - 1, scope), exponent());
      case 13 -> Term.log(oneIn(3) ? term(depth - 1, scope) : positive(depth - 1, scope));
      case 14 ->
          Term.function(pick(Term.Kind.SIN, Term.Kind.COS, Term.Kind.ERF), term(depth - 1, scope));
      case 15 -> Letters.detach(term(depth - 1, scope));
      case 16 -> binder(Term.Kind.MAX, depth, scope);
      default -> binder(Term.Kind.SUM, depth, scope);
    };
  }

  private Term binder(Term.Kind kind, int depth, List<Term> scope) {
    String range = pick("n", "m");
    Term index = Declarations.made(100 + bound++ % 50, range);
    List<Term> inside = new ArrayList<>(scope);
    inside.add(index);
    inside.add(index);
    return Term.binder(kind, range, term(depth - 1, inside).close(index));
  }
}
