package dev.backproof.verify.program;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.backproof.autodiff.program.Fusion;
import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Recorder;
import dev.backproof.autodiff.program.Single;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
  Stream<DynamicTest> aPassThatReplacesTheWrongThingIsRefuted() {
    return Stream.of(Gradient.values())
        .flatMap(
            gradient -> {
              Program traced = new TrainingStep(Network.NOTES, gradient, false).minibatch();
              return Stream.of(
                  fault(gradient + ", no bias", traced, TrainingStepProofTest::noBias),
                  fault(gradient + ", no mask", traced, TrainingStepProofTest::noMask),
                  fault(gradient + ", no logarithm", traced, TrainingStepProofTest::noLogarithm),
                  fault(gradient + ", a difference turned", traced, TrainingStepProofTest::turned),
                  fault(gradient + ", no mean", traced, TrainingStepProofTest::noMean));
            });
  }

  private static DynamicTest fault(String name, Program traced, Fault fault) {
    return dynamicTest(
        name, () -> assertRefuted(traced, Optimizer.optimize(faulty(traced, fault))));
  }

  @TestFactory
  Stream<DynamicTest> aPassThatDropsAnInstructionIsRefuted() {
    Program traced = new TrainingStep(Network.NOTES, Gradient.GRAPH, false).minibatch();
    Program optimised = faulty(Optimizer.optimize(traced), (op, x) -> null);
    List<Instruction> lines = optimised.instructions();
    return IntStream.range(0, lines.size())
        .filter(at -> matters(optimised, lines.get(at)))
        .mapToObj(
            at ->
                dynamicTest(
                    "no " + lines.get(at), () -> assertRefuted(traced, without(optimised, at))));
  }

  /** A step selects as its operand does, which is above 0 or 0: without it all is as before. */
  private static boolean matters(Program program, Instruction line) {
    return !line.operands().isEmpty()
        && !isMap(((Single) line.operation()).op(), Elementary.STEP)
        && program.shape(line.result()).equals(program.shape(line.operands().get(0)));
  }

  /** The program in which an instruction gives its first operand as it is. */
  private static Program without(Program program, int at) {
    int[] count = {0};
    return faulty(program, (op, x) -> count[0]++ == at ? x.get(0) : null);
  }

  private static void assertRefuted(Program traced, Program faulty) {
    assertTrue(
        IntStream.range(0, RESULTS.size())
            .boxed()
            .flatMap(i -> statements(traced, faulty, i).stream())
            .map(Decider.USUAL::decide)
            .anyMatch(Decision.Refuted.class::isInstance));
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

  /** What a faulty pass records instead of an operation; null if it leaves it as it is. */
  private interface Fault {
    @Nullable Traced of(Op op, List<Traced> operands);
  }

  private static @Nullable Traced noBias(Op op, List<Traced> x) {
    return op.primitive() == Primitive.PLUS && x.get(1).shape().rank() == 1 ? x.get(0) : null;
  }

  private static @Nullable Traced noMask(Op op, List<Traced> x) {
    return isMap(op, Elementary.STEP) ? x.get(0).one().broadcastTo(x.get(0).shape()) : null;
  }

  private static @Nullable Traced noLogarithm(Op op, List<Traced> x) {
    return isMap(op, Elementary.LOG) ? x.get(0) : null;
  }

  private static @Nullable Traced turned(Op op, List<Traced> x) {
    return op.primitive() == Primitive.MINUS ? x.get(1).plus(x.get(0).negate()) : null;
  }

  private static @Nullable Traced noMean(Op op, List<Traced> x) {
    return op.primitive() == Primitive.DIV && x.get(1).shape().rank() == 0 ? x.get(0) : null;
  }

  private static boolean isMap(Op op, Elementary f) {
    return op.primitive() == Primitive.MAP && op.elementary() == f;
  }

  private static Program faulty(Program program, Fault fault) {
    Recorder recorder =
        new Recorder() {
          @Override
          public Traced apply(Op op, List<Traced> operands) {
            Traced instead = fault.of(op, operands);
            return instead == null ? super.apply(op, operands) : instead;
          }
        };
    List<Traced> inputs = program.inputs().stream().map(recorder::input).toList();
    return recorder.program(program.run(inputs));
  }
}
