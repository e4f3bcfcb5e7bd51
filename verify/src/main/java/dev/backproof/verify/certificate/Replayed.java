package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Sample;
import dev.backproof.verify.kernel.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A statement that has been proved, and under which conditions.
 *
 * @param statement what is proved
 * @param assumptions what has to hold for the differentiated side to make sense; elsewhere nothing
 *     is proved
 * @param hypotheses those of the statement that the proof uses
 * @param sample a point of the certificate at which the statement was seen to say something
 * @param steps the number of steps
 */
public record Replayed(
    Statement statement,
    List<Condition> assumptions,
    List<Hypothesis> hypotheses,
    Optional<Sample> sample,
    int steps) {
  /** Copies the lists. */
  public Replayed {
    assumptions = List.copyOf(assumptions);
    hypotheses = List.copyOf(hypotheses);
  }
}
