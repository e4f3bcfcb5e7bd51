package dev.backproof.mlp.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.program.Fusion;
import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Recorder;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.train.TrainingStep.Gradient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingStepTest {
  /** Every activation that has a slope of its own. */
  private static final List<Elementary> SMOOTH =
      List.of(Elementary.TANH, Elementary.SIGMOID, Elementary.SOFTPLUS);

  private static TrainingStep step(Elementary activation, Gradient gradient, boolean penalised) {
    return new TrainingStep(new Network(activation), gradient, penalised);
  }

  private static Program graph(boolean penalised) {
    return step(Elementary.RECT, Gradient.GRAPH, penalised).minibatch();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void graphAndClosedFormOfAMinibatchAreTheSameProgramAfterThePasses(boolean penalised) {
    TrainingStep closed = step(Elementary.RECT, Gradient.CLOSED_FORM, penalised);
    assertSame(Optimizer.optimize(closed.minibatch()), Optimizer.optimize(graph(penalised)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void graphAndClosedFormOfOneExampleAreTheSameProgramAfterThePasses(boolean penalised) {
    TrainingStep closed = step(Elementary.RECT, Gradient.CLOSED_FORM, penalised);
    TrainingStep graph = step(Elementary.RECT, Gradient.GRAPH, penalised);
    assertSame(Optimizer.optimize(closed.oneExample()), Optimizer.optimize(graph.oneExample()));
  }

  /** Two of the forward pass, three of the backward pass: X gets no gradient. */
  @ParameterizedTest
  @EnumSource(Gradient.class)
  void aStepMultipliesFiveTimesAndGoesForwardOnce(Gradient gradient) {
    long products =
        step(Elementary.RECT, gradient, false).minibatch().instructions().stream()
            .filter(line -> line.operation().toString().equals("matmul"))
            .count();
    assertEquals(5, products);
  }

  @Test
  void beforeThePassesTheyAreDifferentPrograms() {
    TrainingStep closed = step(Elementary.RECT, Gradient.CLOSED_FORM, false);
    assertNotEquals(closed.minibatch(), graph(false));
  }

  @Test
  void withOtherActivationsTheyDifferByTheStrongProductOnly() {
    for (Elementary activation : SMOOTH) {
      Program closed =
          Optimizer.optimize(step(activation, Gradient.CLOSED_FORM, false).minibatch());
      Program graph = Optimizer.optimize(step(activation, Gradient.GRAPH, false).minibatch());
      assertNotEquals(closed, graph);
      assertSame(weak(closed), weak(graph));
    }
  }

  /** The program, shared and fused again, with every ⊛ made a plain product. */
  private static Program weak(Program program) {
    Recorder recorder =
        new Recorder() {
          @Override
          public Traced apply(Op op, List<Traced> operands) {
            return op.primitive() == Primitive.STRONG_TIMES
                ? operands.get(0).times(operands.get(1))
                : super.apply(op, operands);
          }
        };
    List<Traced> inputs = program.inputs().stream().map(recorder::input).toList();
    return Optimizer.optimize(recorder.program(program.run(inputs)));
  }

  /** Instruction by instruction, so that a difference is seen where it is. */
  private static void assertSame(Program expected, Program actual) {
    assertEquals(expected.inputs(), actual.inputs());
    for (int at = 0; at < Math.min(lines(expected), lines(actual)); at++) {
      Instruction wanted = expected.instructions().get(at);
      if (wanted.operation() instanceof Fusion one
          && actual.instructions().get(at).operation() instanceof Fusion other) {
        assertSame(one.body(), other.body());
      }
      assertEquals(wanted, actual.instructions().get(at), "instruction " + at);
    }
    assertEquals(expected, actual);
  }

  private static int lines(Program program) {
    return program.instructions().size();
  }

  @ParameterizedTest
  @EnumSource(Gradient.class)
  void thePassesMakeTheStepShorter(Gradient gradient) {
    Program traced = step(Elementary.RECT, gradient, false).minibatch();
    Program optimised = Optimizer.optimize(traced);
    assertTrue(optimised.operations() < traced.operations());
    // Two products forward, three backward; nothing else is an instruction of its own.
    assertTrue(lines(optimised) <= 8, optimised::toString);
    assertEquals(5, products(optimised), optimised::toString);
  }

  private static int products(Program program) {
    int count = 0;
    for (Instruction line : program.instructions()) {
      if (line.operation() instanceof Fusion fusion) {
        count += products(fusion.body());
      } else if (line.operation().toString().equals("matmul")) {
        count++;
      }
    }
    return count;
  }

  @Test
  void theInputsAreTheParametersTheExampleTheRateAndThePenalty() {
    List<String> names = graph(true).inputs().stream().map(Input::name).toList();
    assertEquals(List.of("W1", "b1", "W2", "b2", "x", "y", "η", "λ11", "λ12", "λ21", "λ22"), names);
    assertEquals(names.subList(0, 7), graph(false).inputs().stream().map(Input::name).toList());
  }

  @Test
  void theNewParametersAreTheOldOnesAtRateZero() {
    List<DenseTensor> operands = operands(0);
    List<DenseTensor> results = graph(false).run(operands);
    assertEquals(operands.subList(0, Parameters.COUNT), results.subList(1, results.size()));
  }

  @Test
  void aSmallStepMakesTheLossSmaller() {
    List<DenseTensor> operands = new ArrayList<>(operands(0.01));
    Program program = Optimizer.optimize(graph(false));
    double before = Double.POSITIVE_INFINITY;
    for (int step = 0; step < 20; step++) {
      List<DenseTensor> results = program.run(operands);
      double loss = results.get(0).at(0);
      assertTrue(loss < before, "step " + step);
      before = loss;
      for (int i = 0; i < Parameters.COUNT; i++) {
        operands.set(i, results.get(i + 1));
      }
    }
  }

  private static List<DenseTensor> operands(double rate) {
    RandomTensors random = RandomTensors.seeded(9);
    return List.of(
        random.normal(Shape.of(4, 3)),
        random.normal(Shape.of(4)),
        random.normal(Shape.of(2, 4)),
        random.normal(Shape.of(2)),
        random.normal(Shape.of(5, 3)),
        random.labels(2, Shape.of(5)),
        DenseTensor.scalar(rate));
  }
}
