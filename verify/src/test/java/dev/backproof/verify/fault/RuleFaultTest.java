package dev.backproof.verify.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Primitive;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Parameters;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.GradientCheck;
import dev.backproof.verify.check.Question;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.check.Witness;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.notes.SamplePoint;
import dev.backproof.verify.notes.Sizes;
import dev.backproof.verify.notes.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A fault of one part in a million in any row that the notes' penalised loss uses is seen by the
 * witness that reads that page, and by no other.
 */
class RuleFaultTest {
  private static final List<Statement.Gradient> STATEMENTS =
      NotesClaims.find("2.18").orElseThrow().statements().stream()
          .filter(statement -> statement.label().endsWith("end to end"))
          .map(statement -> (Statement.Gradient) statement)
          .toList();
  private static final Sizes SIZES = new Sizes(2, 3, 3, 2);

  /** The page with one row wrong. */
  private record WrongVjp(Primitive row) implements VjpRules {
    @Override
    public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
      T right = VjpRules.super.pull(of, which, yBar);
      return of.op().primitive() == row ? slipped(right) : right;
    }
  }

  /** The page with one row wrong. */
  private record WrongJvp(Primitive row) implements JvpRules {
    @Override
    public <T extends Tensor<T>> T push(Application<T> of, int which, T dot) {
      T right = JvpRules.super.push(of, which, dot);
      return of.op().primitive() == row ? slipped(right) : right;
    }
  }

  private static <T extends Tensor<T>> T slipped(T right) {
    return right.plus(right.constant(1, 1_000_000).times(right));
  }

  @TestFactory
  Stream<DynamicTest> aWrongVjpRowIsSeenInTheGraphAlone() {
    return rows()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.name(),
                    () ->
                        assertSeenBy(
                            Witness.GRAPH, new GradientCheck(new WrongVjp(row), JvpRules.PAGE))));
  }

  @TestFactory
  Stream<DynamicTest> aWrongJvpRowIsSeenInForwardModeAlone() {
    return rows()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.name(),
                    () ->
                        assertSeenBy(
                            Witness.FORWARD, new GradientCheck(VjpRules.PAGE, new WrongJvp(row)))));
  }

  private static void assertSeenBy(Witness witness, GradientCheck check) {
    List<Comparison> all = new ArrayList<>();
    for (Statement.Gradient statement : STATEMENTS) {
      all.addAll(check.atSmoothPoint(question(statement)));
    }
    assertTrue(
        all.stream().anyMatch(c -> c.witness() == witness && c.verdict() == Verdict.DISAGREES),
        () -> "not seen: " + all);
    all.stream()
        .filter(c -> c.witness() != witness)
        .forEach(c -> assertEquals(Verdict.AGREES, c.verdict(), c::toString));
  }

  private static Question question(Statement.Gradient statement) {
    List<DenseTensor> at = SamplePoint.smooth(statement, SIZES, RandomTensors.seeded(3));
    return new Question(statement.function(), statement.which(), statement.right(), at);
  }

  /** The page as it is, noting the rows that are read. */
  private record NotingVjp(Set<Primitive> rows) implements VjpRules {
    @Override
    public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
      rows.add(of.op().primitive());
      return VjpRules.super.pull(of, which, yBar);
    }
  }

  /** The rows that the gradient of the penalised loss reads. */
  private static Stream<Primitive> rows() {
    Set<Primitive> rows = EnumSet.noneOf(Primitive.class);
    Statement.Gradient statement = STATEMENTS.get(0);
    List<DenseTensor> at = SamplePoint.smooth(statement, SIZES, RandomTensors.seeded(3));
    Differentiation.grad(new NotingVjp(rows), statement.function(), at, Parameters.COUNT);
    assertTrue(rows.size() >= 8, () -> "hardly any rows: " + rows);
    return rows.stream();
  }
}
