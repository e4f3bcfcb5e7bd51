package dev.backproof.verify.tour;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.GraphTable;

/**
 * One variable: y = w³ at w = 2, written w·w·w.
 *
 * <p>The variable is used three times, so three paths lead back to it. Each brings w² = 4, and the
 * gradient is their sum, 3w² = 12.
 */
public final class OneVariable {
  private OneVariable() {}

  /** Makes the variable, computes, and takes the graph off the tape. */
  public static ComputationGraph graph() {
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> w = tape.variable("w", DenseTensor.scalar(2));
    Var<DenseTensor> y = tape.name("y", w.times(w).times(w));
    return ComputationGraph.of(y);
  }

  /** What the program prints. */
  public static String text() {
    return "y = w³ at w = 2\n\n" + GraphTable.of(graph());
  }
}
