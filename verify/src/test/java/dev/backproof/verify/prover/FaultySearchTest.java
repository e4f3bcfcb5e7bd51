package dev.backproof.verify.prover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.certificate.Certificate;
import dev.backproof.verify.certificate.Replay;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.theorem.NotesTheorems;
import dev.backproof.verify.theorem.Proposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Faults planted in the search prove nothing false: they only lose proofs. */
class FaultySearchTest {
  /** Claims with sums, δ, guards, exponentials, logarithms, hypotheses and derivatives. */
  private static final Set<String> CLAIMS =
      Set.of(
          "1.1", "1.2", "1.4", "1.6", "1.9", "2.3", "2.4", "2.7", "2.9", "2.11", "2.14", "2.15",
          "2.18", "3.1");

  private static final int BUDGET = 20_000;
  private static final int TRIES = 8;
  private static final List<Statement> TRUE = truths();
  private static final List<FalseClaims.FalseClaim> FALSE = falsehoods();

  private static List<Statement> truths() {
    return NotesTheorems.all().stream()
        .filter(theorem -> CLAIMS.contains(theorem.subject()))
        .map(Proposition::claim)
        .map(claim -> claim.get().statements().get(0))
        .filter(statement -> !statement.declarations().sizes().contains("n"))
        .toList();
  }

  private static List<FalseClaims.FalseClaim> falsehoods() {
    List<FalseClaims.FalseClaim> all = new ArrayList<>();
    List<Mutation> kinds = List.of(Mutation.values());
    long seed = 900;
    for (Statement truth : TRUE) {
      FalseClaims claims = new FalseClaims(truth, seed++);
      for (int i = 0; i < TRIES; i++) {
        int kind = (int) ((seed * TRIES + i) % kinds.size());
        claims.random(kinds.get(kind)).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Attempt prove(Statement statement, FaultyDeduction.Fault fault, long seed) {
    return Prover.prove(
        statement, BUDGET, (kernel, budget) -> new FaultyDeduction(kernel, budget, fault, seed));
  }

  @Test
  void withoutAFaultAllThatIsTrueIsProved() {
    assertTrue(TRUE.size() >= 60 && FALSE.size() >= 200, TRUE.size() + ", " + FALSE.size());
    assertEquals(TRUE.size(), proofs(FaultyDeduction.Fault.NONE));
  }

  @TestFactory
  Stream<DynamicTest> nothingFalseIsProvedByASearchWithAFault() {
    return Stream.of(FaultyDeduction.Fault.values())
        .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> nothingFalse(fault)));
  }

  private static void nothingFalse(FaultyDeduction.Fault fault) {
    long seed = 0;
    for (FalseClaims.FalseClaim claim : FALSE) {
      Statement statement = claim.statement();
      assertFalse(
          prove(statement, fault, seed++) instanceof Attempt.Proved,
          () -> "proved and false: " + claim);
      if (statement.isDerivative() && !claim.atKinksOnly()) {
        assertFalse(
            prove(statement.withoutKinks(), fault, seed++) instanceof Attempt.Proved,
            () -> "proved off the kinks and false there: " + claim);
      }
    }
  }

  /** The faults are faults: with each of them something true is no longer proved. */
  @TestFactory
  Stream<DynamicTest> eachFaultLosesProofs() {
    return Stream.of(FaultyDeduction.Fault.values())
        .filter(fault -> fault != FaultyDeduction.Fault.NONE)
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.name(), () -> assertTrue(proofs(fault) < TRUE.size(), "no fault")));
  }

  /** How many true statements are proved; what is, is replayed without the search. */
  private static int proofs(FaultyDeduction.Fault fault) {
    int proofs = 0;
    long seed = 0;
    for (Statement statement : TRUE) {
      if (prove(statement, fault, seed++) instanceof Attempt.Proved proof) {
        proofs++;
        Replay.check(new Certificate(proof.statement(), proof.steps(), List.of()));
      }
    }
    return proofs;
  }
}
