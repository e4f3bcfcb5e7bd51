package dev.backproof.verify.notes;

import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.check.Witness;
import java.util.List;
import java.util.Optional;

/**
 * What the witnesses said of a claim.
 *
 * @param claim the claim
 * @param statements one result for each of its statements
 */
public record ClaimResult(Claim claim, List<StatementResult> statements) {
  /** Copies the list. */
  public ClaimResult {
    statements = List.copyOf(statements);
  }

  /**
   * {@code AGREES} if every statement does: one that no witness could be asked about leaves the
   * claim {@code NOT_CHECKABLE}, one that is wrong {@code DISAGREES}.
   */
  public Verdict verdict() {
    List<Verdict> verdicts = statements.stream().map(StatementResult::verdict).toList();
    if (verdicts.contains(Verdict.DISAGREES)) {
      return Verdict.DISAGREES;
    }
    boolean unchecked = verdicts.isEmpty() || verdicts.contains(Verdict.NOT_CHECKABLE);
    return unchecked ? Verdict.NOT_CHECKABLE : Verdict.AGREES;
  }

  /** What a witness said over all statements, if it was asked. */
  public Optional<Comparison> of(Witness witness) {
    return statements.stream()
        .flatMap(statement -> statement.comparisons().stream())
        .filter(comparison -> comparison.witness() == witness)
        .reduce(Comparison::and);
  }
}
