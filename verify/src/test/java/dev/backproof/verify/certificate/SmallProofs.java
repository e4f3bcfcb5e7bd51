package dev.backproof.verify.certificate;

import static dev.backproof.verify.kernel.Term.derivative;
import static dev.backproof.verify.kernel.Term.divide;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.index;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.number;
import static dev.backproof.verify.kernel.Term.power;
import static dev.backproof.verify.kernel.Term.sum;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Term;
import java.util.List;

/** Little theorems proved by hand. */
final class SmallProofs {
  private SmallProofs() {}

  static List<Certificate> all() {
    return List.of(softmaxSumsToOne(), squaredNorm());
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
}
