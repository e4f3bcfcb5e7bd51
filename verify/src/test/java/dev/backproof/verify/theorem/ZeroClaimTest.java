package dev.backproof.verify.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The silent zero: that a gradient of the notes is 0, what comes out if a variable under a binder
 * is taken for a constant, is refuted of each.
 */
class ZeroClaimTest {
  /** Enough for the proof of most gradients. */
  private static final Decider QUICK = new Decider(3_000, 24, 1, true);

  private static List<Proposition> gradients() {
    return NotesTheorems.all().stream()
        .filter(t -> t.claim().get().statements().get(0).isDerivative())
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> thatAGradientIsZeroIsRefuted() {
    return gradients().stream()
        .map(
            theorem ->
                DynamicTest.dynamicTest(
                    theorem.subject() + " " + theorem.label(), () -> refuted(theorem)));
  }

  private static void refuted(Proposition theorem) {
    for (Statement truth : theorem.claim().get().statements()) {
      Statement zero =
          new Statement(truth.declarations(), truth.hypotheses(), truth.left(), Term.ZERO, false);
      Refutation found =
          assertInstanceOf(Decision.Refuted.class, QUICK.decide(zero)).counterexample();
      assertEquals(found, Refutation.check(zero, found.point()));
    }
  }

  @Test
  void thereAreMany() {
    assertTrue(gradients().size() >= 60, () -> "only " + gradients().size());
  }
}
