package dev.backproof.verify.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.graph.Diagram.Box;
import dev.backproof.verify.graph.Diagram.Style;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.tour.DeepNetwork;
import dev.backproof.verify.tour.NotesNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayersTest {
  @Test
  void namesWithAPointAreLayers() {
    Layers layers = Layers.of(DeepNetwork.graph(2));
    assertEquals(List.of("layer1", "layer2"), layers.names());
    assertEquals(
        List.of("layer1.W", "layer1.b", "layer1.a", "layer1.s", "layer1.h"),
        layers.members("layer1").stream().map(ComputationGraph.Node::name).toList());
  }

  @Test
  void aGraphOfFiveHundredNodesIsReadableFolded() {
    ComputationGraph graph = DeepNetwork.graph(100);
    assertTrue(graph.nodes().size() > 500);
    Diagram folded = Layers.of(graph).folded(Content.GRADIENTS);
    // A box for each layer, x, the squares, L.
    assertEquals(103, folded.boxes().size());
    assertEquals(100, folded.boxes().stream().filter(box -> box.style() == Style.LAYER).count());
    Diagram inside = Layers.of(graph).inside("layer50", Content.GRADIENTS);
    assertEquals(
        List.of("layer49.h [4]", "layer51.a [4]", "layer51.h [4]"),
        inside.boxes().stream()
            .filter(box -> box.style() == Style.OUTSIDE)
            .map(box -> box.lines().get(0).text())
            .sorted()
            .toList());
  }

  @Test
  void whatIsComputedOnTheWayIsFoldedToo() {
    Diagram folded = Layers.of(NotesNetwork.graph()).folded(Content.FORWARD);
    assertEquals(
        Diagrams.of(NotesNetwork.graph(), Content.FORWARD).boxes().stream().map(Box::id).toList(),
        folded.boxes().stream().map(Box::id).toList(),
        "no name has a point");
  }

  @Test
  void anUnknownLayerGetsTheKnownOnes() {
    Layers deep = Layers.of(DeepNetwork.graph(2));
    assertEquals(
        "graph: no layer is called 'layer3'; there are layer1, layer2",
        assertThrows(IllegalArgumentException.class, () -> deep.members("layer3")).getMessage());
    Layers notes = Layers.of(NotesNetwork.graph());
    assertEquals(
        "graph: no layer is called 'x'; no name has a point, as layer1.W has",
        assertThrows(IllegalArgumentException.class, () -> notes.members("x")).getMessage());
  }
}
