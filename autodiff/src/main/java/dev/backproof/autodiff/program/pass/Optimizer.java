package dev.backproof.autodiff.program.pass;

import dev.backproof.autodiff.program.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * All passes, in order.
 *
 * <p>Only a program that will not be differentiated any more is to be optimised: what is detached
 * loses its mark.
 */
public final class Optimizer {
  private static final List<Rewrite> REWRITES = Rewrites.all();

  private static final List<Pass> PASSES =
      List.of(
          pass("common subexpressions", Rewriter::share),
          pass("dead code", DeadCode::drop),
          pass("constants and replacements", program -> Rewriter.rewrite(program, REWRITES)),
          pass("dead code", DeadCode::drop),
          pass("fusion", Fusing::fuse));

  private Optimizer() {}

  private interface Step {
    Program apply(Program program);
  }

  private static Pass pass(String name, Step step) {
    return new Pass() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Program apply(Program program) {
        return step.apply(program);
      }
    };
  }

  /** The passes, in order. */
  public static List<Pass> passes() {
    return PASSES;
  }

  /** The program after all passes. */
  public static Program optimize(Program program) {
    return steps(program).get(PASSES.size() - 1);
  }

  /** The program after each pass. */
  public static List<Program> steps(Program program) {
    List<Program> steps = new ArrayList<>();
    Program last = program;
    for (Pass pass : PASSES) {
      last = pass.apply(last);
      steps.add(last);
    }
    return steps;
  }

  /** The program with what is constant computed, and nothing else changed. */
  public static Program fold(Program program) {
    return DeadCode.drop(Rewriter.rewrite(program, List.of()));
  }
}
