package dev.backproof.verify.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.backproof.verify.certificate.CertificateText;
import dev.backproof.verify.certificate.Replay;
import dev.backproof.verify.certificate.Replayed;
import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Propositions as tests: each is proved, and its certificate replayed from text. */
final class Proofs {
  private Proofs() {}

  /** What is assumed where a function is not defined everywhere, by subject. */
  static Set<Signs> conditions(String subject) {
    return switch (subject) {
      case "div", "reciprocal" -> Set.of(Signs.NON_ZERO);
      case "log", "pow", "crossEntropyFromProbabilities" -> Set.of(Signs.NON_ZERO, Signs.POSITIVE);
      case "sqrt", "l2Norm" -> Set.of(Signs.POSITIVE);
      default -> Set.of();
    };
  }

  static Stream<DynamicTest> tests(List<Proposition> all, Consumer<Proposition> test) {
    return all.stream().map(p -> dynamicTest(p.name(), () -> test.accept(p)));
  }

  /** Proved at the kinks too. */
  static void assertProvedEverywhere(Proposition proposition) {
    for (Decision.Proved proved : assertProved(proposition, Decider.USUAL)) {
      assertFalse(proved.offKinks(), "off the kinks only");
      assertTrue(proved.kinks().isEmpty());
    }
  }

  /** Proved off the kinks, and refuted at one of them. */
  static void assertProvedOffTheKinksOnly(Proposition proposition) {
    List<Decision.Proved> all = assertProved(proposition, Decider.USUAL);
    assertTrue(all.stream().anyMatch(Decision.Proved::offKinks), "at the kinks too");
    Refutations.assertRefuted(proposition, Decider.USUAL.strictly());
  }

  private static List<Decision.Proved> assertProved(Proposition proposition, Decider decider) {
    return proposition.claim().get().statements().stream()
        .map(statement -> assertProved(proposition, decider, statement))
        .toList();
  }

  private static Decision.Proved assertProved(
      Proposition proposition, Decider decider, Statement statement) {
    Decision.Proved proved =
        assertInstanceOf(Decision.Proved.class, decider.decide(statement), proposition.says());
    String text = CertificateText.write(proved.certificate());
    assertEquals(text, CertificateText.write(CertificateText.read(text)));
    Replayed replayed = Replay.check(text);
    assertEquals(proved.conditions(), replayed.assumptions());
    assertTrue(proved.trials() > 0, "never evaluated");
    if (!proved.offKinks()) {
      Set<Signs> signs =
          proved.conditions().stream().map(Condition::signs).collect(Collectors.toSet());
      assertTrue(
          conditions(proposition.subject()).containsAll(signs),
          () -> "not expected: " + proved.conditions());
    }
    return proved;
  }
}
