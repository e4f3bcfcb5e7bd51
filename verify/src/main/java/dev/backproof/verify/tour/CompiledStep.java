package dev.backproof.verify.tour;

import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.autodiff.program.plan.Planner;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.verify.report.ComputationGraph;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;

/**
 * A compiled step: gradient descent on L = ½‖X·w − y‖², recorded once and run forty times.
 *
 * <p>The tape itself is run on values that record a program, so forward pass, backward sweep and
 * descent become one straight line over sizes d and n; it is optimised, and planned into arrays. X
 * [3×2] fits y exactly at w = (1, 2), and each step shrinks the error by 3/4 or more.
 */
public final class CompiledStep {
  private CompiledStep() {}

  /** The loss, and a step. */
  static class LeastSquares {
    static <T extends Tensor<T>> T loss(T w, T x, T y) { // L = ½‖X·w − y‖²
      return x.constant(1, 2).times(Functions.squaredL2Norm(x.matmul(w).minus(y)));
    }

    static List<Traced> step(List<Traced> in) { // from w, X, y, η to L and w − η·∂L/∂w
      var tape = new Tape<Traced>();
      var w = tape.variable(in.get(0));
      var loss = loss(w, tape.constant(in.get(1)), tape.constant(in.get(2)));
      var gradient = loss.backward().of(w);
      return List.of(loss.primal(), in.get(0).minus(in.get(3).times(gradient)));
    }
  }

  /** The graph of the loss where the descent begins. */
  public static ComputationGraph graph() {
    var tape = new Tape<DenseTensor>();
    var w = tape.variable("w", DenseTensor.vector(0, 0));
    var x = tape.constant("X", DenseTensor.matrix(new double[][] {{1, 0}, {0, 1}, {1, 1}}));
    var y = tape.constant("y", DenseTensor.vector(1, 2, 3));
    return ComputationGraph.onPaper(tape.name("L", LeastSquares.loss(w, x, y)));
  }

  /** What the program prints. */
  public static String text() {
    return Printer.of(CompiledStep::lines);
  }

  private static void lines(PrintWriter out) {
    // Recorded once, for all sizes, then optimised.
    var d = Size.symbol("d");
    var n = Size.symbol("n");
    var inputs =
        List.of(
            new Input("w", Shape.of(d)),
            new Input("X", Shape.of(n, d)),
            new Input("y", Shape.of(n)),
            new Input("eta", Shape.SCALAR));
    var recorded = Program.trace(inputs, LeastSquares::step);
    var program = Optimizer.optimize(recorded);
    out.println(recorded.operations() + " operations recorded, " + program.operations() + " left");
    out.print(program); // as a picture: Display.of(program).svg()

    // With sizes put in, it runs on arrays of yours and allocates nothing.
    var shapes = List.of(Shape.of(2), Shape.of(3, 2), Shape.of(3), Shape.SCALAR);
    var plan = Planner.standard().plan(program, shapes);
    double[] w = {0, 0};
    double[] x = {1, 0, 0, 1, 1, 1};
    double[] y = {1, 2, 3};
    double[] eta = {0.25};
    double[] loss = {0};
    double[] next = {0, 0};
    for (int step = 0; step <= 40; step++) {
      plan.run(new double[][] {w, x, y, eta}, new double[][] {loss, next});
      if (step % 10 == 0) {
        out.println("step " + step + ": w " + Arrays.toString(w) + ", loss " + (float) loss[0]);
      }
      System.arraycopy(next, 0, w, 0, 2);
    }
  }
}
