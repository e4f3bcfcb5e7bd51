package dev.backproof.verify.kernel;

import java.util.List;
import java.util.stream.Stream;

/**
 * A statement with a proof. Only a {@link Kernel} makes one, of a theorem that it accepts: whoever
 * drives the kernel need not be trusted.
 */
public final class Proved {
  private final Statement statement;
  private final Conditions conditions;
  private final List<Step> steps;

  Proved(Statement statement, Conditions conditions, List<Step> steps) {
    this.statement = statement;
    this.conditions = conditions;
    this.steps = steps;
  }

  /** What is proved. */
  public Statement statement() {
    return statement;
  }

  /** What has to hold for the differentiated side to make sense; elsewhere nothing is proved. */
  public List<Condition> assumptions() {
    return conditions.assumptions();
  }

  /** Those hypotheses of the statement that the proof uses, or that let both sides make sense. */
  public List<Hypothesis> hypotheses() {
    Stream<Hypothesis> used =
        steps.stream()
            .filter(step -> step.rule() == Rule.HYPOTHESIS)
            .map(step -> statement.hypotheses().get(step.terms().get(0).number().intValue()));
    return Stream.concat(conditions.granting().stream(), used).distinct().toList();
  }
}
