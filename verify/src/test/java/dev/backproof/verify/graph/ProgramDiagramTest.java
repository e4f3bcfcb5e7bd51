package dev.backproof.verify.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Program;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.graph.Diagram.Box;
import dev.backproof.verify.graph.Diagram.Line;
import dev.backproof.verify.graph.Diagram.Link;
import dev.backproof.verify.graph.Diagram.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramDiagramTest {
  /** a·b twice used: in exp, and as it is. */
  private final Program program =
      Program.trace(
          List.of(
              new Input("a", Shape.of(Size.symbol("n"))),
              new Input("b", Shape.of(Size.symbol("n")))),
          in -> {
            var product = in.get(0).times(in.get(1));
            return List.of(product.map(Elementary.EXP).plus(product));
          });

  private final Diagram diagram = ProgramDiagram.of(program);

  @Test
  void inputsAndInstructionsAreBoxes() {
    assertEquals(
        List.of("a [n]", "b [n]", "%2 [n]", "%3 [n]", "%4 [n]"),
        diagram.boxes().stream().map(box -> box.lines().get(0).text()).toList());
    assertEquals(
        List.of(Style.VARIABLE, Style.VARIABLE, Style.OPERATION, Style.OPERATION, Style.RESULT),
        diagram.boxes().stream().map(Box::style).toList());
  }

  @Test
  void everyUseOfAValueIsALink() {
    assertEquals(
        List.of("in0 i0", "in1 i0", "i0 i1", "i1 i2", "i0 i2"),
        diagram.links().stream().map(link -> link.from() + " " + link.to()).toList());
    assertEquals(5, diagram.links().stream().map(Link::id).distinct().count());
  }

  @Test
  void aBoxSaysWhatIsDone() {
    List<Line> lines = diagram.boxes().get(2).lines();
    assertTrue(lines.get(lines.size() - 1).text().contains("times"), lines::toString);
    assertTrue(diagram.boxes().get(2).hint().contains("of a, b"), diagram.boxes().get(2)::hint);
  }

  @Test
  void itCanBeDrawn() {
    String svg = GraphSvg.file(diagram, "a program");
    assertTrue(svg.contains(">%2 [n]<"), svg);
  }
}
