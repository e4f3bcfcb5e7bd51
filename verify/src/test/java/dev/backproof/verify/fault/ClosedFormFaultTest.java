package dev.backproof.verify.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.RandomTensors;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.GradientCheck;
import dev.backproof.verify.check.Question;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.notes.SamplePoint;
import dev.backproof.verify.notes.Sizes;
import dev.backproof.verify.notes.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each single operation of each gradient derived by hand, gone wrong, is seen by every witness. */
class ClosedFormFaultTest {
  private final GradientCheck check = new GradientCheck();

  @TestFactory
  Stream<DynamicTest> everyFaultIsSeenByEveryWitness() {
    return NotesClaims.all().stream().flatMap(this::tests);
  }

  private Stream<DynamicTest> tests(Claim claim) {
    return claim.statements().stream()
        .filter(statement -> statement instanceof Statement.Gradient)
        .map(statement -> (Statement.Gradient) statement)
        .map(
            statement ->
                DynamicTest.dynamicTest(
                    claim.id() + " " + statement.label(), () -> check(statement)));
  }

  private void check(Statement.Gradient statement) {
    List<DenseTensor> at =
        SamplePoint.smooth(statement, new Sizes(2, 3, 3, 2), RandomTensors.seeded(5));
    PerturbedFormula.operations(statement.right(), at)
        .forEach((number, op) -> check(statement, at, number, op));
  }

  private void check(Statement.Gradient statement, List<DenseTensor> at, int number, Op op) {
    PerturbedFormula wrong = new PerturbedFormula(statement.right(), number);
    Question question = new Question(statement.function(), statement.which(), wrong, at);
    for (Comparison comparison : check.atSmoothPoint(question)) {
      assertEquals(
          Verdict.DISAGREES,
          comparison.verdict(),
          () -> "operation " + number + ", " + op + ": " + comparison);
    }
  }
}
