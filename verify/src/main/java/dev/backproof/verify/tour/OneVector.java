package dev.backproof.verify.tour;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Functions;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.GraphTable;
import java.io.PrintWriter;

/**
 * A vector: L = ‖x‖₂² + ‖x‖₁ at x = (1, −2, 0).
 *
 * <p>Two paths meet at x: the first brings 2x (claim 1.8 of the notes), the second sign x (claim
 * 1.9), which is 0 at the kink. The gradient is (3, −5, 0).
 */
public final class OneVector {
  private OneVector() {}

  /** Makes the variable, computes, and takes the graph off the tape. */
  public static ComputationGraph graph() {
    // Every node is an array, and its cotangent has its shape.
    var tape = new Tape<DenseTensor>();
    var x = tape.variable("x", DenseTensor.vector(1, -2, 0));
    var p = tape.name("p", Functions.squaredL2Norm(x));
    var q = tape.name("q", Functions.l1Norm(x));
    var loss = tape.name("L", p.plus(q));

    // As on paper: without the steps that only move axes about.
    return ComputationGraph.onPaper(loss);
  }

  /** What the program prints. */
  public static String text() {
    return Printer.of(out -> lines(graph(), out));
  }

  private static void lines(ComputationGraph graph, PrintWriter out) {
    out.println("L = ‖x‖₂² + ‖x‖₁ at x = (1, −2, 0)\n");
    out.print(GraphTable.of(graph));
  }
}
