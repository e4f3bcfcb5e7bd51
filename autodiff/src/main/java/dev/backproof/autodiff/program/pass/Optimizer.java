package dev.backproof.autodiff.program.pass;

import dev.backproof.autodiff.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

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
          pass(
              "common subexpressions and dead code",
              (program, notes) -> DeadCode.drop(Rewriter.share(program))),
          pass(
              "constants and replacements",
              (program, notes) ->
                  DeadCode.drop(
                      Rewriter.rewrite(program, REWRITES, made -> notes.addAll(lines(made))))),
          pass("fusion", (program, notes) -> Fusing.fuse(program)));

  private Optimizer() {}

  private static List<String> lines(Map<String, Integer> made) {
    return made.entrySet().stream().map(e -> e.getValue() + " × " + e.getKey()).toList();
  }

  private static Pass pass(String name, BiFunction<Program, List<String>, Program> step) {
    return new Pass() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Outcome apply(Program program) {
        List<String> notes = new ArrayList<>();
        Program after = step.apply(program, notes);
        return new Outcome(name, program, after, notes);
      }
    };
  }

  /** The program after all passes. */
  public static Program optimize(Program program) {
    return outcomes(program).get(PASSES.size() - 1).after();
  }

  /** What each pass has made of the program. */
  public static List<Pass.Outcome> outcomes(Program program) {
    List<Pass.Outcome> outcomes = new ArrayList<>();
    Program last = program;
    for (Pass pass : PASSES) {
      outcomes.add(pass.apply(last));
      last = outcomes.get(outcomes.size() - 1).after();
    }
    return outcomes;
  }

  /** The program with what is constant computed, and nothing else changed. */
  public static Program fold(Program program) {
    return DeadCode.drop(Rewriter.rewrite(program, List.of()));
  }
}
