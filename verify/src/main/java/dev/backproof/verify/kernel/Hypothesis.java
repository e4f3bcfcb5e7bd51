package dev.backproof.verify.kernel;

import java.util.List;

/**
 * What a statement takes for granted, for all values of some machine-made indices.
 *
 * @param indices the indices that are universally quantified
 * @param left a term
 * @param right an equal one; the same term if only a sign is assumed
 * @param signs the signs of the left term
 */
public record Hypothesis(List<Term> indices, Term left, Term right, Signs signs) {
  /** Copies the list. */
  public Hypothesis {
    indices = List.copyOf(indices);
  }

  /** Two terms are equal. */
  public static Hypothesis equation(List<Term> indices, Term left, Term right) {
    return new Hypothesis(indices, left, right, Signs.ANY);
  }

  /** A term has a sign. */
  public static Hypothesis sign(List<Term> indices, Term term, Signs signs) {
    return new Hypothesis(indices, term, term, signs);
  }

  @Override
  public String toString() {
    return left.equals(right) ? signs + " " + left : left + " = " + right;
  }
}
