package dev.backproof.verify.bench;

import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.prover.Attempt;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.theorem.Attention;
import dev.backproof.verify.theorem.DeepNetwork;
import dev.backproof.verify.theorem.SelfAttention;
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
 * How the cost of a proof grows: milliseconds for the first weight matrix of 1 to 6 layers with
 * rect, for attention by its queries, keys and values, and for self-attention of 1 to 4 heads by
 * the sequence.
 *
 * <p>The left side is the kernel's own derivative, the right side the gradient by hand.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class NetworkProofBenchmark {
  /** What is differentiated: so many layers or heads, or attention by one of its operands. */
  @Param({
    "1 layer",
    "2 layers",
    "3 layers",
    "4 layers",
    "5 layers",
    "6 layers",
    "attention Q",
    "attention K",
    "attention V",
    "1 head",
    "2 heads",
    "3 heads",
    "4 heads"
  })
  @SuppressWarnings("NullAway.Init") // JMH does.
  private String network;

  private ProofWork work = new ProofWork(List.of());

  /** The statements, and a certificate of each. */
  @Setup
  public void prepare() {
    work = new ProofWork(claim(network).statements());
  }

  private static SymbolicClaim claim(String network) {
    String[] words = network.split(" ", 2);
    return switch (words[1]) {
      case "layer", "layers" -> new DeepNetwork(Integer.parseInt(words[0])).derivative();
      case "head", "heads" -> new SelfAttention(Integer.parseInt(words[0])).derivative();
      default -> Attention.valueOf(words[1]).derivative();
    };
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

  /** The checker, from the text of the certificate. */
  @Benchmark
  public int replay() {
    return work.replay();
  }
}
