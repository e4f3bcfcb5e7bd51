package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Step;
import java.util.List;
import java.util.Optional;

/**
 * A theorem as data: a statement, and the calls of rules that prove it.
 *
 * <p>It is a claim, not a theorem: only {@link Replay} says whether it holds.
 *
 * @param statement what is said to be proved
 * @param steps the calls, in order; the premises of a step are numbers of earlier ones, and the
 *     last concludes the statement
 * @param sample a point at which the statement says something, so that its proof is not about
 *     nothing
 * @param notes lines for people, which prove nothing
 */
public record Certificate(
    Statement statement, List<Step> steps, Optional<Point> sample, List<String> notes) {
  /**
   * Copies the lists.
   *
   * @throws Refusal if a note is more than a line
   */
  public Certificate {
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
    for (String note : notes) {
      if (!Printable.all(note)) {
        throw new Refusal("a note is one line without control characters: " + note);
      }
    }
  }

  /** A certificate without a sample. */
  public Certificate(Statement statement, List<Step> steps, List<String> notes) {
    this(statement, steps, Optional.empty(), notes);
  }

  /** The same with a sample. */
  public Certificate with(Point point) {
    return new Certificate(statement, steps, Optional.of(point), notes);
  }

  /** Everything a kernel has been asked so far, whose last theorem is to be the statement. */
  public static Certificate of(Kernel kernel, String... notes) {
    return new Certificate(kernel.statement(), kernel.log(), List.of(notes));
  }
}
