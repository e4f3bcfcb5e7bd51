package dev.backproof.verify.training;

import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.Verdict;

/**
 * The closed form of the gradient, held against its witnesses after an epoch.
 *
 * @param epoch which, from 1; 0 is before the first
 * @param graph against the graph
 * @param differences against differences of the loss
 */
public record CheckedEpoch(int epoch, Comparison graph, Comparison differences) {
  /** Whether neither disagrees. */
  public boolean agrees() {
    return graph.verdict() != Verdict.DISAGREES && differences.verdict() != Verdict.DISAGREES;
  }
}
