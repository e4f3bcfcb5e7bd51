package dev.backproof.verify.bench;

import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.theorem.NotesTheorems;
import dev.backproof.verify.theorem.Proposition;
import java.util.List;
import org.openjdk.jmh.annotations.Param;

/**
 * What it takes to prove gradients of the notes for all sizes: milliseconds for each end-to-end
 * gradient, and for everything that is proved of the notes together.
 *
 * <p>The left side is the kernel's own derivative of the loss that runs. Which claims, and what is
 * measured beside: {@code -Dbenchmark.args="NotesProof -p theorem=notes"}.
 */
public class NotesProofBenchmark extends ProofBenchmark {
  private static final String ALL = "notes";

  /** A claim and its gradient; or all theorems of the notes. */
  @Param({
    "2.9 index, W2",
    "2.10 matrix, W2",
    "2.15 index, W1",
    "2.16 matrix, W1",
    "2.17 matrix, x",
    "2.18 matrix, W1",
    "3.2 W1",
    ALL
  })
  @SuppressWarnings("NullAway.Init") // JMH does.
  private String theorem;

  @Override
  List<Statement> statements() {
    String end = " end to end, derivative";
    List<Statement> statements =
        NotesTheorems.all().stream()
            .filter(p -> theorem.equals(ALL) || name(p).equals(theorem + end))
            .flatMap(p -> p.claim().get().statements().stream())
            .toList();
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("no such theorem: " + theorem);
    }
    return statements;
  }

  private static String name(Proposition proposition) {
    String label = proposition.label().replace("matrix, end to end", "matrix, x end to end");
    return proposition.subject() + " " + label;
  }
}
