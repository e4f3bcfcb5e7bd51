package dev.backproof.mlp.closedform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.mlp.DeepElasticNet;
import dev.backproof.mlp.DeepNetwork;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.Initialization;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.graph.GraphGradient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeepClosedFormTest {
  private static final RandomTensors RANDOM = RandomTensors.seeded(3);

  /** Layers of different widths, none to four hidden, every activation. */
  static Stream<List<Object>> networks() {
    List<List<Object>> cases = new ArrayList<>();
    for (List<Integer> widths :
        List.of(List.of(3, 4), List.of(3, 5, 4), List.of(3, 6, 5, 4), List.of(2, 7, 1, 3, 5, 2))) {
      for (Elementary activation :
          List.of(Elementary.RECT, Elementary.TANH, Elementary.SIGMOID, Elementary.SOFTPLUS)) {
        cases.add(List.of(widths, activation));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("networks")
  @SuppressWarnings("unchecked")
  void theRecursionGivesTheGradientOfTheGraph(List<Object> one) {
    List<Integer> widths = (List<Integer>) one.get(0);
    DeepNetwork network = new DeepNetwork((Elementary) one.get(1));
    DeepParameters<DenseTensor> p = Initialization.uniform(widths, RANDOM);
    int m = widths.get(widths.size() - 1);
    assertSame(
        network, p, RANDOM.normal(Shape.of(6, widths.get(0))), RANDOM.labels(m, Shape.of(6)));
    assertSame(network, p, RANDOM.normal(Shape.of(widths.get(0))), RANDOM.labels(m, Shape.SCALAR));
  }

  private static void assertSame(
      DeepNetwork network, DeepParameters<DenseTensor> p, DenseTensor x, DenseTensor y) {
    DeepParameters<DenseTensor> hand = hand(network, p, x, y);
    DeepParameters<DenseTensor> graph = GraphGradient.withLoss(network, p, x, y).gradient();
    assertClose(graph, hand);
  }

  private static DeepParameters<DenseTensor> hand(
      DeepNetwork network, DeepParameters<DenseTensor> p, DenseTensor x, DenseTensor y) {
    return ClosedForm.of(x)
        .gradients(network, p, network.forward(p, x), x, DeepNetwork.target(p, y))
        .parameters();
  }

  /** Entries are of order one at most, made by a few dozen operations: 1e-14 is 45 ulps of one. */
  private static void assertClose(
      DeepParameters<DenseTensor> expected, DeepParameters<DenseTensor> found) {
    for (int i = 0; i < expected.count(); i++) {
      DenseTensor e = expected.list().get(i);
      DenseTensor f = found.list().get(i);
      assertEquals(e.shape(), f.shape());
      for (int j = 0; j < e.count(); j++) {
        assertEquals(e.at(j), f.at(j), 1e-14);
      }
    }
  }

  @Test
  void withOneHiddenLayerItIsTheNotes() {
    Parameters<DenseTensor> p = Initialization.uniform(3, 5, 4, RandomTensors.seeded(7));
    DenseTensor x = RandomTensors.seeded(8).normal(Shape.of(6, 3));
    DenseTensor y = RandomTensors.seeded(9).labels(4, Shape.of(6));
    ClosedForm equations = Minibatch.EQUATIONS;
    LayerGradients<DenseTensor> notes =
        equations.gradients(Network.NOTES, p, x, Network.target(p, y));
    assertEquals(notes.parameters().list(), hand(Network.NOTES.deep(), p.layers(), x, y).list());
    // The notes' own way from the output back, equation by equation.
    DenseTensor gradOa = equations.gradOa(Network.NOTES.forward(p, x).os(), Network.target(p, y));
    assertEquals(gradOa, notes.gradOa());
    assertEquals(equations.gradHs(p.w2(), gradOa), notes.gradHs());
    assertEquals(equations.gradW1(notes.gradHa(), x), notes.parameters().w1());
  }

  @Test
  void thePenaltyIsAddedToTheWeightsOnly() {
    DeepNetwork network = new DeepNetwork(Elementary.TANH);
    DeepParameters<DenseTensor> p = Initialization.uniform(List.of(3, 4, 5, 2), RANDOM);
    DenseTensor x = RANDOM.normal(Shape.of(7, 3));
    DenseTensor y = RANDOM.labels(2, Shape.of(7));
    DenseTensor l1 = DenseTensor.scalar(0.3);
    DenseTensor l2 = DenseTensor.scalar(0.7);
    DeepParameters<DenseTensor> graph =
        GraphGradient.withLoss(
                p,
                q ->
                    network
                        .loss(q, Var.constant(x), Var.constant(y))
                        .plus(new DeepElasticNet<>(Var.constant(l1), Var.constant(l2)).penalty(q)))
            .gradient();
    assertClose(graph, Penalty.add(hand(network, p, x, y), new DeepElasticNet<>(l1, l2), p));
  }
}
