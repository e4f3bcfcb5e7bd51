package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.mlp.Initialization;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.train.GradientSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParametersCheckTest {
  private static final Network NET = Network.NOTES;
  private static final RandomTensors RANDOM = RandomTensors.seeded(9);
  private static final Parameters<DenseTensor> P = Initialization.uniform(4, 5, 3, RANDOM);
  private static final DenseTensor X = RANDOM.normal(Shape.of(6, 4));
  private static final DenseTensor Y = RANDOM.labels(3, Shape.of(6));
  private static final Parameters<DenseTensor> HAND =
      GradientSource.closedForm(NET).gradient(P, X, Y);

  private static Comparison compare(Parameters<DenseTensor> graph) {
    return ParametersCheck.graph(NET, P, X, Y, graph, HAND);
  }

  @Test
  void bothSourcesAgreeInEveryEntry() {
    Comparison found = compare(GradientSource.graph(NET).gradient(P, X, Y));
    assertEquals(Verdict.AGREES, found.verdict(), found::toString);
    assertEquals(4 * 5 + 5 + 5 * 3 + 3, found.entries());
  }

  @Test
  void oneEntryOffByOnePartInABillionIsSeenInAnyPart() {
    for (int part = 0; part < Parameters.COUNT; part++) {
      DenseTensor right = HAND.list().get(part);
      int largest = largest(right);
      DenseTensor wrong = right.with(largest, right.at(largest) * (1 + 1e-9));
      int which = part;
      Parameters<DenseTensor> graph =
          Parameters.of(
              IntStream.range(0, Parameters.COUNT)
                  .mapToObj(i -> i == which ? wrong : HAND.list().get(i))
                  .toList());
      Comparison found = compare(graph);
      assertEquals(Verdict.DISAGREES, found.verdict());
      assertTrue(found.toString().contains("entry " + largest), found::toString);
    }
  }

  private static int largest(DenseTensor x) {
    int best = 0;
    for (int i = 1; i < x.count(); i++) {
      best = Math.abs(x.at(i)) > Math.abs(x.at(best)) ? i : best;
    }
    return best;
  }
}
