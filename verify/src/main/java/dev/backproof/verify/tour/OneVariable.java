package dev.backproof.verify.tour;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.core.DenseTensor;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.GraphTable;
import java.io.PrintWriter;

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
    // The tape records what is done with w: forward.
    var tape = new Tape<DenseTensor>();
    var w = tape.variable("w", DenseTensor.scalar(2));
    var y = tape.name("y", w.times(w).times(w));

    // The graph has the way back too: every edge multiplies what comes from above by its slope.
    return ComputationGraph.of(y);
  }

  /** What the program prints. */
  public static String text() {
    return Printer.of(out -> lines(graph(), out));
  }

  private static void lines(ComputationGraph graph, PrintWriter out) {
    out.println("y = w³ at w = 2\n");
    out.print(GraphTable.of(graph));
  }
}
