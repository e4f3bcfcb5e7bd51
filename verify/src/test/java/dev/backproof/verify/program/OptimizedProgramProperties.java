package dev.backproof.verify.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.autodiff.program.pass.Pass;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * The passes keep what a program means: random programs before and after them.
 *
 * <p>They differ by rounding only. The bounds are those that either program works out for itself
 * while it runs; a program is left out if something in it is not finite, or a comparison is so
 * close that rounding could turn it over.
 */
class OptimizedProgramProperties {
  private static final int STEPS = 20;

  @Property(
      tries = 3500,
      seed = "90201",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void theOptimisedProgramIsTheProgram(@ForAll long seed) {
    RandomTrace trace = RandomTrace.seeded(seed, STEPS);
    Program optimised = Optimizer.optimize(trace.program());
    boolean compared = areCompared(trace, trace.program(), optimised);
    Statistics.label("compared")
        .collect(compared)
        .coverage(c -> c.check(true).count(count -> count >= 2000));
  }

  @Property(
      tries = 500,
      seed = "90202",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void everyPassKeepsTheProgram(@ForAll long seed) {
    RandomTrace trace = RandomTrace.seeded(seed, STEPS);
    for (Program step :
        Optimizer.outcomes(trace.program()).stream().map(Pass.Outcome::after).toList()) {
      areCompared(trace, trace.program(), step);
    }
  }

  @Property(
      tries = 500,
      seed = "90203",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void theOptimisedProgramHasTheSameInputsAndShapes(@ForAll long seed) {
    Program program = RandomTrace.seeded(seed, STEPS).program();
    Program optimised = Optimizer.optimize(program);
    assertEquals(program.inputs(), optimised.inputs());
    assertEquals(
        program.outputs().stream().map(program::shape).toList(),
        optimised.outputs().stream().map(optimised::shape).toList());
  }

  private static boolean areCompared(RandomTrace trace, Program before, Program after) {
    Walk left = Walk.of(before, trace.inputs());
    Walk right = Walk.of(after, trace.inputs());
    if (!left.isTame() || !right.isTame()) {
      return false;
    }
    double[][] one = Bits.arrays(before.run(trace.inputs()));
    double[][] other = Bits.arrays(after.run(trace.inputs()));
    String difference = Bits.difference(one, left.outputs(), other, right);
    assertTrue(difference.isEmpty(), () -> difference + "\n" + before + after);
    return true;
  }
}
