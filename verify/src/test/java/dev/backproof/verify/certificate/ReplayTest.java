package dev.backproof.verify.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Step;
import dev.backproof.verify.kernel.Term;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {
  private static final String NORM = CertificateText.write(SmallProofs.squaredNorm());

  /** Edits by hand of the proof of ∂(Σ x²)/∂x = 2·x. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t1 power 2 t0|t1 power 3 t0|2|26|the middle terms differ: ",
        "t5 number 2|t5 number 3|2|26|the middle terms differ: ",
        "t9 entry x #0:d|t9 entry y #0:d|1|25|no such tensor: y",
        "t7 index #0:d|t7 index #1:d|2|26|the middle terms differ: ",
        "t7 index #0:d|t7 index #0:e|1|25|no such size: e",
        "s0 derive t4|s0 derive t3|0|20|not a side of the statement: x[l]",
        "s0 derive t4|s0 reflexive t4|0|20|a derivative in a rule: ",
        "s0 derive t4|s0 derive|0|20|derive: wrong number of arguments",
        "s1 sumDelta t7 t8 t10|s1 sumDelta t8 t7 t10|1|25|not an index made by the machine: l",
        "s1 sumDelta t7 t8 t10|s1 sumDelta t7 t10 t10|1|25|not an index: ",
        "s1 sumDelta t7 t8 t10|s1 sumFactor t7 t10 t10|1|25|the factor depends on the index: ",
        "s1 sumDelta t7 t8 t10|s1 sumDelta t7 t8 t10 s0|1|25|sumDelta: wrong number",
        "s2 transitive s0 s1|s2 transitive s1 s0|2|26|the middle terms differ: ",
        "s2 transitive s0 s1|s2 symmetric s0|2|26|the last theorem is not the statement: ",
        "label l d|label l d d|0|0|wrong number of indices: l",
        "tensor x d|tensor x|0|0|wrong number of indices: x[",
      })
  void anEditedProofIsRefusedAtTheStep(String line, String by, int step, int at, String reason) {
    String text = NORM.replace("\n" + line + "\n", "\n" + by + "\n");
    assertFalse(text.equals(NORM), line);
    Refused refused = assertThrows(Refused.class, () -> Replay.check(text));
    assertTrue(refused.reason().startsWith(reason), refused.reason());
    assertEquals(at == 0 ? OptionalInt.empty() : OptionalInt.of(step), refused.step());
    assertEquals(at == 0 ? OptionalInt.empty() : OptionalInt.of(at), refused.line());
  }

  @Test
  void theSameProofProvesLessOffTheKinks() {
    String text = NORM.replace("kinks everywhere", "kinks off");
    assertTrue(Replay.check(text).statement().offKinks());
  }

  @Test
  void aRefusalNamesTheStepAndItsRule() {
    Refused refused =
        assertThrows(Refused.class, () -> Replay.check(NORM.replace("derive t4", "derive t3")));
    assertEquals("step 0 (derive): not a side of the statement: x[l]", refused.getMessage());
    assertEquals(Optional.of(Rule.DERIVE), refused.rule());
  }

  @Test
  void aCertificateWithoutTextIsRefusedAtTheStepToo() {
    Certificate norm = SmallProofs.squaredNorm();
    Certificate cut = new Certificate(norm.statement(), norm.steps().subList(0, 2), List.of());
    Refused refused = assertThrows(Refused.class, () -> Replay.check(cut));
    assertEquals(OptionalInt.of(1), refused.step());
    assertEquals(OptionalInt.empty(), refused.line());
  }

  @Test
  void nothingIsProvedWithoutASide() {
    Certificate norm = SmallProofs.squaredNorm();
    Certificate none = new Certificate(norm.statement(), List.of(), List.of());
    assertEquals("no steps", assertThrows(Refused.class, () -> Replay.check(none)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({"-1", "0", "1", "2147483647"})
  void aPremiseIsAnEarlierStep(int premise) {
    Certificate norm = SmallProofs.squaredNorm();
    Step back = new Step(Rule.SYMMETRIC, List.of(), List.of(premise));
    Certificate changed = new Certificate(norm.statement(), List.of(back), List.of());
    Refused refused = assertThrows(Refused.class, () -> Replay.check(changed));
    assertEquals("no earlier step: " + premise, refused.reason());
  }

  @Test
  void aHypothesisThatDoesNotExistIsRefused() {
    Step step = new Step(Rule.HYPOTHESIS, List.of(Term.number(7)), List.of());
    Certificate changed =
        new Certificate(SmallProofs.squaredNorm().statement(), List.of(step), List.of());
    assertEquals(
        "step 0 (hypothesis): no such hypothesis: 7",
        assertThrows(Refused.class, () -> Replay.check(changed)).getMessage());
  }

  @Test
  void whoeverInterruptsAReplayIsNotToldThatItHolds() {
    Thread.currentThread().interrupt();
    try {
      Refused refused = assertThrows(Refused.class, () -> Replay.check(NORM));
      assertTrue(refused.reason().contains("interrupted"), refused.reason());
    } finally {
      assertTrue(Thread.interrupted(), "the interrupt is kept for the caller");
    }
  }

  @Test
  void assumptionsAndHypothesesAreSaidWithTheStatement() {
    Replayed logarithm = Replay.check(SmallProofs.logarithm());
    assertEquals(
        List.of("positive z"),
        logarithm.assumptions().stream().map(Object::toString).sorted().toList());
    Certificate given =
        RuleProofs.all().stream()
            .filter(c -> c.notes().contains("an equation given"))
            .findFirst()
            .orElseThrow();
    assertEquals(1, Replay.check(given).hypotheses().size(), "of five");
  }

  @Test
  void aHypothesisThatWasRemovedIsMissed() {
    Certificate base =
        RuleProofs.all().stream()
            .filter(c -> c.notes().contains("exp of a logarithm"))
            .findFirst()
            .orElseThrow();
    Statement s = base.statement();
    List<Hypothesis> weaker =
        s.hypotheses().stream()
            .map(h -> Hypothesis.sign(h.indices(), h.left(), Signs.NON_NEGATIVE))
            .toList();
    Certificate changed =
        new Certificate(
            new Statement(s.declarations(), weaker, s.left(), s.right(), false),
            base.steps(),
            List.of());
    Refused refused = assertThrows(Refused.class, () -> Replay.check(changed));
    assertEquals("it is not known that this is positive: x[l]", refused.reason());
  }
}
