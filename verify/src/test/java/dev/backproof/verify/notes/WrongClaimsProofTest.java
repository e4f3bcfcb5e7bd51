package dev.backproof.verify.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.notes.Sizes.Axis;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.prover.ProofVerdict;
import dev.backproof.verify.theorem.NotesOperands;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The wrong versions of the claims on symbols: refuted at the smallest sizes that show it, or no
 * statement at all. Those with index capture are in {@link IndexCaptureTest} too.
 */
class WrongClaimsProofTest {
  /** Of each the sizes of its counterexample; a size that is not named is 1. */
  private static final Map<String, Map<String, Integer>> SHOWN_AT =
      Map.ofEntries(
          Map.entry("r1", Map.of()),
          Map.entry("r2", Map.of()),
          Map.entry("r3", Map.of()),
          Map.entry("r4", Map.of()),
          Map.entry("r5", Map.of()),
          Map.entry("r6", Map.of()),
          Map.entry("r8", Map.of("d", 2)),
          Map.entry("r9", Map.of("d", 2)),
          Map.entry("r10", Map.of("m", 2)),
          Map.entry("r11", Map.of("m", 2)),
          Map.entry("r12", Map.of("m", 2)),
          Map.entry("r13", Map.of("m", 2)),
          Map.entry("r15", Map.of("m", 2)),
          Map.entry("r16", Map.of("m", 2)),
          Map.entry("r17", Map.of("m", 2)),
          Map.entry("r18", Map.of("m", 2)),
          Map.entry("r19", Map.of("m", 2)),
          Map.entry("r20", Map.of("m", 2)),
          Map.entry("r21", Map.of("m", 2)),
          Map.entry("r22", Map.of("m", 2)),
          Map.entry("r23", Map.of("d", 2)),
          Map.entry("r25", Map.of("d", 2)),
          Map.entry("r26", Map.of("d", 2)),
          Map.entry("r27", Map.of("n", 2)),
          Map.entry("r28", Map.of("m", 2)),
          Map.entry("r29", Map.of("m", 2)),
          Map.entry("r30", Map.of("m", 2)));

  /** Those whose shapes do not fit: what the refusal names, and the sizes with which they do. */
  private record Misfit(List<String> named, Map<Axis, Axis> same) {}

  private static final Map<String, Misfit> MISFITS =
      Map.of(
          "r15", new Misfit(List.of("[m×h]", "[h×m]"), Map.of(Axis.H, Axis.M)),
          "r17", new Misfit(List.of("[m×h]", "[m]", "h ≠ m"), Map.of(Axis.H, Axis.M)),
          "r21", new Misfit(List.of("[h×m]", "[d]", "m ≠ d"), Map.of(Axis.D, Axis.M)),
          "r23", new Misfit(List.of("[h×d]", "[h]", "d ≠ h"), Map.of(Axis.H, Axis.D)));

  private static final Rational LARGEST = Rational.of(2);

  @Test
  void eachWrongClaimIsDecidedHere() {
    List<String> others = new ArrayList<>(WrongClaims.all().stream().map(WrongClaim::id).toList());
    others.removeAll(SHOWN_AT.keySet());
    assertEquals(List.of("r7", "r14", "r24"), others);
  }

  @TestFactory
  Stream<DynamicTest> eachIsRefutedAtTheSmallestSizesThatShowIt() {
    return WrongClaims.all().stream()
        .filter(wrong -> SHOWN_AT.containsKey(wrong.id()))
        .map(wrong -> DynamicTest.dynamicTest(wrong.toString(), () -> refuted(wrong)));
  }

  private static void refuted(WrongClaim wrong) {
    Misfit misfit = MISFITS.get(wrong.id());
    Map<Axis, Axis> same = misfit == null ? Map.of() : misfit.same();
    for (Statement statement : statements(wrong.statement(), same)) {
      refuted(wrong, Decider.USUAL.decide(statement), statement);
      refuted(wrong, Decider.USUAL.strictly().decide(statement), statement);
    }
    for (Statement statement : statements(wrong.right(), same)) {
      assertEquals(ProofVerdict.PROVED, Decider.USUAL.decide(statement).verdict(), "the right one");
    }
  }

  private static void refuted(WrongClaim wrong, Decision decision, Statement statement) {
    Refutation found =
        assertInstanceOf(Decision.Refuted.class, decision, wrong::toString).counterexample();
    Map<String, Integer> shownAt = SHOWN_AT.getOrDefault(wrong.id(), Map.of());
    assertEquals(found, Refutation.check(statement, found.point()));
    assertTrue(found.left().isDisjoint(found.right()));
    found
        .point()
        .sizes()
        .forEach(
            (name, size) ->
                assertEquals(shownAt.getOrDefault(name, 1), size, found.point()::toString));
    assertTrue(found.point().sizes().keySet().containsAll(shownAt.keySet()));
    found.point().tensors().values().stream()
        .flatMap(List::stream)
        .forEach(
            value ->
                assertTrue(
                    value.isInteger() && value.abs().compareTo(LARGEST) <= 0,
                    () -> "no small whole number: " + found.point()));
  }

  @TestFactory
  Stream<DynamicTest> thoseWhoseShapesDoNotFitAreMalformed() {
    return MISFITS.entrySet().stream()
        .map(
            misfit ->
                DynamicTest.dynamicTest(
                    misfit.getKey(),
                    () ->
                        malformed(
                            WrongClaims.find(misfit.getKey()).orElseThrow(),
                            misfit.getValue().named())));
  }

  @Test
  void aLabelOffByOneIsMalformedWithTheRepair() {
    malformed(WrongClaims.find("r14").orElseThrow(), List.of("labels count from 1", "use y - 1"));
  }

  /** The message is that of the verdict, whichever side is asked for. */
  private static void malformed(WrongClaim wrong, List<String> named) {
    IllegalArgumentException misfit =
        assertThrows(IllegalArgumentException.class, () -> statements(wrong.statement(), Map.of()));
    Decision decision = Decider.USUAL.decide(() -> statements(wrong.statement(), Map.of()).get(0));
    String message = assertInstanceOf(Decision.Malformed.class, decision).message();
    assertEquals(misfit.getMessage(), message);
    named.forEach(part -> assertTrue(message.contains(part), () -> part + " in: " + message));
  }

  @Test
  void theOtherSlopeOfRectIsProvedOffTheKinkOnly() {
    Statement statement = derivative(WrongClaims.find("r7").orElseThrow());
    Decision.Proved proved =
        assertInstanceOf(Decision.Proved.class, Decider.USUAL.decide(statement));
    assertTrue(proved.offKinks());
    assertEquals(
        List.of("nonzero x"), proved.conditions().stream().map(Condition::toString).toList());
    atZero(proved.kinks().orElseThrow(), statement);
    assertNotEquals(List.of(Rational.ZERO), proved.sample().tensors().get("x"));
  }

  @Test
  void theOtherSlopeOfRectIsRefutedAtTheKinkByTheStrict() {
    Statement statement = derivative(WrongClaims.find("r7").orElseThrow());
    Decision.Refuted refuted =
        assertInstanceOf(Decision.Refuted.class, Decider.USUAL.strictly().decide(statement));
    atZero(refuted.counterexample(), statement);
  }

  /** The engine's gradient is a formula as any other, for which no point is left out. */
  @Test
  void theOtherSlopeOfRectIsRefutedOfTheEngine() {
    Statement statement =
        statements(WrongClaims.find("r7").orElseThrow().statement(), Map.of()).get(1);
    atZero(
        assertInstanceOf(Decision.Refuted.class, Decider.USUAL.decide(statement)).counterexample(),
        statement);
  }

  @Test
  void theOtherSignIsRefutedAtZero() {
    Statement statement =
        statements(WrongClaims.find("r5").orElseThrow().statement(), Map.of()).get(0);
    atZero(
        assertInstanceOf(Decision.Refuted.class, Decider.USUAL.decide(statement)).counterexample(),
        statement);
  }

  private static void atZero(Refutation found, Statement statement) {
    assertEquals(Map.of("x", List.of(Rational.ZERO)), found.point().tensors());
    assertEquals(found, Refutation.check(statement, found.point()));
  }

  @Test
  void theShortGradientIsProvedForDistributions() {
    dev.backproof.verify.notes.Statement.Gradient gradient =
        (dev.backproof.verify.notes.Statement.Gradient)
            WrongClaims.find("r28").orElseThrow().statement();
    NotesOperands in = NotesOperands.of(gradient.operands(), Map.of());
    in.symbols().rowsSumToOne(Operand.TARGETS.symbol());
    SymbolicClaim claim =
        Statements.gradient(
            in.symbols(), in.operands(), gradient.function(), gradient.which(), gradient.right());
    Decision.Proved proved =
        assertInstanceOf(Decision.Proved.class, Decider.USUAL.decide(claim.statements().get(0)));
    assertEquals(1, proved.hypotheses().size());
  }

  private static Statement derivative(WrongClaim wrong) {
    return statements(wrong.statement(), Map.of()).get(0);
  }

  /** Of a gradient of the kernel's derivative and of the engine's sweep; of an identity itself. */
  private static List<Statement> statements(
      dev.backproof.verify.notes.Statement wrong, Map<Axis, Axis> same) {
    NotesOperands in = NotesOperands.of(wrong.operands(), same);
    List<SymbolicClaim> claims = new ArrayList<>();
    if (wrong instanceof dev.backproof.verify.notes.Statement.Gradient g) {
      claims.add(
          Statements.gradient(in.symbols(), in.operands(), g.function(), g.which(), g.right()));
      claims.add(
          Statements.engine(
              VjpRules.PAGE, in.symbols(), in.operands(), g.function(), g.which(), g.right()));
    } else if (wrong instanceof dev.backproof.verify.notes.Statement.Identity i) {
      claims.add(Statements.identity(in.symbols(), in.operands(), i.left(), i.right()));
    }
    assertEquals(Set.of(1), Set.copyOf(claims.stream().map(c -> c.statements().size()).toList()));
    return claims.stream().map(c -> c.statements().get(0)).toList();
  }
}
