package dev.backproof.verify.tour;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.Activations;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.verify.report.ComputationGraph;

/**
 * The network of the notes for a minibatch of two examples, which are the rows of X.
 *
 * <p>The backward table is claim 3.2: {@code W̄1} is the cotangent of HA, transposed, times X, and
 * the biases, which were repeated for each row, get sums over the rows. The loss is the mean, so
 * every cotangent of an example has the factor ½.
 */
public final class NotesMinibatch {
  static final String TITLE =
      "The network of the notes: a minibatch of two examples, labels 0 and 1";

  private NotesMinibatch() {}

  /** Makes the variables, computes, and takes the graph off the tape. */
  public static ComputationGraph graph() {
    Tape<DenseTensor> tape = new Tape<>();
    Parameters<Var<DenseTensor>> p =
        new Parameters<>(
            tape.variable("W1", DenseTensor.matrix(new double[][] {{1, 0}, {0, 1}, {1, -1}})),
            tape.variable("b1", DenseTensor.vector(1, 0, 0)),
            tape.variable("W2", DenseTensor.matrix(new double[][] {{1, 0, 1}, {0, 1, -1}})),
            tape.variable("b2", DenseTensor.vector(0, 0)));
    Var<DenseTensor> x = tape.variable("X", DenseTensor.matrix(new double[][] {{1, 2}, {-1, 0}}));
    Var<DenseTensor> y = tape.constant("y", DenseTensor.vector(0, 1));

    Activations<Var<DenseTensor>> at = Network.NOTES.forward(p, x);
    tape.name("HA", at.ha());
    tape.name("HS", at.hs());
    tape.name("OA", at.oa());
    Var<DenseTensor> loss = Network.lossFromTarget(at, Network.target(p, y));
    return ComputationGraph.onPaper(tape.name("L", loss));
  }
}
