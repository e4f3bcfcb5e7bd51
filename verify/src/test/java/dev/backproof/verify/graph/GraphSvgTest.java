package dev.backproof.verify.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.tour.DeepNetwork;
import dev.backproof.verify.tour.NotesNetwork;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class GraphSvgTest {
  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void theFileIsXmlWithABoxForEachNodeAndALinkForEachUse() throws Exception {
    ComputationGraph graph = NotesNetwork.graph();
    Document svg = parsed(GraphSvg.file(Diagrams.of(graph, Content.GRADIENTS), "notes"));
    assertEquals("http://www.w3.org/2000/svg", svg.getDocumentElement().getAttribute("xmlns"));
    assertEquals(graph.nodes().size(), svg.getElementsByTagName("rect").getLength());
    NodeList groups = svg.getElementsByTagName("g");
    assertEquals(graph.nodes().size() + graph.edges().size(), groups.getLength());
  }

  @Test
  void theSameGraphGivesTheSameBytes() {
    for (ComputationGraph graph :
        new ComputationGraph[] {NotesNetwork.graph(), DeepNetwork.graph()}) {
      String first = GraphSvg.file(Diagrams.of(graph, Content.GRADIENTS), "twice");
      assertEquals(first, GraphSvg.file(Diagrams.of(graph, Content.GRADIENTS), "twice"));
    }
  }

  @Test
  void namesThatLookLikeMarkupAreText() throws Exception {
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> x = tape.variable("<script>\"&'", DenseTensor.scalar(2));
    ComputationGraph graph = ComputationGraph.of(x.times(x));
    Document svg = parsed(GraphSvg.file(Diagrams.of(graph, Content.GRADIENTS), "a \"title\" <b>"));
    assertEquals(0, svg.getElementsByTagName("script").getLength());
    assertTrue(svg.getDocumentElement().getTextContent().contains("‹<script>\"&'›"));
    assertEquals("a \"title\" <b>", svg.getDocumentElement().getAttribute("aria-label"));
  }

  @Test
  void forwardOnlyShowsNoNumbersAndValuesNoCotangents() {
    ComputationGraph graph = NotesNetwork.graph();
    String forward = GraphSvg.file(Diagrams.of(graph, Content.FORWARD), "notes");
    assertFalse(forward.contains("[2, 2, −1]"));
    assertFalse(forward.contains("h̄a"));
    assertTrue(forward.contains("W1 · x + b1"));
    String values = GraphSvg.file(Diagrams.of(graph, Content.VALUES), "notes");
    assertTrue(values.contains("[2, 2, −1]"));
    assertFalse(values.contains("h̄a"));
    assertTrue(GraphSvg.file(Diagrams.of(graph, Content.GRADIENTS), "notes").contains("h̄a"));
  }
}
