package dev.backproof.verify.certificate;

import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.delta;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.function;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.index;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.negate;
import static dev.backproof.verify.kernel.Term.number;
import static dev.backproof.verify.kernel.Term.power;
import static dev.backproof.verify.kernel.Term.size;
import static dev.backproof.verify.kernel.Term.subtract;
import static dev.backproof.verify.kernel.Term.sum;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A certificate for each rule: what it concludes from some arguments is the statement. */
final class RuleProofs {
  private static final Term V = Declarations.made(0, "m");
  private static final Term W = Declarations.made(1, "n");
  private static final Term L = index("l");
  private static final Term R = index("r");
  private static final Term LABEL = Term.label("y", List.of(R));
  private static final Term A = entry("a");
  private static final Term B = entry("b");
  private static final Term C = entry("c");
  private static final Term XV = entry("x", V);
  private static final Term XL = entry("x", L);
  private static final Term Z = entry("z");
  private static final Term HALF = number(Rational.HALF);

  /** a, b &gt; 0, c ≠ 0, all of x &gt; 0, Σ p = 1. */
  private static final List<Hypothesis> GIVEN =
      List.of(
          Hypothesis.sign(List.of(), A, Signs.POSITIVE),
          Hypothesis.sign(List.of(), B, Signs.POSITIVE),
          Hypothesis.sign(List.of(), C, Signs.NON_ZERO),
          Hypothesis.sign(List.of(V), XV, Signs.POSITIVE),
          Hypothesis.equation(List.of(), sum("m", V, entry("p", V)), Term.ONE));

  private final List<Certificate> proofs = new ArrayList<>();

  private RuleProofs() {}

  static List<Certificate> all() {
    RuleProofs proofs = new RuleProofs();
    proofs.equality();
    proofs.sums();
    proofs.powers();
    proofs.guards();
    proofs.signs();
    return List.copyOf(proofs.proofs);
  }

  private static Declarations letters() {
    return new Declarations()
        .size("m")
        .size("n")
        .tensor("a")
        .tensor("b")
        .tensor("c")
        .tensor("z")
        .tensor("x", "m")
        .tensor("p", "m")
        .tensor("M", "m", "n")
        .index("l", "m")
        .index("r", "n")
        .label("y", "m", List.of("n"));
  }

  /** Proves what the rule concludes; first finds out what that is. */
  private void of(String title, Function<Proof, Theorem> steps) {
    Theorem conclusion =
        steps.apply(Proof.of(new Statement(letters(), GIVEN, Term.ONE, Term.ONE, false)));
    Proof proof = Proof.of(letters(), GIVEN, conclusion.left(), conclusion.right());
    proofs.add(proof.done(title, steps.apply(proof)));
  }

  private static void positive(Proof proof) {
    for (int i = 0; i < 3; i++) {
      proof.by(Rule.HYPOTHESIS, number(i));
    }
    proof.by(Rule.HYPOTHESIS, number(3), L);
    proof.by(Rule.HYPOTHESIS, number(3), V);
  }

  private void given(String title, Rule rule, Term... terms) {
    of(
        title,
        proof -> {
          positive(proof);
          return proof.by(rule, terms);
        });
  }

  private void equality() {
    of("an equation given", p -> p.by(Rule.HYPOTHESIS, number(4)));
    of("a sign given", p -> p.by(Rule.HYPOTHESIS, number(3), LABEL));
    of("both ways", p -> p.back(p.by(Rule.DETACHED, function(Term.Kind.DETACH, XL))));
    of(
        "inside a function",
        p ->
            p.under(
                Rule.CONGRUENT,
                function(Term.Kind.SIN, multiply(A, B)),
                p.by(
                    Rule.RING,
                    multiply(A, B),
                    multiply(HALF, add(multiply(A, B), multiply(B, A))))));
    given("a fraction", Rule.RING, multiply(A, C, power(C, Rational.MINUS_ONE)), A);
    of(
        "a factor is cancelled",
        p -> {
          positive(p);
          Term zero = subtract(guard(multiply(B, Z)), guard(Z));
          Theorem equal =
              p.under(
                  Rule.CONGRUENT,
                  zero,
                  zero.arguments().stream()
                      .map(
                          part ->
                              part.is(Term.Kind.GUARD) && !part.equals(guard(Z))
                                  ? p.by(Rule.GUARD_SCALE, B, Z)
                                  : p.same(part))
                      .toArray(Theorem[]::new));
          Theorem none = p.chain(equal, p.by(Rule.RING, equal.right(), Term.ZERO));
          Term product = multiply(C, zero);
          Theorem inside =
              p.under(
                  Rule.CONGRUENT,
                  product,
                  product.arguments().stream()
                      .map(part -> part.equals(zero) ? none : p.same(part))
                      .toArray(Theorem[]::new));
          return p.cancel(C, zero, p.chain(inside, p.by(Rule.RING, inside.right(), Term.ZERO)));
        });
  }

  private void sums() {
    Term mvw = entry("M", V, W);
    of("equal summands", p -> p.under(Rule.BIND_SUM, V, p.by(Rule.LOG_OF_EXP, XV)));
    of("equal under a maximum", p -> p.under(Rule.BIND_MAX, V, p.by(Rule.LOG_OF_EXP, XV)));
    of("a sum of sums", p -> p.by(Rule.SUM_OF_SUM, V, XV, exp(XV), A));
    of("a factor leaves", p -> p.by(Rule.SUM_FACTOR, V, entry("M", L, R), XV));
    of("the order of sums", p -> p.by(Rule.SUM_SWAP, V, W, mvw));
    of("a label selects", p -> p.by(Rule.SUM_DELTA, V, LABEL, multiply(XV, entry("M", V, R))));
    of("a size", p -> p.by(Rule.SUM_OF_ONE, size("n")));
    of("an index is itself", p -> p.by(Rule.DELTA_EQUAL, LABEL));
    of("equal or not", p -> p.by(Rule.DELTA_CELLS, multiply(delta(L, LABEL), exp(XL)), L, LABEL));
  }

  private void powers() {
    of("exp of a sum", p -> p.by(Rule.EXP_OF_SUM, Z, XL, number(2)));
    of("exp of a multiple", p -> p.by(Rule.EXP_OF_MULTIPLE, HALF, Z));
    given("exp of a logarithm", Rule.EXP_OF_LOG, XL);
    of("log of exp", p -> p.by(Rule.LOG_OF_EXP, Z));
    given("log of one", Rule.LOG_OF_POWER, Term.ZERO, Term.ONE);
    given("log of a product", Rule.LOG_OF_PRODUCT, A, XL);
    given("log of a power", Rule.LOG_OF_POWER, number(-3), A);
    given("a root of a product", Rule.RING, root(multiply(A, B)), multiply(root(A), root(B)), A, B);
    Term inverse = multiply(power(A, Rational.MINUS_ONE), power(C, Rational.MINUS_ONE));
    Term quotient = power(multiply(A, C), Rational.MINUS_ONE);
    given("a reciprocal of a product", Rule.RING, quotient, inverse, A, C);
    Term split = multiply(root(A), power(A, Rational.of(5, 2)));
    given("a power in two", Rule.RING, power(A, Rational.of(3)), split, A);
  }

  private static Term root(Term a) {
    return power(a, Rational.HALF);
  }

  private void guards() {
    Term minus = negate(Z);
    given("a positive factor", Rule.GUARD_SCALE, A, Z);
    given("a guard that is true", Rule.GUARD_DECIDED, add(A, B));
    given("a guard that is false", Rule.GUARD_DECIDED, negate(XL));
    given("above another", Rule.GUARD_IMPLIES, Z, add(multiply(number(2), Z), A), number(2), A);
    of("three cells", p -> p.by(Rule.GUARD_CELLS, multiply(Z, guard(Z)), Z, minus));
    Term p = subtract(multiply(number(2), Z), multiply(number(2), A));
    of(
        "the middle cell",
        q -> q.by(Rule.ZERO_CELL, multiply(Z, XL), p, negate(p), number(2), Z, A));
  }

  private void signs() {
    of(
        "equal signs",
        p -> {
          positive(p);
          Theorem square =
              p.by(Rule.RING, multiply(A, B), multiply(HALF, add(multiply(A, B), multiply(A, B))));
          return p.sign(square);
        });
    given("a factor of what is not 0", Rule.SIGN_FACTOR, C, A);
  }
}
