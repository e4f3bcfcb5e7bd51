package dev.backproof.verify.mlp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.Parameters;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.GradientCheck;
import dev.backproof.verify.check.Question;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.check.Witness;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;

/**
 * For random sizes, activations, penalties, labels and parameters, and every parameter of the
 * network: graph = closed form within 32·u·cond, and each of them = finite differences within the
 * bound these derive from themselves.
 */
@Domain(NetworkCases.class)
class NetworkGradientProperties {
  private static final int TRIES = 150;
  private static final String SEED = "20240917";

  private final GradientCheck check = new GradientCheck();

  @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
  void theClosedFormAgreesWithEveryWitness(@ForAll NetworkCase network) {
    List<DenseTensor> at = network.smoothPoint();
    for (int part = 0; part < Parameters.COUNT; part++) {
      Question question = new Question(network.loss(), part, network.closedForm(part), at);
      check.atSmoothPoint(question).forEach(comparison -> assertAgrees(comparison, network));
    }
  }

  @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
  void theGraphAgreesWithFiniteDifferences(@ForAll NetworkCase network) {
    List<DenseTensor> at = network.smoothPoint();
    for (int part = 0; part < Parameters.COUNT; part++) {
      Question question = new Question(network.loss(), part, network.graph(part), at);
      check.atSmoothPoint(question).stream()
          .filter(comparison -> comparison.witness() == Witness.DIFFERENCES)
          .forEach(comparison -> assertAgrees(comparison, network));
    }
  }

  private static void assertAgrees(Comparison comparison, NetworkCase network) {
    assertEquals(Verdict.AGREES, comparison.verdict(), () -> network + ": " + comparison);
  }
}
