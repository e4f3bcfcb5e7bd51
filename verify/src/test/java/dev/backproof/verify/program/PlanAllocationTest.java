package dev.backproof.verify.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.management.ThreadMXBean;
import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.autodiff.program.plan.Plan;
import dev.backproof.autodiff.program.plan.Planner;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.train.TrainingStep;
import dev.backproof.mlp.train.TrainingStep.Gradient;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a plan allocates when it runs: nothing, by the JVM's own count. */
class PlanAllocationTest {
  private static final int RUNS = 100;

  @TestFactory
  Stream<DynamicTest> theStepOfTrainingAllocatesNothing() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Gradient gradient : Gradient.values()) {
      for (boolean penalised : new boolean[] {false, true}) {
        TrainingStep step = new TrainingStep(Network.NOTES, gradient, penalised);
        String name = gradient + (penalised ? ", penalised, " : ", ");
        tests.add(step(name + "minibatch", step.minibatch(), penalised, Shape.of(5)));
        tests.add(step(name + "one example", step.oneExample(), penalised, Shape.SCALAR));
      }
    }
    return tests.stream();
  }

  private static DynamicTest step(String name, Program step, boolean penalised, Shape examples) {
    RandomTensors random = RandomTensors.seeded(4);
    List<DenseTensor> in = new ArrayList<>();
    in.add(random.normal(Shape.of(4, 3)));
    in.add(random.normal(Shape.of(4)));
    in.add(random.normal(Shape.of(2, 4)));
    in.add(random.normal(Shape.of(2)));
    in.add(random.normal(examples.with(examples.rank(), Size.of(3))));
    in.add(random.labels(2, examples));
    for (int i = 0; i < (penalised ? 5 : 1); i++) {
      in.add(DenseTensor.scalar(0.01));
    }
    return dynamicTest(
        name,
        () -> {
          assertEquals(0, allocated(plan(Planner.standard(), step, in), in));
          Planner planner = Planner.standard();
          for (int i = 0; i < 4; i++) {
            planner.overwriting(i + 1, i);
          }
          assertEquals(0, allocated(plan(planner, Optimizer.optimize(step), in), in));
        });
  }

  @Test
  void randomProgramsAllocateNothing() {
    for (long seed = 0; seed < 100; seed++) {
      RandomTrace trace = RandomTrace.seeded(seed, 20);
      for (Program program : List.of(trace.program(), Optimizer.optimize(trace.program()))) {
        for (Planner planner : List.of(Planner.standard(), Planner.standard().interpreting())) {
          Plan plan = plan(planner, program, trace.inputs());
          assertEquals(0, allocated(plan, trace.inputs()), plan.program()::toString);
        }
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> anOperationAloneAllocatesNothing() {
    RandomTensors random = RandomTensors.seeded(5);
    DenseTensor scalar = DenseTensor.scalar(0.5);
    DenseTensor row = random.normal(Shape.of(3));
    DenseTensor column = random.normal(Shape.of(4, 1));
    DenseTensor matrix = random.normal(Shape.of(4, 3));
    DenseTensor square = random.normal(Shape.of(3, 3));
    DenseTensor cube = random.normal(Shape.of(2, 4, 3));
    DenseTensor labels = random.labels(3, Shape.of(2, 4));
    return Stream.of(
        one("map", x -> x.get(0).map(Elementary.TANH), cube),
        one("plus", x -> x.get(0).plus(x.get(1)), matrix, row),
        one("plus, column and row", x -> x.get(0).plus(x.get(1)), column, row),
        one("plus, rank 3", x -> x.get(0).plus(x.get(1)), cube, matrix),
        one("pow, rank 3", x -> x.get(0).pow(x.get(1)), cube, row),
        one("greater, rank 3", x -> x.get(0).greater(x.get(1)), row, cube),
        one("where", x -> x.get(0).where(x.get(1), x.get(2)), matrix, row, scalar),
        one("where, rank 3", x -> x.get(0).where(x.get(1), x.get(2)), cube, row, scalar),
        one("matmul", x -> x.get(0).matmul(x.get(1)), matrix, square),
        one("sum over rows", x -> x.get(0).sum(0), matrix),
        one("sum along rows", x -> x.get(0).sum(1), matrix),
        one("sum, rank 3", x -> x.get(0).sum(1), cube),
        one("max over rows", x -> x.get(0).max(0), matrix),
        one("max, rank 3", x -> x.get(0).max(2), cube),
        one("sumTo", x -> x.get(0).sumTo(Shape.of(4, 1)), cube),
        one("expand", x -> x.get(0).expand(1, Size.of(5)), cube),
        one("expand to a matrix", x -> x.get(0).expand(1, Size.of(5)), row),
        one("broadcastTo", x -> x.get(0).broadcastTo(Shape.of(2, 4, 3)), row),
        one("transpose", x -> x.get(0).transpose(), matrix),
        one("permute", x -> x.get(0).permute(2, 0, 1), cube),
        one("reshape", x -> x.get(0).reshape(Shape.of(6, 4)), cube),
        one("slice", x -> x.get(0).slice(1, 1, 3), cube),
        one("pad", x -> x.get(0).pad(1, 1, 2), cube),
        one("oneHot", x -> x.get(0).oneHot(Size.of(3)), labels),
        one("size", x -> x.get(0).size(Size.of(3)), scalar),
        one("constant", x -> x.get(0).constant(1, 3), scalar),
        one("detach", x -> x.get(0).detach(), cube));
  }

  private static DynamicTest one(
      String name, Function<List<Traced>, Traced> operation, DenseTensor... operands) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < operands.length; i++) {
      inputs.add(new Input("x" + i, operands[i].shape()));
    }
    List<DenseTensor> in = List.of(operands);
    Program program = Program.trace(inputs, x -> List.of(operation.apply(x)));
    return dynamicTest(
        name, () -> assertEquals(0, allocated(plan(Planner.standard(), program, in), in)));
  }

  private static Plan plan(Planner planner, Program program, List<DenseTensor> in) {
    return planner.plan(program, in.stream().map(DenseTensor::shape).toList());
  }

  /** The bytes that many runs allocate, after some that load classes. */
  private static long allocated(Plan plan, List<DenseTensor> inputs) {
    double[][] in = Bits.arrays(inputs);
    double[][] out = Bits.outputs(plan);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    // The compiler may deoptimise once in between; what a run needs is needed every time.
    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int run = 0; run < RUNS; run++) {
        plan.run(in, out);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
