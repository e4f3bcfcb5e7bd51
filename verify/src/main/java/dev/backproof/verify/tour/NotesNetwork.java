package dev.backproof.verify.tour;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Functions;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.GraphTable;
import java.io.PrintWriter;

/**
 * The network of the notes for one example: two inputs, three hidden units of which one is off, two
 * classes.
 *
 * <p>The backward table is the notes' #7 to #17, worked out by the engine: {@code W̄2 = ōa · hsᵀ},
 * {@code h̄s = W2ᵀ · ōa}, {@code h̄a = where([ha > 0], h̄s, 0)}, {@code W̄1 = h̄a · xᵀ}. The logits
 * are equal, so the softmax is (½, ½) and ∂L/∂oᵃ = (½, ½) − (1, 0) = (½, −½).
 */
public final class NotesNetwork {
  private NotesNetwork() {}

  /** Makes the variables, computes, and takes the graph off the tape. */
  public static ComputationGraph graph() {
    var tape = new Tape<DenseTensor>();
    var p =
        new Parameters<>(
            tape.variable("W1", DenseTensor.matrix(new double[][] {{1, 0}, {0, 1}, {1, -1}})),
            tape.variable("b1", DenseTensor.vector(1, 0, 0)),
            tape.variable("W2", DenseTensor.matrix(new double[][] {{1, 0, 1}, {0, 1, -1}})),
            tape.variable("b2", DenseTensor.vector(0, 0)));
    var x = tape.variable("x", DenseTensor.vector(1, 2));
    var y = tape.constant("y", DenseTensor.scalar(0));

    // The same method that trains: here it is recorded, and its inner values get their names.
    var at = Network.NOTES.forward(p, x);
    tape.name("ha", at.ha());
    tape.name("hs", at.hs());
    tape.name("oa", at.oa());
    var loss = Functions.crossEntropyFromLogits(at.oa(), Network.target(p, y));
    return ComputationGraph.onPaper(tape.name("L", loss));
  }

  /** What the program prints. */
  public static String text() {
    return Printer.of(out -> lines(graph(), out));
  }

  private static void lines(ComputationGraph graph, PrintWriter out) {
    out.println("The network of the notes: x = (1, 2), label 0 of two classes\n");
    out.print(GraphTable.of(graph));

    // The same as a picture: Files.writeString(Path.of("notes.svg"), Display.of(graph).svg()).
  }
}
