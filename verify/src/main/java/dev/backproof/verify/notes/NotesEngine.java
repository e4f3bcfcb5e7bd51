package dev.backproof.verify.notes;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.EngineCheck;
import java.util.List;

/**
 * The laws of the engine, on the loss of the notes' network: with tanh in the hidden layer, so that
 * it is smooth everywhere and its Taylor remainders have the slopes they should.
 */
public final class NotesEngine {
  private static final Network SMOOTH = new Network(Elementary.TANH);
  private static final Sizes SIZES = new Sizes(3, 4, 3, 5);
  private static final List<Operand> OPERANDS =
      List.of(Operand.W1, Operand.B1, Operand.W2, Operand.B2, Operand.BATCH, Operand.LABELS);

  private NotesEngine() {}

  /** Checks all laws at a random point. */
  public static List<Comparison> check(RandomTensors random) {
    List<DenseTensor> at = OPERANDS.stream().map(o -> o.sample(SIZES, random)).toList();
    return EngineCheck.all(Formula.ofList(NotesEngine::loss), at, Parameters.COUNT, random);
  }

  private static <T extends Tensor<T>> T loss(List<T> in) {
    return SMOOTH.loss(
        Parameters.of(in),
        in.get(NetworkFormulas.EXAMPLE_X),
        in.get(NetworkFormulas.EXAMPLE_X + 1));
  }
}
