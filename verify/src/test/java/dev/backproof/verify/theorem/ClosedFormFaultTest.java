package dev.backproof.verify.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.RandomTensors;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.fault.PerturbedFormula;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.notes.SamplePoint;
import dev.backproof.verify.notes.Sizes;
import dev.backproof.verify.notes.Statement;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each operation of each closed form, gone wrong alone, turns its theorem into a refuted claim. */
class ClosedFormFaultTest {
  /**
   * The statements that run the methods of {@code mlp.closedform}: each alone, then all in one
   * sweep. In the others the same operations run, for another parameter.
   */
  private static final String RUN =
      """
      2.7   matrix, from log Σ exp − oᵃ_y
      2.10  matrix, W2 alone
      2.10  matrix, b2 alone
      2.10  matrix, W2 end to end
      2.10  matrix, b2 end to end
      2.12  matrix
      2.12  matrix, alone
      2.14  matrix, alone
      2.16  matrix, W1 alone
      2.16  matrix, b1 alone
      2.16  matrix, W1 end to end
      2.16  matrix, b1 end to end
      2.17  matrix, alone
      2.17  matrix, end to end
      2.18  matrix, alone
      2.18  matrix, W1 end to end
      2.18  matrix, W2 end to end
      3.2   W1 end to end
      3.2   W2 end to end
      3.2   b1 end to end
      3.2   b2 end to end
      3.2   X end to end
      """;

  /** Enough for a proof of most of these, and soon over where there is none. */
  private static final Decider QUICK = new Decider(3_000, 24, 1, true);

  @TestFactory
  Stream<DynamicTest> everyOperationGoneWrongIsRefuted() {
    return RUN.lines()
        .map(line -> line.split("\\s+", 2))
        .map(
            parts ->
                DynamicTest.dynamicTest(
                    parts[0] + " " + parts[1], () -> check(statement(parts[0], parts[1]))));
  }

  private static Statement.Gradient statement(String claim, String label) {
    return NotesClaims.find(claim).orElseThrow().statements().stream()
        .filter(statement -> statement.label().equals(label))
        .map(statement -> (Statement.Gradient) statement)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(claim + " has no statement " + label));
  }

  private static void check(Statement.Gradient statement) {
    List<DenseTensor> at =
        SamplePoint.smooth(statement, new Sizes(2, 3, 3, 2), RandomTensors.seeded(5));
    SortedMap<Integer, Op> operations = PerturbedFormula.operations(statement.right(), at);
    operations.forEach((number, op) -> refuted(statement, number, op));
  }

  private static void refuted(Statement.Gradient statement, int number, Op op) {
    NotesOperands in = NotesOperands.of(statement.operands());
    SymbolicClaim claim =
        Statements.gradient(
            in.symbols(),
            in.operands(),
            statement.function(),
            statement.which(),
            new PerturbedFormula(statement.right(), number));
    assertEquals(1, claim.statements().size());
    dev.backproof.verify.kernel.Statement wrong = claim.statements().get(0);
    Decision.Refuted refuted =
        assertInstanceOf(
            Decision.Refuted.class,
            QUICK.decide(wrong),
            () -> "operation " + number + ", " + op + ", of " + statement.label());
    Refutation shown = refuted.counterexample();
    assertEquals(shown, Refutation.check(wrong, shown.point()));
    assertTrue(shown.point().sizes().values().stream().anyMatch(size -> size > 1));
  }
}
