package dev.backproof.verify.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.DenseTensor;
import dev.backproof.verify.graph.Content;
import dev.backproof.verify.graph.Diagrams;
import dev.backproof.verify.graph.GraphSvg;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.DotText;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotesNetworkTest {
  @Test
  void printsWhatTheReadmeQuotes() throws IOException {
    Golden.matches("notes-network.txt", NotesNetwork.text());
    Golden.matches("notes-network.dot", DotText.of(NotesNetwork.graph()));
  }

  /** After a change: {@code backproof graph notes --rows -o notes-network.svg}. */
  @Test
  void drawsWhatTheReadmeShows() throws IOException {
    Golden.matches(
        "notes-network.svg",
        GraphSvg.fileInRows(
            Diagrams.of(NotesNetwork.graph(), Content.GRADIENTS),
            "The network of the notes: x = (1, 2), label 0 of two classes"));
  }

  @Test
  void theGradientsAreThoseOfTheNotes() {
    ComputationGraph graph = NotesNetwork.graph();
    // By hand from claims 2.7 to 2.17; every number is a multiple of a half, so exact.
    assertIs(graph, "oa", DenseTensor.vector(-0.5, 0.5));
    assertIs(graph, "b2", DenseTensor.vector(-0.5, 0.5));
    assertIs(graph, "W2", matrix(new double[][] {{-1, -1, 0}, {1, 1, 0}}));
    assertIs(graph, "hs", DenseTensor.vector(-0.5, 0.5, -1));
    assertIs(graph, "ha", DenseTensor.vector(-0.5, 0.5, 0));
    assertIs(graph, "W1", matrix(new double[][] {{-0.5, -1}, {0.5, 1}, {0, 0}}));
    assertIs(graph, "x", DenseTensor.vector(-0.5, 0.5));
  }

  private static DenseTensor matrix(double[][] rows) {
    return DenseTensor.matrix(rows);
  }

  private static void assertIs(ComputationGraph graph, String name, DenseTensor bar) {
    assertEquals(Optional.of(bar), graph.node(name).cotangent(), name);
  }
}
