package dev.backproof.verify.kernel;

import java.util.List;

/**
 * A statement with a proof. Only a {@link Kernel} makes one, of a theorem that it accepts: whoever
 * drives the kernel need not be trusted.
 */
public final class Proved {
  private final Statement statement;
  private final List<Condition> assumptions;
  private final List<Step> steps;

  Proved(Statement statement, List<Condition> assumptions, List<Step> steps) {
    this.statement = statement;
    this.assumptions = assumptions;
    this.steps = steps;
  }

  /** What is proved. */
  public Statement statement() {
    return statement;
  }

  /** What has to hold for the differentiated side to make sense; elsewhere nothing is proved. */
  public List<Condition> assumptions() {
    return assumptions;
  }

  /** Those hypotheses of the statement that the proof uses. */
  public List<Hypothesis> hypotheses() {
    return steps.stream()
        .filter(step -> step.rule() == Rule.HYPOTHESIS)
        .map(step -> statement.hypotheses().get(step.terms().get(0).number().intValue()))
        .distinct()
        .toList();
  }
}
