package dev.backproof.verify.program;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.backproof.autodiff.program.Fusion;
import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Recorder;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.train.TrainingStep;
import dev.backproof.mlp.train.TrainingStep.Gradient;
import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The passes, on the notes' step of training: proved for all sizes, weights, labels and rates. */
class TrainingStepProofTest {
  private static final List<String> RESULTS = List.of("loss", "W1", "b1", "W2", "b2");

  @TestFactory
  Stream<DynamicTest> theOptimisedStepIsProvedEqualToTheStepAsTraced() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Gradient gradient : Gradient.values()) {
      for (boolean penalised : new boolean[] {false, true}) {
        TrainingStep step = new TrainingStep(Network.NOTES, gradient, penalised);
        String name = gradient + (penalised ? ", penalised, " : ", ");
        tests.addAll(proofs(name + "minibatch, ", step.minibatch()));
        tests.addAll(proofs(name + "one example, ", step.oneExample()));
      }
    }
    return tests.stream();
  }

  private static List<DynamicTest> proofs(String name, Program traced) {
    Program optimised = Optimizer.optimize(traced);
    assertTrue(
        optimised.instructions().stream().anyMatch(line -> line.operation() instanceof Fusion));
    return IntStream.range(0, RESULTS.size())
        .mapToObj(
            i ->
                dynamicTest(
                    name + RESULTS.get(i), () -> assertProved(statements(traced, optimised, i))))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> aFaultOfAPassIsRefuted() {
    return Stream.of(Gradient.values())
        .flatMap(
            gradient -> {
              Program traced = new TrainingStep(Network.NOTES, gradient, false).minibatch();
              return Stream.of(
                  fault(gradient + ", a sign is dropped", traced, Wrong.NO_SIGN),
                  fault(gradient + ", a summand is dropped", traced, Wrong.NO_BIAS),
                  fault(gradient + ", the mask is not applied", traced, Wrong.NO_MASK),
                  fault(gradient + ", a difference is turned round", traced, Wrong.TURNED),
                  fault(gradient + ", a product is not transposed", traced, Wrong.NO_MAXIMUM),
                  fault(gradient + ", a factor is dropped", traced, Wrong.NO_FACTOR));
            });
  }

  private static DynamicTest fault(String name, Program traced, Wrong wrong) {
    return dynamicTest(
        name,
        () -> {
          Program optimised = Optimizer.optimize(wrong.pass(traced));
          assertTrue(
              IntStream.range(0, RESULTS.size())
                  .boxed()
                  .flatMap(i -> statements(traced, optimised, i).stream())
                  .map(Decider.USUAL::decide)
                  .anyMatch(Decision.Refuted.class::isInstance));
        });
  }

  private static List<Statement> statements(Program left, Program right, int output) {
    return new Letters(left, true).equal(left, right, output).statements();
  }

  private static void assertProved(List<Statement> statements) {
    assertFalse(statements.isEmpty());
    for (Statement statement : statements) {
      Decision.Proved proved =
          assertInstanceOf(Decision.Proved.class, Decider.USUAL.strictly().decide(statement));
      assertFalse(proved.offKinks(), "off the kinks only");
      assertTrue(proved.conditions().isEmpty(), () -> conditions(proved.conditions()));
    }
  }

  private static String conditions(List<Condition> conditions) {
    return "only where " + conditions;
  }

  /** A pass that replaces every instruction of one kind by something else. */
  private enum Wrong {
    NO_SIGN((op, x) -> isMap(op, Elementary.NEGATE) ? x.get(0) : null),
    NO_BIAS((op, x) -> op.primitive() == Primitive.PLUS && x.get(1).shape().rank() == 1 ? x.get(0) : null),
    NO_MASK((op, x) -> isMap(op, Elementary.STEP) ? x.get(0).map(Elementary.EXP) : null),
    TURNED((op, x) -> op.primitive() == Primitive.MINUS && x.get(0).shape().rank() == 2 ? x.get(1).minus(x.get(0)).negate().negate() : null),
    NO_MAXIMUM((op, x) -> isMap(op, Elementary.LOG) ? x.get(0) : null),
    NO_FACTOR((op, x) -> op.primitive() == Primitive.SIZE ? x.get(0) : null);

    private final BiFunction<Op, List<Traced>, Traced> replaced;

    Wrong(BiFunction<Op, List<Traced>, Traced> replaced) {
      this.replaced = replaced;
    }

    private static boolean isMap(Op op, Elementary f) {
      return op.primitive() == Primitive.MAP && op.elementary() == f;
    }

    Program pass(Program program) {
      Recorder recorder =
          new Recorder() {
            @Override
            public Traced apply(Op op, List<Traced> operands) {
              Traced made = operands.isEmpty() ? null : replaced.apply(op, operands);
              return made == null ? super.apply(op, operands) : made;
            }
          };
      List<Traced> inputs = program.inputs().stream().map(recorder::input).toList();
      return recorder.program(program.run(inputs));
    }
  }

  private static List<Instruction> lines(Program program) {
    return program.instructions();
  }
}
