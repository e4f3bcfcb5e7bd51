package dev.backproof.verify.assertion;

import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the numerical witnesses said at a point.
 *
 * @param comparisons one for each witness, with the error reached and the bound
 */
public record Evidence(List<Comparison> comparisons) {
  /** Copies the list. */
  public Evidence {
    comparisons = List.copyOf(comparisons);
  }

  /** The verdict of all: one that disagrees outweighs the others. */
  public Verdict verdict() {
    return comparisons.stream()
        .map(Comparison::verdict)
        .reduce(Verdict.NOT_CHECKABLE, Verdict::and);
  }

  /** A line for each witness: the error reached, and the bound. */
  @Override
  public String toString() {
    return comparisons.stream().map(Comparison::toString).collect(Collectors.joining("\n"));
  }
}
