package dev.backproof.verify.bench;

import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.prover.Attempt;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.theorem.NotesTheorems;
import dev.backproof.verify.theorem.Proposition;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it takes to prove gradients of the notes for all sizes: milliseconds for each end-to-end
 * gradient, and for everything that is proved of the notes together.
 *
 * <p>The left side is the kernel's own derivative of the loss that runs. Which claims, and what is
 * measured beside: {@code -Dbenchmark.args="NotesProof -p theorem=notes"}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class NotesProofBenchmark {
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

  private ProofWork work = new ProofWork(List.of());

  /** The statements, and a certificate of each. */
  @Setup
  public void prepare() {
    work = new ProofWork(statements(theorem));
  }

  static List<Statement> statements(String theorem) {
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

  /** The search alone. */
  @Benchmark
  public List<Attempt> prove() {
    return work.prove();
  }

  /** The search, a replay by a kernel of its own, and the evaluation at points. */
  @Benchmark
  public List<Decision> decide() {
    return work.decide();
  }

  /** The checker, from the text of the certificates. */
  @Benchmark
  public int replay() {
    return work.replay();
  }
}
