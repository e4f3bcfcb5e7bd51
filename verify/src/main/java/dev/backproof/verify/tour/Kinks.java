package dev.backproof.verify.tour;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.Operand.scalar;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import dev.backproof.core.witness.FiniteDifferences;
import dev.backproof.verify.report.ComputationGraph;
import java.io.PrintWriter;
import java.util.List;

/**
 * Kinks: three spellings of max(0, z), and what each gives at 0, where no derivative exists.
 *
 * <p>The value there is a convention, written down in {@link
 * dev.backproof.autodiff.rule.KinkTable}, and belongs to the spelling: rect 0, maximum ½, clip 1. A
 * convention is not a derivative: rect(z) − rect(−z) is z, whose slope is 1, and gets 0 at 0.
 */
public final class Kinks {
  private Kinks() {}

  /** The spellings, and z in disguise with its slope. */
  static class Rectifier {
    static <T extends Tensor<T>> T rect(T z) {
      return z.map(Elementary.RECT);
    }

    static <T extends Tensor<T>> T maximum(T z) {
      return z.maximum(z.zero());
    }

    static <T extends Tensor<T>> T clip(T z) {
      return Functions.clip(z, z.zero(), z.constant(1000));
    }

    static <T extends Tensor<T>> T disguise(T z) { // rect(z) − rect(−z) = z
      return rect(z).minus(rect(z.negate()));
    }

    static <T extends Tensor<T>> T one(T z) {
      return z.one();
    }
  }

  /** The graph of rect(z) − rect(−z) at the kink. */
  public static ComputationGraph graph() {
    var tape = new Tape<DenseTensor>();
    var z = tape.variable("z", DenseTensor.scalar(0));
    return ComputationGraph.onPaper(tape.name("y", Rectifier.disguise(z)));
  }

  /** What the program prints. */
  public static String text() {
    return Printer.of(Kinks::lines);
  }

  private static void lines(PrintWriter out) {
    // Off the kink they agree; at 0 each spelling has a slope of its own, by convention.
    for (double at : new double[] {-1, 0, 1}) {
      var z = DenseTensor.scalar(at);
      var rect = Differentiation.grad(Rectifier::rect, z);
      var maximum = Differentiation.grad(Rectifier::maximum, z);
      var clip = Differentiation.grad(Rectifier::clip, z);
      out.println("at " + z + ": rect′ " + rect + ", maximum′ " + maximum + ", clip′ " + clip);
    }

    // Differences see that there is no derivative, and say so.
    var kink = DenseTensor.scalar(0);
    var f = Formula.of(Rectifier::rect);
    out.println("differences at 0: " + FiniteDifferences.gradient(f, List.of(kink), 0).get(0));

    // A convention is not a derivative: rect(z) − rect(−z) is z, and its slope is 1 everywhere.
    out.println("(rect(z) − rect(−z))′ at 0: " + Differentiation.grad(Rectifier::disguise, kink));

    // So 1 is proved off the kink; for every z it is not what the engine gives.
    var slope = assertGradient(Rectifier::disguise).forAll(scalar("z"));
    out.println(slope.isProvedOffTheKinksFor(Rectifier::one));
    try {
      slope.isProvedFor(Rectifier::one);
    } catch (AssertionError refuted) {
      out.println(refuted.getMessage());
    }
  }
}
