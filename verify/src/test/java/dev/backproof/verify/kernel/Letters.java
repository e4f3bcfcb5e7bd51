package dev.backproof.verify.kernel;

import java.util.List;

/**
 * The letters of the tests: sizes n, m; tensors x[n], o[m], A[n,n], Y[n,m] and the scalars p, s;
 * free indices t, u of n and k of m; labels y[n] of m.
 */
final class Letters {
  static final Term N = Term.size("n");
  static final Term M = Term.size("m");
  static final Term T = Term.index("t");
  static final Term U = Term.index("u");
  static final Term K = Term.index("k");
  static final Term P = Term.entry("p");
  static final Term S = Term.entry("s");

  /** Made by the machine: two for n, two for m. */
  static final Term I = Declarations.made(0, "n");

  static final Term J = Declarations.made(1, "n");
  static final Term V = Declarations.made(0, "m");
  static final Term W = Declarations.made(1, "m");

  private Letters() {}

  static Declarations declared() {
    return new Declarations()
        .size("n")
        .size("m")
        .tensor("x", "n")
        .tensor("o", "m")
        .tensor("A", "n", "n")
        .tensor("Y", "n", "m")
        .tensor("p")
        .tensor("s")
        .index("t", "n")
        .index("u", "n")
        .index("k", "m")
        .label("y", "m", List.of("n"));
  }

  static Term x(Term i) {
    return Term.entry("x", i);
  }

  static Term o(Term k) {
    return Term.entry("o", k);
  }

  static Term a(Term i, Term j) {
    return Term.entry("A", i, j);
  }

  static Term yy(Term i, Term k) {
    return Term.entry("Y", i, k);
  }

  static Term y(Term i) {
    return Term.label("y", List.of(i));
  }

  static Term number(long number) {
    return Term.number(number);
  }

  static Term half() {
    return Term.number(Rational.HALF);
  }

  static Term power(Term a, long numerator, long denominator) {
    return Term.power(a, Rational.of(numerator, denominator));
  }

  static Term inverse(Term a) {
    return Term.power(a, Rational.MINUS_ONE);
  }

  static Term square(Term a) {
    return power(a, 2, 1);
  }

  static Term sum(Term index, Term body) {
    return Term.sum(range(index), index, body);
  }

  static Term max(Term index, Term body) {
    return Term.binder(Term.Kind.MAX, range(index), body.close(index));
  }

  static Term detach(Term a) {
    return Term.function(Term.Kind.DETACH, a);
  }

  static String range(Term index) {
    return declared().rangeOf(index);
  }

  /** 1 + a², which is positive. */
  static Term positive(Term a) {
    return Term.add(Term.ONE, square(a));
  }

  /** A kernel whose statement says nothing and that knows p > 0. */
  static Kernel kernel() {
    return kernel(List.of(Hypothesis.sign(List.of(), P, Signs.POSITIVE)));
  }

  static Kernel kernel(List<Hypothesis> hypotheses) {
    return new Kernel(new Statement(declared(), hypotheses, Term.ZERO, Term.ZERO, false));
  }

  /** A kernel that knows p > 0 as a fact. */
  static Kernel knowing() {
    Kernel kernel = kernel();
    kernel.apply(Rule.HYPOTHESIS, List.of(Term.ZERO), List.of());
    return kernel;
  }
}
