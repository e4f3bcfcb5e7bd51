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
import java.util.stream.IntStream;

/**
 * The laws of the engine, on the loss of the notes' network: with tanh in the hidden layer, so that
 * it is smooth everywhere and its Taylor remainders have the slopes they should.
 */
public final class NotesEngine {
  private static final Network SMOOTH = new Network(Elementary.TANH);
  private static final List<Sizes> SIZES =
      List.of(new Sizes(1, 1, 2, 1), new Sizes(3, 4, 3, 5), new Sizes(5, 2, 4, 2));
  private static final List<Operand> OPERANDS =
      List.of(Operand.W1, Operand.B1, Operand.W2, Operand.B2, Operand.BATCH, Operand.LABELS);

  private NotesEngine() {}

  /** Checks all laws at a random point of each of three sizes. */
  public static List<Comparison> check(RandomTensors random) {
    return SIZES.stream()
        .map(sizes -> check(sizes, random))
        .reduce(NotesEngine::both)
        .orElseThrow();
  }

  private static List<Comparison> check(Sizes sizes, RandomTensors random) {
    List<DenseTensor> at = OPERANDS.stream().map(o -> o.sample(sizes, random)).toList();
    return EngineCheck.all(Formula.ofList(NotesEngine::loss), at, Parameters.COUNT, random);
  }

  /** Law by law, the graver. */
  private static List<Comparison> both(List<Comparison> a, List<Comparison> b) {
    return IntStream.range(0, a.size()).mapToObj(law -> a.get(law).and(b.get(law))).toList();
  }

  private static <T extends Tensor<T>> T loss(List<T> in) {
    return SMOOTH.loss(
        Parameters.of(in),
        in.get(NetworkFormulas.EXAMPLE_X),
        in.get(NetworkFormulas.EXAMPLE_X + 1));
  }
}
