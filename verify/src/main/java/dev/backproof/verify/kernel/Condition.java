package dev.backproof.verify.kernel;

import java.util.List;

/**
 * For all values of some indices a term has a sign: what has to hold for a statement to make sense.
 *
 * @param signs the signs the term is within
 * @param indices machine-made indices of the term that are universally quantified
 * @param term the term
 */
public record Condition(Signs signs, List<Term> indices, Term term) {
  /** Copies the list. */
  public Condition {
    indices = List.copyOf(indices);
  }

  @Override
  public String toString() {
    return signs + " " + term;
  }
}
