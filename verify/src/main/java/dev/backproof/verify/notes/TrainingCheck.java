package dev.backproof.verify.notes;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.mlp.Initialization;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.data.Dataset;
import dev.backproof.mlp.data.StrokeDigits;
import dev.backproof.mlp.train.GradientSource;
import dev.backproof.mlp.train.Trainer;
import dev.backproof.mlp.train.TrainingStep;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.ParametersCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Trains the notes' network on stroke digits, and compares the sources of gradients at every step
 * of the way: the graph, and the program made of it, with the closed form.
 *
 * @param seed where data, weights and batches come from
 * @param examples the number of digits
 * @param epochs how often each is used
 */
public record TrainingCheck(long seed, int examples, int epochs) {
  private static final int HIDDEN = 32;
  private static final int BATCH = 25;
  private static final double STEP = 0.5;

  /** The training of the main job. */
  public static TrainingCheck full(long seed) {
    return new TrainingCheck(seed, 500, 10);
  }

  /** A shorter one. */
  public static TrainingCheck quick(long seed) {
    return new TrainingCheck(seed, 200, 3);
  }

  /** The number of steps it takes. */
  public int steps() {
    return epochs * ((examples + BATCH - 1) / BATCH);
  }

  /**
   * Trains by the closed form; at each step the graph's gradient must agree with it, and that of
   * the optimised program.
   *
   * @param done told the number of each step that is finished, from 1
   */
  public TrainingResult run(IntConsumer done) {
    TrainingStep step = new TrainingStep(Network.NOTES, TrainingStep.Gradient.GRAPH, false);
    return run(done, GradientSource.graph(Network.NOTES), GradientSource.traced(step));
  }

  /** As above, with the gradients of other sources held against the closed form. */
  TrainingResult run(IntConsumer done, GradientSource... others) {
    Network network = Network.NOTES;
    Dataset data = StrokeDigits.generate(examples, seed);
    Parameters<DenseTensor> start =
        Initialization.uniform(data.inputs(), HIDDEN, data.classes(), RandomTensors.seeded(seed));
    List<Comparison> compared = new ArrayList<>();
    int[] step = {0};
    GradientSource closedForm = GradientSource.closedForm(network);
    GradientSource both =
        (p, x, y) -> {
          Parameters<DenseTensor> hand = closedForm.gradient(p, x, y);
          for (GradientSource other : others) {
            compared.add(ParametersCheck.graph(network, p, x, y, other.gradient(p, x, y), hand));
          }
          done.accept(++step[0]);
          return hand;
        };
    Trainer trainer = Trainer.eager(both, STEP, BATCH, epochs);
    Parameters<DenseTensor> end = trainer.train(start, data, seed);
    return new TrainingResult(
        step[0],
        network.loss(start, data.examples(), data.labels()).item(),
        network.loss(end, data.examples(), data.labels()).item(),
        Trainer.accuracy(network, end, data),
        compared.stream().reduce(Comparison::and).orElseThrow());
  }
}
