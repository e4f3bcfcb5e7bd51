package dev.backproof.verify.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.autodiff.program.plan.Plan;
import dev.backproof.autodiff.program.plan.Planner;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * Planned programs against the same programs run tensor by tensor, on random programs.
 *
 * <p>The rule: a plan keeps the order of every operation, so the entries are the same bit for bit,
 * but for a fused product of matrices, to which the multiplication itself may add what else the
 * result is made of, or whose factor it may take; there they are equal within the error bounds.
 */
class PlanProperties {
  private static final int STEPS = 20;

  /** With classes made from programs, and without. */
  private static List<Planner> planners() {
    return List.of(Planner.standard(), Planner.standard().interpreting());
  }

  @Property(
      tries = 2000,
      seed = "90211",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void aPlanOfAProgramAsTracedGivesTheSameBits(@ForAll long seed) {
    RandomTrace trace = RandomTrace.seeded(seed, STEPS);
    assertSame(trace, trace.program());
  }

  @Property(
      tries = 2000,
      seed = "90212",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void aPlanOfAnOptimisedProgramGivesTheSameBitsOrWithProductsAlmost(@ForAll long seed) {
    isKept(RandomTrace.seeded(seed, STEPS));
  }

  @Property(
      tries = 2000,
      seed = "90215",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void soDoesAPlanWhoseProductsAKernelMultiplies(@ForAll long seed) {
    isKept(RandomTrace.large(seed, STEPS));
  }

  private static void isKept(RandomTrace trace) {
    Program program = Optimizer.optimize(trace.program());
    boolean product = Bits.hasProduct(program);
    Statistics.label("product").collect(product);
    if (!product) {
      assertSame(trace, program);
      return;
    }
    Walk walk = Walk.of(program, trace.inputs());
    if (walk.isTame()) {
      double[][] wanted = Bits.arrays(program.run(trace.inputs()));
      for (Planner planner : planners()) {
        double[][] found = Bits.run(plan(planner, program, trace), trace.inputs());
        String difference = Bits.difference(wanted, walk.outputs(), found, walk);
        assertTrue(difference.isEmpty(), () -> difference + "\n" + program);
      }
    }
  }

  @Property(
      tries = 1000,
      seed = "90213",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void outputsOverInputsAreTheSameBits(@ForAll long seed) {
    isKeptOverwriting(RandomTrace.seeded(seed, STEPS), seed);
  }

  @Property(
      tries = 1000,
      seed = "90216",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void soAreLargerOnes(@ForAll long seed) {
    isKeptOverwriting(RandomTrace.large(seed, STEPS), seed);
  }

  private static void isKeptOverwriting(RandomTrace trace, long seed) {
    Program optimised = Optimizer.optimize(trace.program());
    boolean any = areSameOverwriting(trace, trace.program(), planners().get(1), seed);
    any |= areSameOverwriting(trace, optimised, planners().get(0), seed);
    any |= areSameOverwriting(trace, optimised, planners().get(1), seed);
    Statistics.label("overwriting").collect(any);
  }

  private static boolean areSameOverwriting(
      RandomTrace trace, Program program, Planner planner, long seed) {
    Plan plain = plan(planner, program, trace);
    Map<Integer, Integer> over = pairs(plain.results(), trace.shapes(), seed);
    over.forEach(planner::overwriting);
    Plan plan = plan(planner, program, trace);
    double[][] in = Bits.arrays(trace.inputs());
    double[][] out = Bits.outputs(plan);
    over.forEach((output, input) -> out[output] = in[input]);
    plan.run(in, out);
    assertTrue(
        Bits.areSame(Bits.run(plain, trace.inputs()), out), () -> over + "\n" + plan.program());
    double[][] before = Bits.arrays(trace.inputs());
    for (int i = 0; i < in.length; i++) {
      if (!over.containsValue(i)) {
        assertArrayEquals(before[i], in[i], "input " + i);
      }
    }
    return !over.isEmpty();
  }

  @Property(
      tries = 500,
      seed = "90214",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void aPlanRunsAgainAndAgainAndLeavesItsInputsAlone(@ForAll long seed) {
    RandomTrace trace = RandomTrace.seeded(seed, STEPS);
    RandomTensors random = RandomTensors.seeded(seed);
    for (Program program : List.of(trace.program(), Optimizer.optimize(trace.program()))) {
      Plan plan = plan(Planner.standard(), program, trace);
      double[][] in = Bits.arrays(trace.inputs());
      double[][] first = Bits.outputs(plan);
      plan.run(in, first);
      plan.run(
          Bits.arrays(
              trace.inputs().stream().map(x -> random.labels(1, x.shape()).plus(x)).toList()),
          Bits.outputs(plan));
      double[][] again = Bits.outputs(plan);
      plan.run(in, again);
      assertTrue(Bits.areSame(first, again), plan.program()::toString);
      double[][] before = Bits.arrays(trace.inputs());
      for (int i = 0; i < in.length; i++) {
        assertArrayEquals(before[i], in[i], "input " + i);
      }
    }
  }

  private static Plan plan(Planner planner, Program program, RandomTrace trace) {
    return planner.plan(program, trace.shapes());
  }

  private static void assertSame(RandomTrace trace, Program program) {
    double[][] wanted = Bits.arrays(program.run(trace.inputs()));
    for (Planner planner : planners()) {
      double[][] found = Bits.run(plan(planner, program, trace), trace.inputs());
      assertTrue(Bits.areSame(wanted, found), program::toString);
    }
  }

  /** Random pairs of outputs and inputs of the same shape. */
  private static Map<Integer, Integer> pairs(List<Shape> outputs, List<Shape> inputs, long seed) {
    RandomTensors random = RandomTensors.seeded(seed);
    Map<Integer, Integer> over = new TreeMap<>();
    for (int input = 0; input < inputs.size(); input++) {
      for (int output = 0; output < outputs.size(); output++) {
        if (outputs.get(output).equals(inputs.get(input))
            && !over.containsKey(output)
            && !over.containsValue(input)
            && random.integer(3) > 0) {
          over.put(output, input);
        }
      }
    }
    return over;
  }
}
