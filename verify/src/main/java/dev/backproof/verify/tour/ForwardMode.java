package dev.backproof.verify.tour;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.forward.Dual;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Functions;
import dev.backproof.verify.report.ComputationGraph;
import java.io.PrintWriter;

/**
 * Forward mode: y = 1/(1 + x²) at x = 1 on dual numbers, and two slopes of ‖p‖² at p = (3, 4).
 *
 * <p>A dual number is a value and its tangent; every operation carries both on. So y = ½ arrives
 * with its slope −2x/(1 + x²)² = −½, and nothing is recorded. A tangent is one direction: for the
 * gradient of n variables it takes n runs, where reverse mode takes one sweep.
 */
public final class ForwardMode {
  private ForwardMode() {}

  /** The same y, recorded for reverse mode. */
  public static ComputationGraph graph() {
    var tape = new Tape<DenseTensor>();
    var x = tape.variable("x", DenseTensor.scalar(1));
    var v = tape.name("v", x.one().plus(x.times(x)));
    return ComputationGraph.of(tape.name("y", v.map(Elementary.RECIPROCAL)));
  }

  /** What the program prints. */
  public static String text() {
    return Printer.of(ForwardMode::lines);
  }

  private static void lines(PrintWriter out) {
    // A value and its tangent: x = 1, moving with speed 1.
    var x = Dual.of(DenseTensor.scalar(1), DenseTensor.scalar(1));

    // Every operation carries the tangent on: (x²)′ = 2x·x′ and (1/v)′ = −v′/v².
    var v = x.one().plus(x.times(x));
    var y = v.map(Elementary.RECIPROCAL);
    out.println("v = 1 + x²  is " + v.primal() + " with slope " + v.tangent());
    out.println("y = 1/v     is " + y.primal() + " with slope " + y.tangent());

    // A tangent of a vector is a direction: one run for each.
    var p = DenseTensor.vector(3, 4);
    var east = Differentiation.jvp(Functions::squaredL2Norm, p, DenseTensor.vector(1, 0));
    var north = Differentiation.jvp(Functions::squaredL2Norm, p, DenseTensor.vector(0, 1));
    out.println("‖p‖²        is " + east.primal() + ", rising eastward by " + east.tangent());
    out.println("            and northward by " + north.tangent());

    // Reverse mode: one sweep for all directions.
    out.println("its gradient " + Differentiation.grad(Functions::squaredL2Norm, p));
  }
}
