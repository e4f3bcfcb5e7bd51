package dev.backproof.verify.kernel;

import java.util.List;

/**
 * A call of a rule, as it is logged.
 *
 * @param rule the rule
 * @param terms its arguments that are terms
 * @param premises the numbers of the theorems it was given
 */
public record Step(Rule rule, List<Term> terms, List<Integer> premises) {
  /** Copies the lists. */
  public Step {
    terms = List.copyOf(terms);
    premises = List.copyOf(premises);
  }
}
