package dev.backproof.verify.prover;

/** What became of a claim: the same words wherever it is spoken of. */
public enum ProofVerdict {
  /** Equal for all sizes and all inputs of the stated domain; a certificate says why. */
  PROVED,
  /** Exact inputs at which enclosures of the two sides are disjoint. */
  REFUTED,
  /** No proof within the budget, and no difference in the trials. */
  UNDECIDED,
  /** Cannot be read, or the shapes or index ranges do not fit. */
  MALFORMED
}
