package dev.backproof.verify.theorem;

import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.delta;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.subtract;
import static dev.backproof.verify.theorem.IndexNotation.rect;

import dev.backproof.verify.kernel.Term;
import java.util.function.UnaryOperator;

/**
 * The notes' network and its gradients in index notation, entry by entry, with i, l from 1 … d, j,
 * p from 1 … h, k, q from 1 … m.
 *
 * <p>Independent of the matrix forms, which are methods over tensors. A quantity that may be given
 * or computed, such as the logits, is a function of its index.
 */
public final class NotesForms {
  /** The label of the example. */
  public static final Term Y = Term.index("y");

  private final IndexNotation notation;

  /** The forms, with a notation that makes their bound indices. */
  public NotesForms(IndexNotation notation) {
    this.notation = notation;
  }

  /** The forms with a notation of their own. */
  NotesForms() {
    this(new IndexNotation());
  }

  /** The notation. */
  IndexNotation notation() {
    return notation;
  }

  /** The entries of a vector that is given. */
  public static UnaryOperator<Term> given(String vector) {
    return index -> entry(vector, index);
  }

  /** hᵃⱼ = b1ⱼ + Σᵢ W1ⱼᵢ·xᵢ (2.1). */
  public Term ha(UnaryOperator<Term> x, Term j) {
    return add(entry("b1", j), notation.sum("d", i -> multiply(entry("W1", j, i), x.apply(i))));
  }

  /** hᵃ of the example x. */
  public UnaryOperator<Term> ha() {
    return j -> ha(given("x"), j);
  }

  /** oᵃₖ = b2ₖ + Σⱼ W2ₖⱼ·hˢⱼ (2.2). */
  public Term oa(UnaryOperator<Term> hs, Term k) {
    return add(entry("b2", k), notation.sum("h", j -> multiply(entry("W2", k, j), hs.apply(j))));
  }

  /** hˢ of the example x. */
  public UnaryOperator<Term> hs() {
    return j -> rect(ha().apply(j));
  }

  /** oᵃ of the example x. */
  public UnaryOperator<Term> oa() {
    return k -> oa(hs(), k);
  }

  /** log Σₖ exp(oᵃₖ) − oᵃ_y (2.4). */
  public Term loss(UnaryOperator<Term> oa) {
    return subtract(notation.logSumExp("m", oa), oa.apply(Y));
  }

  /** −log oˢ_y. */
  public Term lossFromSoftmax(UnaryOperator<Term> oa) {
    return Term.negate(Term.log(notation.softmax("m", oa, Y)));
  }

  /** ∂L/∂oᵃₖ = oˢₖ − δₖᵧ (2.7). */
  public Term gradOa(UnaryOperator<Term> oa, Term k) {
    return subtract(notation.softmax("m", oa, k), delta(k, Y));
  }

  /** ∂L/∂W2ₖⱼ = (oˢₖ − δₖᵧ)·hˢⱼ (2.9). */
  public Term gradW2(UnaryOperator<Term> oa, UnaryOperator<Term> hs, Term k, Term j) {
    return multiply(gradOa(oa, k), hs.apply(j));
  }

  /** ∂L/∂hˢⱼ = Σₖ oˢₖ·W2ₖⱼ − W2ᵧⱼ (2.11). */
  public Term gradHs(UnaryOperator<Term> oa, Term j) {
    Term paths = notation.sum("m", k -> multiply(notation.softmax("m", oa, k), entry("W2", k, j)));
    return subtract(paths, entry("W2", Y, j));
  }

  /** ∂L/∂hᵃⱼ = (Σₖ oˢₖ·W2ₖⱼ − W2ᵧⱼ)·[hᵃⱼ &gt; 0] (2.13). */
  public Term gradHa(UnaryOperator<Term> oa, UnaryOperator<Term> ha, Term j) {
    return multiply(gradHs(oa, j), guard(ha.apply(j)));
  }

  /** ∂L/∂hᵃ of the example x. */
  public UnaryOperator<Term> gradHa() {
    return j -> gradHa(oa(), ha(), j);
  }

  /** ∂L/∂W1ⱼᵢ = ∂L/∂hᵃⱼ·xᵢ (2.15). */
  public Term gradW1(UnaryOperator<Term> gradHa, UnaryOperator<Term> x, Term j, Term i) {
    return multiply(gradHa.apply(j), x.apply(i));
  }

  /** ∂L/∂x_l = Σⱼ ∂L/∂hᵃⱼ·W1ⱼ_l (2.17). */
  public Term gradX(UnaryOperator<Term> gradHa, Term l) {
    return notation.sum("h", j -> multiply(gradHa.apply(j), entry("W1", j, l)));
  }
}
