package dev.backproof.verify.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Primitive;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Tensor;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.GradientCheck;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.check.Witness;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesCheckTest {
  private static final long SEED = 20;

  private static Claim claim(String id) {
    return NotesClaims.find(id).orElseThrow();
  }

  private static List<StatementResult> run(long seed, String id) {
    return new NotesCheck(seed, 4, 1).run(claim(id)).statements();
  }

  @Test
  void everyClaimAgrees() {
    List<ClaimResult> told = new ArrayList<>();
    List<ClaimResult> results = new NotesCheck(SEED, 4, 1).run(NotesClaims.all(), told::add);
    assertEquals(results, told);
    assertEquals(30, results.size());
    for (ClaimResult result : results) {
      assertEquals(Verdict.AGREES, result.verdict(), result::toString);
      for (StatementResult statement : result.statements()) {
        assertTrue(
            statement.comparisons().stream().anyMatch(c -> c.entries() > 0), statement::toString);
      }
    }
  }

  @Test
  void oneSeedGivesOneResult() {
    assertEquals(run(SEED, "2.15"), run(SEED, "2.15"));
  }

  @Test
  void whatIsFoundDoesNotDependOnTheOtherClaims() {
    List<ClaimResult> both =
        new NotesCheck(SEED, 4, 1).run(List.of(claim("2.7"), claim("2.15")), result -> {});
    assertEquals(run(SEED, "2.15"), both.get(1).statements());
  }

  @Test
  void anotherSeedGivesOtherPoints() {
    assertNotEquals(run(SEED, "2.15"), run(SEED + 1, "2.15"));
  }

  @Test
  void everySizeHasItsNumberOfPoints() {
    Claim smooth = new Claim("0.0", "smooth", withoutKinks());
    for (StatementResult result : new NotesCheck(SEED, 3, 2).run(smooth).statements()) {
      assertEquals(6, result.points(), result::toString);
    }
  }

  private static List<Statement> withoutKinks() {
    List<Statement> smooth =
        List.of("1.4", "2.7", "2.13").stream()
            .flatMap(id -> claim(id).statements().stream())
            .filter(statement -> statement.kinks().isEmpty())
            .toList();
    assertTrue(smooth.size() >= 3, smooth::toString);
    return smooth;
  }

  @Test
  void identitiesAreHeldAtTheirJumpsToo() {
    WrongClaim wrong = WrongClaims.find("r5").orElseThrow();
    Claim claim = new Claim("r5", wrong.wrong(), List.of(wrong.statement()));
    ClaimResult result = new NotesCheck(SEED, 1, 1).run(claim);
    assertEquals(Verdict.DISAGREES, result.verdict());
    assertEquals(2, result.statements().get(0).points(), "one like any other, and 0");
  }

  @Test
  void checkingNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new NotesCheck(SEED, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new NotesCheck(SEED, 1, 0));
  }

  /** The rule of tanh and sigmoid, off by a thousandth. */
  private record WrongTanh() implements VjpRules {
    @Override
    public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
      T right = VjpRules.super.pull(of, which, yBar);
      boolean wrong =
          of.op().primitive() == Primitive.MAP && of.op().elementary() == Elementary.TANH;
      return wrong ? right.plus(right.constant(1, 1000).times(right)) : right;
    }
  }

  @Test
  void aWrongRulePageShowsInTheClaimsThatUseItAndNowhereElse() {
    NotesCheck check =
        new NotesCheck(SEED, 3, 1, new GradientCheck(new WrongTanh(), JvpRules.PAGE));
    ClaimResult wrong = check.run(claim("1.4"));
    assertEquals(Verdict.DISAGREES, wrong.verdict());
    Comparison graph = wrong.of(Witness.GRAPH).orElseThrow();
    assertEquals(Verdict.DISAGREES, graph.verdict());
    String detail = graph.detail().orElseThrow();
    assertTrue(
        detail.matches("entry 0 of \\[]: graph [-0-9.E]+, by hand [-0-9.E]+ at x = .+"), detail);
    assertEquals(Verdict.AGREES, wrong.of(Witness.FORWARD).orElseThrow().verdict());
    for (String other : List.of("1.3", "1.8", "2.7", "2.13")) {
      assertEquals(Verdict.AGREES, check.run(claim(other)).verdict(), other);
    }
  }

  @Test
  void aStatementThatCouldNotBeCheckedLeavesItsClaimOpen() {
    StatementResult checked = new NotesCheck(SEED, 1, 1).run(claim("1.4")).statements().get(0);
    Statement.Ratio flat =
        new Statement.Ratio(
            "flat",
            List.of(Operand.X),
            Formula.of(NotesCheckTest::nothing),
            0,
            Formula.of(NotesCheckTest::zeros),
            List.of());
    Claim claim = new Claim("0.0", "nothing to divide by", List.of(flat));
    StatementResult open = new NotesCheck(SEED, 3, 1).run(claim).statements().get(0);
    assertEquals(Verdict.NOT_CHECKABLE, open.verdict());
    assertEquals(Verdict.NOT_CHECKABLE, new ClaimResult(claim, List.of(checked, open)).verdict());
    assertEquals(Verdict.NOT_CHECKABLE, new ClaimResult(claim, List.of()).verdict());
    assertEquals(
        Verdict.NOT_CHECKABLE, new StatementResult("none", List.of(), 0, List.of()).verdict());
  }

  private static <T extends Tensor<T>> T nothing(T x) {
    return x.minus(x).sum();
  }

  private static <T extends Tensor<T>> T zeros(T x) {
    return x.zero().broadcastTo(x.shape());
  }

  @Test
  void theLawsOfTheEngineHoldAtAnySeed() {
    for (long seed = 0; seed < 20; seed++) {
      for (Comparison law : NotesEngine.check(RandomTensors.seeded(seed))) {
        assertEquals(Verdict.AGREES, law.verdict(), law::toString);
      }
    }
  }
}
