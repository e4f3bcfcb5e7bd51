package dev.backproof.verify.notes;

import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.Verdict;
import java.util.List;

/**
 * What the witnesses said of a statement, over all its points.
 *
 * @param label which form of the claim
 * @param sizes at which sizes it was evaluated
 * @param points at how many points it was evaluated
 * @param comparisons one for each witness
 */
public record StatementResult(
    String label, List<Sizes> sizes, int points, List<Comparison> comparisons) {
  /** Copies the list. */
  public StatementResult {
    sizes = List.copyOf(sizes);
    comparisons = List.copyOf(comparisons);
  }

  /** The gravest verdict of any witness. */
  public Verdict verdict() {
    return comparisons.stream()
        .map(Comparison::verdict)
        .reduce(Verdict.NOT_CHECKABLE, Verdict::and);
  }
}
