package dev.backproof.verify.bench;

import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.pass.Optimizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The length of a program before and after the passes.
 *
 * @param oneExample for one example; else for a minibatch
 * @param program which: {@code closed-form}, {@code graph}, or {@code forward}, the loss alone
 * @param recorded operations as recorded
 * @param optimised operations after all passes, those inside fused instructions included
 * @param instructions instructions after all passes, a fused one counted once
 */
public record Operations(
    boolean oneExample, String program, int recorded, int optimised, int instructions) {

  /** All of them. */
  public static List<Operations> all() {
    List<Operations> all = new ArrayList<>();
    for (boolean one : new boolean[] {true, false}) {
      all.add(of(one, "forward", NetworkSteps.forward(one)));
      all.add(of(one, "closed-form", NetworkSteps.closedForm(one)));
      all.add(of(one, "graph", NetworkSteps.graph(one)));
    }
    return all;
  }

  private static Operations of(boolean one, String name, Program recorded) {
    Program optimised = Optimizer.optimize(recorded);
    return new Operations(
        one, name, recorded.operations(), optimised.operations(), optimised.instructions().size());
  }
}
