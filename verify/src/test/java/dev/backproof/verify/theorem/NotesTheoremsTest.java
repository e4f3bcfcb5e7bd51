package dev.backproof.verify.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.mlp.Parameters;
import dev.backproof.verify.certificate.CertificateText;
import dev.backproof.verify.certificate.Replay;
import dev.backproof.verify.certificate.Replayed;
import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each theorem of the notes is proved, and replayed from the text of its certificate. */
class NotesTheoremsTest {
  /** The λ of the penalty and the step size are positive; rows of Y are distributions. */
  private static final Set<String> SUPPOSED =
      Set.of("lam", "lam2", "lam3", "lam4", "lam11", "lam12", "lam21", "lam22", "eta", "Y");

  @TestFactory
  Stream<DynamicTest> everyTheoremIsProvedAndReplayed() {
    return NotesTheorems.all().stream()
        .map(
            proposition ->
                DynamicTest.dynamicTest(
                    proposition.subject() + " " + proposition.label(), () -> check(proposition)));
  }

  private static void check(Proposition proposition) {
    for (Statement statement : proposition.claim().get().statements()) {
      Decision.Proved proved =
          assertInstanceOf(Decision.Proved.class, Decider.USUAL.decide(statement));
      assertFalse(proved.offKinks(), "proved everywhere");
      assertTrue(proved.kinks().isEmpty());
      assertTrue(proved.trials() >= 4, "evaluated afterwards");
      proved.conditions().forEach(c -> assertHolds(statement.declarations(), c));
      proved
          .hypotheses()
          .forEach(h -> assertTrue(isSupposed(h.left()), () -> "not of the notes: " + h));

      String text = CertificateText.write(proved.certificate());
      assertEquals(text, CertificateText.write(CertificateText.read(text)));
      Replayed replayed = Replay.check(text);
      assertEquals(statement.left(), replayed.statement().left());
      assertEquals(statement.right(), replayed.statement().right());
      assertEquals(statement.hypotheses(), replayed.statement().hypotheses());
      assertFalse(replayed.statement().offKinks());
      assertEquals(proved.conditions(), replayed.assumptions());
    }
  }

  private static boolean isSupposed(Term term) {
    return term.is(Term.Kind.ENTRY)
        ? SUPPOSED.contains(term.name())
        : term.arguments().stream().anyMatch(NotesTheoremsTest::isSupposed);
  }

  /** No claim of the notes needs a condition: what the kernel cannot see at once is a theorem. */
  private static void assertHolds(Declarations declarations, Condition condition) {
    Term t = condition.term();
    Term holds =
        condition.signs().equals(Signs.POSITIVE)
            ? Term.guard(t)
            : Term.add(Term.guard(t), Term.guard(Term.negate(t)));
    assertTrue(condition.indices().isEmpty(), () -> "holds for each index: " + condition);
    Decision decision = Decider.USUAL.decide(new Statement(declarations, holds, Term.ONE));
    Decision.Proved proved = assertInstanceOf(Decision.Proved.class, decision, condition::toString);
    assertEquals(List.of(), proved.conditions());
    assertEquals(List.of(), proved.hypotheses());
  }

  @Test
  void namesAreUnique() {
    List<String> names = NotesTheorems.all().stream().map(Proposition::name).toList();
    assertEquals(names.size(), Set.copyOf(names).size());
  }

  /** 3.3 is a numerical check; the argmin of 2.5 is no equation. */
  @Test
  void everyClaimButTheNumericalCheckHasTheorems() {
    for (Claim claim : NotesClaims.all()) {
      boolean proved = !NotesTheorems.of(claim, VjpRules.PAGE).isEmpty();
      assertEquals(!claim.id().equals("3.3"), proved, claim::id);
    }
  }

  /** A gradient has the kernel's derivative and the engine's backward sweep on its left side. */
  @Test
  void everyGradientIsProvedOfTheDerivativeAndOfTheEngine() {
    Map<String, Set<String>> labels = labels();
    for (Claim claim : NotesClaims.all()) {
      Set<String> ofClaim = labels.getOrDefault(claim.id(), Set.of());
      claim.statements().stream()
          .filter(s -> s instanceof dev.backproof.verify.notes.Statement.Gradient)
          .forEach(
              s -> {
                assertTrue(ofClaim.contains(s.label() + ", derivative"), s::label);
                assertTrue(ofClaim.contains(s.label() + ", engine"), s::label);
              });
    }
  }

  /**
   * The forms that the claims file asks for, claim by claim. 2.7 and 2.8, 2.9 and 2.10, 2.11 and
   * 2.12, 2.13 and 2.14, 2.15 and 2.16 are the index and the matrix form of one claim.
   */
  private static final String FORMS =
      """
      1.1   statement | definition | index
      1.2   statement | definition | index
      1.3   statement, derivative | statement, engine | index
      1.4   statement, derivative | statement, engine | index
      1.5   statement | index
      1.6   statement, derivative | statement, engine | index
      1.7   statement, derivative | statement, engine | index
      1.8   matrix, derivative | matrix, engine | index
      1.9   matrix, derivative | matrix, engine | index
      2.1   matrix = index | index, network that runs
      2.2   matrix = index | index, network that runs
      2.3   positive | sums to 1 | stable = definition | index | index, sums to 1
      2.4   statement | stable = definition | index, loss that runs
      2.5   number of parameters | risk = mean of the losses
      2.7   matrix, from log Σ exp − oᵃ_y, derivative | matrix, from −log oˢ_y, derivative
      2.7   matrix, from log Σ exp − oᵃ_y, engine | matrix, from −log oˢ_y, engine
      2.7   index, by cases, derivative | index, from log Σ exp − oᵃ_y | index, from −log oˢ_y
      2.8   NumPy, labels from 1, derivative | NumPy, labels from 1, engine
      2.9   index, W2 alone, derivative | index, W2 alone | index, W2, loss that runs
      2.9   index, W2 end to end, engine | index, b2 end to end, engine | index, b2, loss that runs
      2.10  matrix, W2 alone, derivative | matrix, W2 alone, engine
      2.10  matrix, b2 alone, derivative | matrix, b2 alone, engine
      2.10  matrix, W2 end to end, derivative | matrix, W2 end to end, engine
      2.10  matrix, b2 end to end, derivative | matrix, b2 end to end, engine
      2.11  index, derivative | index, alone, derivative | index, with the loss
      2.11  index, engine | index, alone, engine | index = closed form
      2.12  matrix, derivative | matrix, engine | matrix, alone, derivative | matrix, alone, engine
      2.12  both matrix forms | matrix = index
      2.13  index, derivative | index, engine | index, with the loss
      2.14  matrix, alone, derivative | matrix, alone, engine | [rect(z) > 0] = [z > 0]
      2.14  NumPy, with the mask of hˢ, derivative | NumPy, with the mask of hˢ, engine
      2.15  index, W1 alone, derivative | index, W1 alone | index, W1, loss that runs
      2.15  index, W1 end to end, engine | index, b1 end to end, engine | index, b1, loss that runs
      2.16  matrix, W1 alone, derivative | matrix, W1 alone, engine
      2.16  matrix, b1 alone, derivative | matrix, b1 alone, engine
      2.16  matrix, W1 end to end, derivative | matrix, W1 end to end, engine
      2.16  matrix, b1 end to end, derivative | matrix, b1 end to end, engine
      2.17  matrix, alone, derivative | matrix, end to end, derivative | matrix, end to end, engine
      2.17  index, end to end, engine | index, x, loss that runs | index = closed form
      2.18  matrix, alone, derivative | matrix, alone, engine | index, alone
      2.18  matrix, W1 end to end, derivative | matrix, b1 end to end, derivative
      2.18  matrix, W2 end to end, derivative | matrix, b2 end to end, derivative
      2.18  matrix, W1 end to end, engine | matrix, b1 end to end, engine
      2.18  matrix, W2 end to end, engine | matrix, b2 end to end, engine
      3.1   softmax | log Σ exp | index, softmax | index, log Σ exp
      3.2   G_OA, arbitrary Y, derivative | G_OA, arbitrary Y, engine | index, G_OA
      3.2   matrix, G_OA of −ΣY·log OS/n, if rows of Y sum to 1
      3.2   X end to end, derivative | X end to end, engine | index, X, loss that runs
      """;

  @Test
  void everyFormIsThere() {
    Map<String, Set<String>> labels = labels();
    for (String line : FORMS.lines().toList()) {
      String[] parts = line.split("\\s+", 2);
      for (String label : parts[1].split(" \\| ", -1)) {
        assertTrue(labels.getOrDefault(parts[0], Set.of()).contains(label.strip()), line);
      }
    }
  }

  /** Of one example and of a minibatch, of each of the four parameters. */
  @Test
  void theMinibatchIsProvedInEachParameter() {
    Map<String, Set<String>> labels = labels();
    for (String parameter : Parameters.NAMES.list()) {
      Set<String> ofMinibatch = labels.getOrDefault("3.2", Set.of());
      for (String form :
          List.of(
              "%s end to end, derivative",
              "%s end to end, engine",
              "index, %s, loss that runs",
              "minibatch = mean of the examples, %s")) {
        assertTrue(ofMinibatch.contains(form.replace("%s", parameter)), parameter);
      }
      assertTrue(
          labels
              .getOrDefault("2.6", Set.of())
              .containsAll(
                  Set.of(
                      "step = mean of the steps, closed form, " + parameter,
                      "step = mean of the steps, engine, " + parameter)));
      assertTrue(
          labels
              .getOrDefault("2.18", Set.of())
              .contains("minibatch = mean, with penalty, " + parameter));
    }
  }

  private static Map<String, Set<String>> labels() {
    Function<Proposition, String> subject = Proposition::subject;
    return NotesTheorems.all().stream()
        .collect(
            Collectors.groupingBy(
                subject, Collectors.mapping(Proposition::label, Collectors.toSet())));
  }
}
