package dev.backproof.verify.tour;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Functions;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.GraphTable;

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
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> x = tape.variable("x", DenseTensor.vector(1, -2, 0));
    Var<DenseTensor> p = tape.name("p", Functions.squaredL2Norm(x));
    Var<DenseTensor> q = tape.name("q", Functions.l1Norm(x));
    Var<DenseTensor> loss = tape.name("L", p.plus(q));
    return ComputationGraph.onPaper(loss);
  }

  /** What the program prints. */
  public static String text() {
    return "L = ‖x‖₂² + ‖x‖₁ at x = (1, −2, 0)\n\n" + GraphTable.of(graph());
  }
}
