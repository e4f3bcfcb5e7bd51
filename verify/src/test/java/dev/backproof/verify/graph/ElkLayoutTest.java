package dev.backproof.verify.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.graph.Diagram.Box;
import dev.backproof.verify.graph.Diagram.Link;
import dev.backproof.verify.graph.Layout.Area;
import dev.backproof.verify.graph.Layout.Point;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.tour.DeepNetwork;
import dev.backproof.verify.tour.NotesNetwork;
import dev.backproof.verify.tour.OneVariable;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ElkLayoutTest {
  @Test
  void everyLinkGoesFromLeftToRight() {
    Diagram diagram = Diagrams.of(NotesNetwork.graph(), Content.GRADIENTS);
    Layout layout = ElkLayout.of(diagram);
    for (Link link : diagram.links()) {
      Area from = area(layout, link.from());
      Area to = area(layout, link.to());
      assertTrue(from.x() + from.width() < to.x(), link::toString);
      List<Point> route = Objects.requireNonNull(layout.routes().get(link.id()));
      assertEquals(from.x() + from.width(), route.get(0).x(), 0.01);
      assertEquals(to.x(), route.get(route.size() - 1).x(), 0.01);
    }
  }

  @Test
  void noTwoBoxesOverlapAndAllAreInside() {
    for (ComputationGraph graph :
        List.of(OneVariable.graph(), NotesNetwork.graph(), DeepNetwork.graph())) {
      Diagram diagram = Diagrams.of(graph, Content.GRADIENTS);
      separate(diagram, ElkLayout.of(diagram));
      separate(diagram, ElkLayout.inRows(diagram));
    }
  }

  private static void separate(Diagram diagram, Layout layout) {
    List<Box> boxes = diagram.boxes();
    for (int i = 0; i < boxes.size(); i++) {
      Area a = area(layout, boxes.get(i).id());
      assertTrue(a.x() >= 0 && a.x() + a.width() <= layout.width());
      assertTrue(a.y() >= 0 && a.y() + a.height() <= layout.height());
      for (int j = 0; j < i; j++) {
        assertFalse(overlap(a, area(layout, boxes.get(j).id())), boxes.get(i) + " " + j);
      }
    }
  }

  @Test
  void whatIsTooWideIsBrokenIntoRows() {
    Diagram narrow = Diagrams.of(OneVariable.graph(), Content.GRADIENTS);
    assertEquals(ElkLayout.of(narrow), ElkLayout.inRows(narrow));
    Diagram notes = Diagrams.of(NotesNetwork.graph(), Content.GRADIENTS);
    assertTrue(ElkLayout.of(notes).width() > 2000);
    assertTrue(ElkLayout.inRows(notes).width() < 1300, "three rows of the notes");
    Diagram folded = Layers.of(DeepNetwork.graph(100)).folded(Content.GRADIENTS);
    assertTrue(ElkLayout.of(folded).width() > 10_000);
    assertTrue(ElkLayout.inRows(folded).width() < 3000, "a hundred layers");
  }

  @Test
  void parallelLinksHaveRoutesOfTheirOwn() {
    // w is used twice by w ⊙ w.
    Diagram diagram = Diagrams.of(OneVariable.graph(), Content.GRADIENTS);
    Layout layout = ElkLayout.of(diagram);
    assertEquals(diagram.links().size(), layout.routes().values().stream().distinct().count());
  }

  @Test
  void anEmptyDiagramHasALayout() {
    assertTrue(ElkLayout.of(new Diagram(List.of(), List.of())).boxes().isEmpty());
  }

  private static Area area(Layout layout, String id) {
    return Objects.requireNonNull(layout.boxes().get(id));
  }

  private static boolean overlap(Area a, Area b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }
}
