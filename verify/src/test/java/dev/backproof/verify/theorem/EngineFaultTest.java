package dev.backproof.verify.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Primitive;
import dev.backproof.core.Tensor;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A fault in any row of the rule page that a theorem about the engine uses turns that theorem into
 * a refuted claim.
 */
class EngineFaultTest {
  /**
   * The minibatch reads the same rows; of faults other than the first its theorems are left out.
   */
  private static final Set<String> MINIBATCH = Set.of("2.6", "3.2");

  /** Enough for a proof of any of these, and soon over where there is none. */
  private static final Decider QUICK = new Decider(3_000, 24, 1, false);

  private static final Map<EngineFault.Row, List<Dependent>> DEPENDENTS = dependents();

  /**
   * A theorem that depends on a row.
   *
   * @param claim what it is about
   * @param number its place among the theorems of that claim
   * @param name what it is called
   * @param reads how often the sweep reads the row
   */
  private record Dependent(Claim claim, int number, String name, int reads) {
    Statement with(VjpRules page) {
      return statement(claim, number, page);
    }
  }

  private static Statement statement(Claim claim, int number, VjpRules page) {
    return NotesTheorems.of(claim, page).get(number).claim().get().statements().get(0);
  }

  /** For each row the theorems whose statement changes with it. */
  private static Map<EngineFault.Row, List<Dependent>> dependents() {
    Map<EngineFault.Row, List<Dependent>> all = new LinkedHashMap<>();
    for (Claim claim : NotesClaims.all()) {
      int count = NotesTheorems.of(claim, VjpRules.PAGE).size();
      for (int number = 0; number < count; number++) {
        Map<EngineFault.Row, Integer> rows = new LinkedHashMap<>();
        VjpRules noting = new EngineFault.Noting(rows);
        Proposition theorem = NotesTheorems.of(claim, noting).get(number);
        Statement right = theorem.claim().get().statements().get(0);
        for (Map.Entry<EngineFault.Row, Integer> row : rows.entrySet()) {
          Dependent dependent =
              new Dependent(
                  claim, number, theorem.subject() + " " + theorem.label(), row.getValue());
          Statement wrong = dependent.with(EngineFault.SCALED.in(row.getKey()));
          if (!wrong.left().equals(right.left())) {
            all.computeIfAbsent(row.getKey(), any -> new ArrayList<>()).add(dependent);
          }
        }
      }
    }
    return all;
  }

  @TestFactory
  Stream<DynamicTest> everyTheoremThatDependsOnARowIsRefutedWithAFaultInIt() {
    List<DynamicTest> tests = new ArrayList<>();
    DEPENDENTS.forEach(
        (row, dependents) -> {
          for (EngineFault fault : EngineFault.values()) {
            if (fault.fits(row)) {
              tests.add(
                  DynamicTest.dynamicTest(
                      row + ", " + fault, () -> planted(row, fault, dependents)));
            }
          }
        });
    return tests.stream();
  }

  private static void planted(EngineFault.Row row, EngineFault fault, List<Dependent> dependents) {
    int refuted = 0;
    int asked = 0;
    for (Dependent dependent : dependents) {
      if (fault != EngineFault.SCALED && MINIBATCH.contains(dependent.claim().id())) {
        continue;
      }
      asked++;
      Statement wrong = dependent.with(fault.in(row));
      Decision decision = QUICK.decide(wrong);
      if (decision instanceof Decision.Refuted found) {
        refuted++;
        Refutation shown = found.counterexample();
        assertEquals(shown, Refutation.check(wrong, shown.point()));
        assertTrue(
            shown.point().sizes().isEmpty()
                || shown.point().sizes().values().stream().anyMatch(size -> size > 1));
      } else {
        // Minus times minus: a sweep that reads the row twice on its way may be right again.
        assertTrue(
            fault == EngineFault.SIGN
                && dependent.reads() > 1
                && decision instanceof Decision.Proved,
            () -> dependent.name() + " is " + decision.verdict());
      }
    }
    assertTrue(refuted > 0 || asked == 0 || fault == EngineFault.SIGN, "no theorem is refuted");
  }

  @Test
  void theTheoremsOfTheNotesUseManyRows() {
    Set<Primitive> rows = new TreeSet<>();
    Set<Elementary> functions = new TreeSet<>();
    DEPENDENTS
        .keySet()
        .forEach(
            row -> {
              rows.add(row.primitive());
              functions.add(row.elementary());
            });
    assertTrue(
        rows.containsAll(
            Set.of(
                Primitive.MAP,
                Primitive.PLUS,
                Primitive.MINUS,
                Primitive.TIMES,
                Primitive.DIV,
                Primitive.MATMUL,
                Primitive.SUM,
                Primitive.EXPAND,
                Primitive.RESHAPE)),
        rows::toString);
    assertTrue(
        functions.containsAll(
            Set.of(
                Elementary.RECT,
                Elementary.EXP,
                Elementary.LOG,
                Elementary.ABS,
                Elementary.TANH,
                Elementary.SIGMOID)),
        functions::toString);
  }

  /** rect′(0) = 1: wrong at a tie only. */
  private record OpenAtZero() implements VjpRules {
    @Override
    public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
      boolean rect =
          of.op().primitive() == Primitive.MAP && of.op().elementary() == Elementary.RECT;
      return rect
          ? yBar.times(of.a().atLeast(of.a().zero()))
          : VjpRules.super.pull(of, which, yBar);
    }
  }

  private static <T extends Tensor<T>> T rect(T x) {
    return x.map(Elementary.RECT).sum();
  }

  /** The kernel's derivative of rect = what the sweep with the other convention finds. */
  private static Statement tie() {
    Symbols symbols = new Symbols();
    Expr x = symbols.tensor("x", NotesLetters.D);
    return Statements.sweep(
            new OpenAtZero(), symbols, List.of(x), Formula.of(EngineFaultTest::rect), 0)
        .statements()
        .get(0);
  }

  @Test
  void aFaultAtATieLeavesAProofOffTheKinksOnly() {
    Decision.Proved proved = assertInstanceOf(Decision.Proved.class, Decider.USUAL.decide(tie()));
    assertTrue(proved.offKinks());
    assertTrue(proved.kinks().isPresent());
  }

  @Test
  void aFaultAtATieIsRefutedThereByTheStrict() {
    Decision.Refuted refuted =
        assertInstanceOf(Decision.Refuted.class, Decider.USUAL.strictly().decide(tie()));
    assertTrue(
        refuted
            .counterexample()
            .point()
            .tensors()
            .getOrDefault("x", List.of())
            .contains(Rational.ZERO),
        refuted::toString);
  }

  @Test
  void aFaultAtATieRefutesTheTheoremsOfTheEngine() {
    Claim claim = NotesClaims.find("2.13").orElseThrow();
    List<Proposition> theorems = NotesTheorems.of(claim, new OpenAtZero());
    Proposition engine =
        theorems.stream().filter(t -> t.label().endsWith("engine")).findFirst().orElseThrow();
    Decision decision = Decider.USUAL.decide(engine.claim().get().statements().get(0));
    assertFalse(decision instanceof Decision.Proved);
    assertInstanceOf(Decision.Refuted.class, decision);
  }
}
