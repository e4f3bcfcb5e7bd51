package dev.backproof.verify.bench;

import dev.backproof.verify.certificate.CertificateText;
import dev.backproof.verify.certificate.Replay;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.prover.Attempt;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.prover.Prover;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Statements that are proved again and again: milliseconds for all of them together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class ProofBenchmark {
  private List<Statement> statements = List.of();
  private List<String> certificates = List.of();

  /** What is proved. */
  abstract List<Statement> statements();

  /** The statements, and the text of a certificate of each. */
  @Setup
  public void prepare() {
    statements = statements();
    certificates = statements.stream().map(ProofBenchmark::certificate).toList();
  }

  private static String certificate(Statement statement) {
    if (Decider.USUAL.decide(statement) instanceof Decision.Proved proved) {
      return CertificateText.write(proved.certificate());
    }
    throw new IllegalArgumentException("not proved: " + statement);
  }

  /** The search alone. */
  @Benchmark
  public List<Attempt> prove() {
    return statements.stream().map(Prover::prove).toList();
  }

  /** The search, a replay by a kernel of its own, and the evaluation at points. */
  @Benchmark
  public List<Decision> decide() {
    return statements.stream().map(Decider.USUAL::decide).toList();
  }

  /** The checker, from the texts of the certificates. */
  @Benchmark
  public int replay() {
    return certificates.stream().mapToInt(text -> Replay.check(text).steps()).sum();
  }
}
