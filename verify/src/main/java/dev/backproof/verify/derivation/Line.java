package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Term;
import java.util.Optional;
import java.util.Set;

/**
 * A line of a chain: a term, and why it equals the one before.
 *
 * @param term the term
 * @param spelled names of definitions that are written out in this line
 * @param reason why
 * @param array how the array is written of which the term is an entry, if the line is about arrays
 */
public record Line(Term term, Set<String> spelled, Reason reason, Optional<ArrayTerm> array) {
  /** Copies the set. */
  public Line {
    spelled = Set.copyOf(spelled);
  }

  /** A line in index notation. */
  public static Line of(Term term, Reason reason, String... spelled) {
    return new Line(term, Set.of(spelled), reason, Optional.empty());
  }

  /** How it is written. */
  Symbol written(MathText writer) {
    return array.map(ArrayTerm::symbol).orElseGet(() -> writer.without(spelled).both(term));
  }
}
