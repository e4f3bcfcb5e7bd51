package dev.backproof.verify.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.verify.graph.Content;
import dev.backproof.verify.graph.GraphSvg;
import dev.backproof.verify.graph.Layers;
import dev.backproof.verify.report.ComputationGraph;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DeepNetworkTest {
  /** After a change: {@code backproof graph deep --fold -o deep-network-folded.svg}. */
  @Test
  void drawsWhatTheReadmeShows() throws IOException {
    Golden.matches(
        "deep-network-folded.svg",
        GraphSvg.file(
            Layers.of(DeepNetwork.graph()).folded(Content.GRADIENTS),
            "Six layers, each with a short cut"));
  }

  @Test
  void atEachShortCutTwoPathsMeet() {
    ComputationGraph graph = DeepNetwork.graph();
    assertEquals(6, graph.pulls().stream().filter(ComputationGraph.Pull::meets).count());
  }
}
