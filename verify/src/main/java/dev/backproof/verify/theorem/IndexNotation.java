package dev.backproof.verify.theorem;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.function.UnaryOperator;

/**
 * Writes formulas in index notation: Σₖ exp(oₖ) is {@code sum("m", k -> exp(o.apply(k)))}.
 *
 * <p>The elementary functions are written by their definitions, as the notes give them.
 */
public final class IndexNotation {
  /** Far above the numbers a proof makes; they are gone as soon as the sum is closed. */
  private int made = 1_000_000;

  /** Σ over a range. */
  public Term sum(String range, UnaryOperator<Term> body) {
    Term index = Declarations.made(made++, range);
    return Term.sum(range, index, body.apply(index));
  }

  /** exp(oₖ)/Σ_q exp(o_q). */
  public Term softmax(String range, UnaryOperator<Term> o, Term k) {
    return Term.divide(Term.exp(o.apply(k)), sumExp(range, o));
  }

  /** Σₖ exp(oₖ). */
  public Term sumExp(String range, UnaryOperator<Term> o) {
    return sum(range, k -> Term.exp(o.apply(k)));
  }

  /** log Σₖ exp(oₖ). */
  public Term logSumExp(String range, UnaryOperator<Term> o) {
    return Term.log(sumExp(range, o));
  }

  /** 1/(1 + e⁻ᶻ). */
  public static Term sigmoid(Term z) {
    return reciprocal(Term.add(Term.ONE, Term.exp(Term.negate(z))));
  }

  /** (eᶻ − e⁻ᶻ)/(eᶻ + e⁻ᶻ). */
  public static Term tanh(Term z) {
    Term up = Term.exp(z);
    Term down = Term.exp(Term.negate(z));
    return Term.divide(Term.subtract(up, down), Term.add(up, down));
  }

  /** ln(1 + eᶻ). */
  public static Term softplus(Term z) {
    return Term.log(Term.add(Term.ONE, Term.exp(z)));
  }

  /** z·[z &gt; 0]. */
  public static Term rect(Term z) {
    return Term.multiply(z, Term.guard(z));
  }

  /** [z &gt; 0] − [z &lt; 0]. */
  public static Term sign(Term z) {
    return Term.subtract(Term.guard(z), Term.guard(Term.negate(z)));
  }

  /** z·sign(z). */
  public static Term abs(Term z) {
    return Term.multiply(z, sign(z));
  }

  /** z². */
  public static Term square(Term z) {
    return Term.power(z, Rational.of(2));
  }

  /** 1/z. */
  public static Term reciprocal(Term z) {
    return Term.power(z, Rational.MINUS_ONE);
  }
}
