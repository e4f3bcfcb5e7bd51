package dev.backproof.verify.theorem;

import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

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

  /** The sum over all places of a shape: of one with numbers, written out along those axes. */
  public Term sum(Shape shape, Function<List<Term>, Term> body) {
    return sum(
        shape.sizes().stream().flatMap(size -> size.factors().stream()).toList(), List.of(), body);
  }

  private Term sum(List<Size> ranges, List<Term> at, Function<List<Term>, Term> body) {
    if (at.size() == ranges.size()) {
      return body.apply(at);
    }
    Size range = ranges.get(at.size());
    if (!range.isNumber()) {
      return sum(range.toString(), index -> sum(ranges, with(at, index), body));
    }
    return Term.add(
        IntStream.range(0, range.number())
            .mapToObj(position -> sum(ranges, with(at, Term.number(position)), body))
            .toList());
  }

  /** Indices and one more. */
  public static List<Term> with(List<Term> indices, Term last) {
    List<Term> more = new ArrayList<>(indices);
    more.add(last);
    return List.copyOf(more);
  }

  /** The maximum over a range. */
  public Term max(String range, UnaryOperator<Term> body) {
    Term index = Declarations.made(made++, range);
    return Term.binder(Term.Kind.MAX, range, body.apply(index).close(index));
  }

  /** Σₖ aₖ/n. */
  public Term mean(String range, UnaryOperator<Term> a) {
    return Term.divide(sum(range, a), Term.size(range));
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

  /** [a = b] of two numbers. */
  public static Term equal(Term a, Term b) {
    return Term.subtract(notLess(a, b), Term.guard(Term.subtract(a, b)));
  }

  /** [a ≥ b]. */
  public static Term notLess(Term a, Term b) {
    return Term.subtract(Term.ONE, Term.guard(Term.subtract(b, a)));
  }

  /** (a + b + |a − b|)/2. */
  public static Term larger(Term a, Term b) {
    return Term.multiply(Term.number(Rational.HALF), Term.add(a, b, abs(Term.subtract(a, b))));
  }

  /** (a + b − |a − b|)/2. */
  public static Term smaller(Term a, Term b) {
    return Term.multiply(
        Term.number(Rational.HALF), Term.add(a, b, Term.negate(abs(Term.subtract(a, b)))));
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
