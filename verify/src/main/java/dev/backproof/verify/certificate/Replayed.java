package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Proved;
import dev.backproof.verify.kernel.Sample;
import dev.backproof.verify.kernel.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A statement that has been proved, and under which conditions.
 *
 * @param proved what the kernel made of the last step
 * @param sample a point of the certificate at which the statement was seen to say something
 * @param steps the number of steps
 */
public record Replayed(Proved proved, Optional<Sample> sample, int steps) {
  /** What is proved. */
  public Statement statement() {
    return proved.statement();
  }

  /** What has to hold for the differentiated side to make sense; elsewhere nothing is proved. */
  public List<Condition> assumptions() {
    return proved.assumptions();
  }

  /** Those hypotheses of the statement that the proof uses. */
  public List<Hypothesis> hypotheses() {
    return proved.hypotheses();
  }
}
