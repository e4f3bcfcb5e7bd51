package dev.backproof.verify.certificate;

import static dev.backproof.verify.kernel.Term.derivative;
import static dev.backproof.verify.kernel.Term.divide;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.index;
import static dev.backproof.verify.kernel.Term.log;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.number;
import static dev.backproof.verify.kernel.Term.power;
import static dev.backproof.verify.kernel.Term.sum;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.List;

/** Little theorems proved by hand. */
final class SmallProofs {
  private SmallProofs() {}

  static List<Certificate> all() {
    return List.of(
        softmaxSumsToOne(), squaredNorm(), logSumExp(), rect(), rectOffTheKinks(), logarithm());
  }

  /** Σₖ exp(oₖ)/Σ_q exp(o_q) = 1. */
  static Certificate softmaxSumsToOne() {
    Declarations letters = new Declarations().size("m").tensor("o", "m");
    Term k = Declarations.made(0, "m");
    Term e = exp(entry("o", k));
    Term all = sum("m", k, e);
    Term inverse = power(all, Rational.MINUS_ONE);
    Proof proof = Proof.of(letters, sum("m", k, divide(e, all)), Term.ONE);
    return proof.done(
        "2.3b softmax sums to 1",
        proof.chain(
            proof.by(Rule.SUM_FACTOR, k, inverse, e),
            proof.by(Rule.RING, multiply(inverse, all), Term.ONE)));
  }

  /** ∂(Σᵢ xᵢ²)/∂x_l = 2·x_l. */
  static Certificate squaredNorm() {
    Declarations letters = new Declarations().size("d").tensor("x", "d").index("l", "d");
    Term i = Declarations.made(0, "d");
    Term l = index("l");
    Term norm = sum("d", i, power(entry("x", i), Rational.of(2)));
    Term left = derivative(norm, entry("x", l));
    Proof proof = Proof.of(letters, left, multiply(number(2), entry("x", l)));
    return proof.done(
        "1.8 the squared norm",
        proof.chain(
            proof.by(Rule.DERIVE, left),
            proof.by(Rule.SUM_DELTA, i, l, multiply(number(2), entry("x", i)))));
  }

  /** ∂(log Σ_q exp(o_q))/∂oₖ = exp(oₖ)/Σ_q exp(o_q). */
  static Certificate logSumExp() {
    Declarations letters = new Declarations().size("m").tensor("o", "m").index("k", "m");
    Term q = Declarations.made(0, "m");
    Term k = index("k");
    Term all = sum("m", q, exp(entry("o", q)));
    Term left = derivative(log(all), entry("o", k));
    Term right = divide(exp(entry("o", k)), all);
    Proof proof = Proof.of(letters, left, right);
    Theorem derived = proof.by(Rule.DERIVE, left);
    Theorem selected = proof.by(Rule.SUM_DELTA, q, k, exp(entry("o", q)));
    return proof.done("log-sum-exp", proof.chain(derived, inside(proof, derived, selected)));
  }

  /** ∂(z·[z &gt; 0])/∂z = [z &gt; 0]. */
  static Certificate rect() {
    return rect(false);
  }

  /** The same, wherever z is not 0, with a right side that is another one there. */
  static Certificate rectOffTheKinks() {
    return rect(true);
  }

  private static Certificate rect(boolean offKinks) {
    Declarations letters = new Declarations().size("d").tensor("z");
    Term z = entry("z");
    Term minus = Term.negate(z);
    Term left = derivative(multiply(z, guard(z)), z);
    Term right = offKinks ? Term.subtract(Term.ONE, guard(minus)) : guard(z);
    Proof proof = Proof.of(new Statement(letters, List.of(), left, right, offKinks));
    Theorem derived = proof.by(Rule.DERIVE, left);
    Theorem rect = proof.chain(derived, proof.by(Rule.RING, derived.right(), guard(z)));
    if (offKinks) {
      proof.by(Rule.ASSUME, number(0));
      Theorem opposite = proof.by(Rule.RING, minus, multiply(number(-1), z));
      proof.sign(opposite);
      rect = proof.chain(rect, flipped(proof, z, minus));
    }
    return proof.done(offKinks ? "rect off the kinks" : "1.7 rect", rect);
  }

  private static Theorem flipped(Proof proof, Term z, Term minus) {
    // (1 − [z > 0] − [−z > 0])·z = 0 and z ≠ 0, so [z > 0] = 1 − [−z > 0]
    Term end = Term.subtract(Term.ONE, guard(minus));
    Term neither = Term.add(Term.ONE, Term.negate(guard(z)), Term.negate(guard(minus)));
    Theorem cell = proof.by(Rule.ZERO_CELL, z, z, minus, Term.ONE, z, Term.ZERO);
    Theorem product = proof.chain(cell, proof.by(Rule.RING, cell.right(), Term.ZERO));
    Term start = Term.subtract(end, neither);
    Theorem covered = rewritten(proof, start, proof.cancel(z, neither, product));
    return proof.chain(
        proof.by(Rule.RING, guard(z), start), covered, proof.by(Rule.RING, covered.right(), end));
  }

  /** ∂(log z)/∂z = 1/z wherever z is positive. */
  static Certificate logarithm() {
    Declarations letters = new Declarations().size("d").tensor("z");
    Term z = entry("z");
    Term left = derivative(log(z), z);
    Term right = power(z, Rational.MINUS_ONE);
    Proof proof = Proof.of(letters, left, right);
    for (int i = 0; i < proof.kernel().assumptions().size(); i++) {
      proof.by(Rule.ASSUME, number(i));
    }
    Theorem derived = proof.by(Rule.DERIVE, left);
    return proof.done(
        "the logarithm", proof.chain(derived, proof.by(Rule.RING, derived.right(), right)));
  }

  private static Theorem inside(Proof proof, Theorem derived, Theorem equation) {
    return rewritten(proof, derived.right(), equation);
  }

  /** A term with one side of an equation for the other, wherever it stands. */
  private static Theorem rewritten(Proof proof, Term term, Theorem equation) {
    if (term.equals(equation.left())) {
      return equation;
    }
    if (term.arguments().isEmpty() || term.kind().binds() || term.is(Term.Kind.ENTRY)) {
      return proof.same(term);
    }
    return proof.under(
        Rule.CONGRUENT,
        term,
        term.arguments().stream()
            .map(part -> rewritten(proof, part, equation))
            .toArray(Theorem[]::new));
  }
}
