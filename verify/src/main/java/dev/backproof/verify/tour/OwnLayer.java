package dev.backproof.verify.tour;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.Operand.matrix;
import static dev.backproof.verify.assertion.Operand.vector;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Tensor;
import dev.backproof.verify.report.ComputationGraph;
import java.io.PrintWriter;

/**
 * A layer of one's own, y = z ⊙ σ(z) with z = W·x, whose backward pass is proved for all sizes.
 *
 * <p>Whatever stands behind the layer sends back a cotangent ȳ, and the layer has to send on the
 * gradient of ⟨ȳ, y⟩. Derived by hand, with s = σ(z):
 *
 * <pre>{@math
 *   z̄ = ȳ ⊙ (s + z ⊙ s ⊙ (1 − s))     [h]    from (z·s)′ = s + z·s′ and s′ = s·(1 − s)
 *   W̄ = z̄ ⊗ x                         [h×d]  from d(W·x) = dW·x
 * }</pre>
 *
 * <p>It is proved for all h and d, all W, x and ȳ, so the layer may be used anywhere; the version
 * that forgets the second term of the product rule is refuted by small numbers.
 */
public final class OwnLayer {
  private OwnLayer() {}

  /** The layer, what it sends back, and a wrong version of that. */
  static class Swish {
    static <T extends Tensor<T>> T forward(T w, T x) { // y = z ⊙ σ(z), z = W·x
      T z = w.matmul(x);
      return z.times(z.map(Elementary.SIGMOID));
    }

    static <T extends Tensor<T>> T paired(T w, T x, T yBar) { // ⟨ȳ, y⟩
      return yBar.dot(forward(w, x));
    }

    static <T extends Tensor<T>> T wBar(T w, T x, T yBar) { // (ȳ ⊙ (s + z ⊙ s ⊙ (1 − s))) ⊗ x
      T z = w.matmul(x);
      T s = z.map(Elementary.SIGMOID);
      T slope = s.plus(z.times(s).times(z.one().minus(s)));
      return yBar.times(slope).outer(x);
    }

    static <T extends Tensor<T>> T slip(T w, T x, T yBar) { // (ȳ ⊙ s) ⊗ x
      return yBar.times(w.matmul(x).map(Elementary.SIGMOID)).outer(x);
    }
  }

  /** The graph of ⟨ȳ, y⟩ for two units and two inputs. */
  public static ComputationGraph graph() {
    var tape = new Tape<DenseTensor>();
    var w = tape.variable("W", DenseTensor.matrix(new double[][] {{1, 0}, {1, -1}}));
    var x = tape.variable("x", DenseTensor.vector(1, 1));
    var yBar = tape.constant("u", DenseTensor.vector(1, 2));
    return ComputationGraph.onPaper(tape.name("L", Swish.paired(w, x, yBar)));
  }

  /** What the program prints. */
  public static String text() {
    return Printer.of(OwnLayer::lines);
  }

  private static void lines(PrintWriter out) {
    // For all sizes, all W, x and ȳ, by a proof.
    var gradient = assertGradient(Swish::paired);
    var layer = gradient.forAll(matrix("W", "h", "d"), vector("x", "d"), vector("u", "h"));
    out.println(layer.isProvedFor(Swish::wBar));

    // The second term of the product rule is forgotten easily.
    try {
      layer.isProvedFor(Swish::slip);
    } catch (AssertionError refuted) {
      out.println(refuted.getMessage());
    }
  }
}
