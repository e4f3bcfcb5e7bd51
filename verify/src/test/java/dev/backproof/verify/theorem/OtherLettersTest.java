package dev.backproof.verify.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.certificate.Certificate;
import dev.backproof.verify.certificate.CertificateText;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.prover.Attempt;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.prover.ProofVerdict;
import dev.backproof.verify.prover.Prover;
import dev.backproof.verify.prover.Renaming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What is proved does not hang on letters: with other names for everything, declared in another
 * order, each theorem of the notes is proved, and each wrong one is not.
 */
class OtherLettersTest {
  /** The letters that indices, tensors and the tool's own index form like to have. */
  private static final List<String> CONFUSING =
      List.of(
          "i", "k", "j", "i1", "q", "l", "p", "r", "t", "k1", "j1", "e", "E", "d0", "log", "s", "u",
          "m0");

  private static final int RENAMINGS = 4;

  @TestFactory
  Stream<DynamicTest> everyTheoremIsProvedInOtherLetters() {
    return NotesTheorems.all().stream()
        .map(
            theorem ->
                DynamicTest.dynamicTest(
                    theorem.subject() + " " + theorem.label(),
                    () -> theorem.claim().get().statements().forEach(OtherLettersTest::renamed)));
  }

  private static void renamed(Statement statement) {
    for (int seed = 0; seed < RENAMINGS; seed++) {
      assertProved(Renaming.random(statement, seed + 31L * statement.left().hashCode()));
    }
    assertProved(confused(statement));
  }

  private static void assertProved(Statement statement) {
    Attempt attempt = Prover.prove(statement);
    assertTrue(
        attempt instanceof Attempt.Proved,
        () -> "open: " + ((Attempt.Open) attempt).reason() + " of " + statement);
  }

  /** Tensors, labels and sizes that are called i, k, i1: every letter of another's kind. */
  private static Statement confused(Statement statement) {
    List<String> old = new ArrayList<>(statement.declarations().tensors().keySet());
    old.addAll(statement.declarations().labels().keySet());
    old.addAll(statement.declarations().sizes());
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < old.size(); i++) {
      names.put(old.get(i), CONFUSING.get(i));
    }
    return Renaming.of(statement, names);
  }

  @TestFactory
  Stream<DynamicTest> theVerdictIsTheSameInOtherLetters() {
    return NotesTheorems.all().stream()
        .filter(theorem -> !theorem.label().contains("minibatch"))
        .filter(theorem -> theorem.label().endsWith("index") || theorem.label().contains("alone"))
        .map(
            theorem ->
                DynamicTest.dynamicTest(
                    theorem.subject() + " " + theorem.label(),
                    () -> theorem.claim().get().statements().forEach(OtherLettersTest::same)));
  }

  /** Of the claim, and of a wrong one. */
  private static void same(Statement statement) {
    Statement wrong =
        new Statement(
            statement.declarations(),
            statement.hypotheses(),
            statement.left(),
            Term.add(statement.right(), Term.ONE),
            false);
    Decision.Proved proved =
        assertInstanceOf(Decision.Proved.class, Decider.USUAL.decide(statement));
    Decision.Proved other =
        assertInstanceOf(
            Decision.Proved.class, Decider.USUAL.decide(Renaming.random(statement, 7)));
    assertEquals(proved.offKinks(), other.offKinks());
    assertEquals(proved.conditions().size(), other.conditions().size());
    assertEquals(proved.hypotheses().size(), other.hypotheses().size());
    assertEquals(ProofVerdict.REFUTED, Decider.USUAL.decide(wrong).verdict());
    assertEquals(ProofVerdict.REFUTED, Decider.USUAL.decide(Renaming.random(wrong, 7)).verdict());
  }

  /** Two searches make the same certificate, byte for byte; also of terms that were made anew. */
  @TestFactory
  Stream<DynamicTest> twoRunsMakeTheSameCertificate() {
    return NotesTheorems.all().stream()
        .map(
            theorem ->
                DynamicTest.dynamicTest(
                    theorem.subject() + " " + theorem.label(),
                    () -> assertEquals(texts(theorem), texts(theorem))));
  }

  private static List<String> texts(Proposition theorem) {
    List<String> texts = new ArrayList<>();
    for (Statement statement : theorem.claim().get().statements()) {
      Attempt.Proved proof = assertInstanceOf(Attempt.Proved.class, Prover.prove(statement));
      texts.add(
          CertificateText.write(new Certificate(proof.statement(), proof.steps(), List.of())));
    }
    return texts;
  }

  @Test
  void aRenamingIsInjectiveAndReallyOne() {
    Statement statement = NotesTheorems.all().get(0).claim().get().statements().get(0);
    Set<Term> sides = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      Statement other = Renaming.random(statement, seed);
      assertEquals(
          statement.declarations().tensors().size(), other.declarations().tensors().size());
      sides.add(other.left());
    }
    assertTrue(sides.size() > 10, "other names each time");
  }
}
