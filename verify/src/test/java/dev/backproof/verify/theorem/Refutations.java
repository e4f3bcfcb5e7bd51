package dev.backproof.verify.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import java.util.ArrayList;
import java.util.List;

/** Propositions that are wrong: a counterexample is found, and the kernel agrees. */
final class Refutations {
  private Refutations() {}

  /** At least one entry is refuted; the others are decided one way or the other. */
  static void assertRefuted(Proposition proposition, Decider decider) {
    List<Decision> decisions = new ArrayList<>();
    boolean refuted = false;
    for (Statement statement : proposition.claim().get().statements()) {
      Decision decision = decider.decide(statement);
      decisions.add(decision);
      if (decision instanceof Decision.Refuted wrong) {
        refuted = true;
        Refutation found = wrong.counterexample();
        assertEquals(found, Refutation.check(wrong.statement(), found.point()));
        assertTrue(found.left().isDisjoint(found.right()));
        break;
      }
    }
    assertTrue(refuted, () -> proposition.name() + " is not refuted: " + decisions);
  }
}
