package dev.backproof.verify.tour;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.forward.Dual;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import dev.backproof.verify.report.ComputationGraph;
import java.io.PrintWriter;

/**
 * Hessian times vector: L = ¼‖x‖⁴ at x = (1, 2), without the Hessian.
 *
 * <p>The gradient is ‖x‖²·x = (5, 10). Its derivative along a direction v is H·v, so the gradient
 * is taken of dual numbers: reverse mode over forward mode, at the price of two gradients, however
 * many entries H has. Here H = ‖x‖²·I + 2x·xᵀ = ((7, 4), (4, 13)).
 */
public final class HessianVector {
  private HessianVector() {}

  /** The loss. */
  static class Quartic {
    static <T extends Tensor<T>> T loss(T x) { // L = ¼‖x‖⁴
      T s = Functions.squaredL2Norm(x);
      return x.constant(1, 4).times(s).times(s);
    }
  }

  /** The graph of the loss. */
  public static ComputationGraph graph() {
    var tape = new Tape<DenseTensor>();
    var x = tape.variable("x", DenseTensor.vector(1, 2));
    return ComputationGraph.onPaper(tape.name("L", Quartic.loss(x)));
  }

  /** What the program prints. */
  public static String text() {
    return Printer.of(HessianVector::lines);
  }

  private static void lines(PrintWriter out) {
    var at = DenseTensor.vector(1, 2);
    var v = DenseTensor.vector(1, 0);

    // The gradient of a point that moves along v: its tangent is the Hessian times v.
    var tape = new Tape<Dual<DenseTensor>>();
    var x = tape.variable(Dual.of(at, v));
    var gradient = Quartic.loss(x).backward().of(x);
    out.println("gradient " + gradient.primal());
    out.println("H·v      " + gradient.tangent());

    // The same in a line, and the whole matrix, one product for each column.
    out.println("again    " + Differentiation.hvp(Quartic::loss, at, v));
    out.println(Differentiation.hessian(Quartic::loss, at));

    // A Newton step solves H·s = g. One step of conjugate gradients, and H is never formed: here
    // g points along x, where H stretches by 15, so that one step solves it.
    var g = gradient.primal();
    var hg = Differentiation.hvp(Quartic::loss, at, g);
    var s = g.dot(g).div(g.dot(hg)).times(g);
    out.println("s        " + s);
    out.println("H·s      " + Differentiation.hvp(Quartic::loss, at, s));
  }
}
