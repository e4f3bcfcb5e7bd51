package dev.backproof.verify.bench;

import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.theorem.Attention;
import dev.backproof.verify.theorem.DeepNetwork;
import dev.backproof.verify.theorem.SelfAttention;
import java.util.List;
import org.openjdk.jmh.annotations.Param;

/**
 * How the cost of a proof grows: milliseconds for the first weight matrix of 1 to 6 layers with
 * rect, for attention by its queries, keys and values, and for self-attention of 1 to 4 heads by
 * the sequence.
 *
 * <p>The left side is the kernel's own derivative, the right side the gradient by hand.
 */
public class NetworkProofBenchmark extends ProofBenchmark {
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

  @Override
  List<Statement> statements() {
    return claim(network).statements();
  }

  private static SymbolicClaim claim(String network) {
    String[] words = network.split(" ", 2);
    return switch (words[1]) {
      case "layer", "layers" -> new DeepNetwork(Integer.parseInt(words[0])).derivative();
      case "head", "heads" -> new SelfAttention(Integer.parseInt(words[0])).derivative();
      default -> Attention.valueOf(words[1]).derivative();
    };
  }
}
