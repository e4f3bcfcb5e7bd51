package dev.backproof.verify.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.backproof.verify.certificate.CertificateText;
import dev.backproof.verify.certificate.Replay;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that are not the notes': gradients by hand, and what the engine finds. */
class LargerNetworksTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theClosedFormOfANetworkOfAnyDepthIsProvedByEveryParameter(int layers) {
    for (int which = 1; which < 2 * layers; which++) {
      proved(new DeepNetwork(layers).derivative(which));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theFirstWeightsOfADeepNetworkAreProved(int layers) {
    proved(new DeepNetwork(layers).derivative());
    proved(new DeepNetwork(layers).engine());
  }

  @ParameterizedTest
  @EnumSource
  void attentionIsProvedByQueriesKeysAndValues(Attention by) {
    proved(by.derivative());
    proved(by.engine());
  }

  @Test
  void selfAttentionIsProvedByTheSequence() {
    proved(new SelfAttention(1).derivative());
    proved(new SelfAttention(2).engine());
  }

  private static void proved(SymbolicClaim claim) {
    for (Statement statement : claim.statements()) {
      Decision.Proved proved =
          assertInstanceOf(Decision.Proved.class, Decider.USUAL.decide(statement));
      assertFalse(proved.offKinks());
      assertEquals(List.of(), proved.conditions());
      String text = CertificateText.write(proved.certificate());
      assertEquals(statement.left(), Replay.check(text).statement().left());
    }
  }
}
