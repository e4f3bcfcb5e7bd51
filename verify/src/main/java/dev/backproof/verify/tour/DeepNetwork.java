package dev.backproof.verify.tour;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import dev.backproof.mlp.Network;
import dev.backproof.verify.report.ComputationGraph;
import java.util.Arrays;
import java.util.Random;

/**
 * Six layers of the same kind, each with a short cut around it: h + tanh(W·h + b).
 *
 * <p>The nodes of a layer share the first part of their names, {@code layer1.W}, so that a picture
 * can fold it into one box. At each short cut two paths meet.
 */
public final class DeepNetwork {
  static final String TITLE = "Six layers, each with a short cut";

  private static final int LAYERS = 6;
  private static final int WIDTH = 4;
  private static final long SEED = 1;

  private DeepNetwork() {}

  /** Makes the variables, computes, and takes the graph off the tape. */
  public static ComputationGraph graph() {
    return graph(LAYERS);
  }

  /** The graph of a number of layers. */
  public static ComputationGraph graph(int layers) {
    Random random = new Random(SEED);
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> h = tape.variable("x", numbers(random, Shape.of(WIDTH)));
    for (int i = 1; i <= layers; i++) {
      String layer = "layer" + i + ".";
      Var<DenseTensor> w = tape.variable(layer + "W", numbers(random, Shape.of(WIDTH, WIDTH)));
      Var<DenseTensor> b = tape.variable(layer + "b", numbers(random, Shape.of(WIDTH)));
      Var<DenseTensor> a = tape.name(layer + "a", Network.affine(w, b, h));
      Var<DenseTensor> s = tape.name(layer + "s", a.map(Elementary.TANH));
      h = tape.name(layer + "h", h.plus(s));
    }
    Var<DenseTensor> loss = tape.name("L", Functions.squaredL2Norm(h));
    return ComputationGraph.onPaper(loss);
  }

  /** Quarters from −1 to 1, which are short to read. */
  private static DenseTensor numbers(Random random, Shape shape) {
    double[] entries = new double[shape.count()];
    Arrays.setAll(entries, i -> (random.nextInt(9) - 4) / 4.0);
    return DenseTensor.of(shape, entries);
  }
}
