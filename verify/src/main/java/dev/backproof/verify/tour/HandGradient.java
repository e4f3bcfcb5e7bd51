package dev.backproof.verify.tour;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import dev.backproof.core.witness.FiniteDifferences;
import dev.backproof.verify.report.ComputationGraph;
import java.io.PrintWriter;
import java.util.List;

/**
 * A gradient by hand, checked by numbers: 3w² of L = Σ w³ at w = (2, −1), and a slip.
 *
 * <p>A difference quotient is never right: a large step bends, a small one rounds. So it is used
 * with a rule of high order and a bound of its own error, beside witnesses that need no step. What
 * they say holds at this point; the proof for all of them is {@link OwnLayer}.
 */
public final class HandGradient {
  private HandGradient() {}

  /** The loss, its gradient by hand, and a wrong one. */
  static class Cubes {
    static <T extends Tensor<T>> T loss(T w) { // L = Σ w³
      return w.times(w).times(w).sum();
    }

    static <T extends Tensor<T>> T byHand(T w) { // ∂L/∂w = 3w²
      return w.constant(3).times(w).times(w);
    }

    static <T extends Tensor<T>> T slip(T w) { // 2w², the wrong factor
      return w.constant(2).times(w).times(w);
    }
  }

  /** The graph of the loss. */
  public static ComputationGraph graph() {
    var tape = new Tape<DenseTensor>();
    var w = tape.variable("w", DenseTensor.vector(2, -1));
    return ComputationGraph.onPaper(tape.name("L", Cubes.loss(w)));
  }

  /** What the program prints. */
  public static String text() {
    return Printer.of(HandGradient::lines);
  }

  private static void lines(PrintWriter out) {
    var w = DenseTensor.vector(2, -1);
    out.println("by hand " + Cubes.byHand(w));

    // Quotients for the first entry: a large step bends, a small one rounds.
    for (double h : new double[] {1e-1, 1e-4, 1e-8, 1e-12, 1e-16}) {
      var there = Cubes.loss(w.plus(DenseTensor.vector(h, 0)));
      out.println("step " + h + ": " + there.minus(Cubes.loss(w)).item() / h);
    }

    // A rule of high order, with a bound that it derives from itself.
    out.println(FiniteDifferences.gradient(Formula.of(Cubes::loss), List.of(w), 0).get(0));

    // All witnesses; none of them has seen the gradient by hand.
    out.println(assertGradient(Cubes::loss).at(w).matches(Cubes::byHand));

    // What they say of a slip.
    try {
      assertGradient(Cubes::loss).at(w).matches(Cubes::slip);
    } catch (AssertionError wrong) {
      out.println(wrong.getMessage());
    }
  }
}
