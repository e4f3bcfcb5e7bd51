package dev.backproof.verify.page;

import dev.backproof.verify.graph.Content;
import dev.backproof.verify.graph.GraphSvg;
import dev.backproof.verify.graph.ScalarGraph;
import dev.backproof.verify.markup.Html;
import dev.backproof.verify.report.ComputationGraph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a lesson that unfold into scalars, and the pictures of these. */
final class Unfolded {
  /** With more nodes than this, none unfolds: the page would be too heavy. */
  private static final int MOST_NODES = 60;

  private final Map<Node, ScalarGraph> graphs = new LinkedHashMap<>();
  private final List<Node> order = new ArrayList<>();

  private Unfolded() {}

  static Unfolded of(Lesson lesson) {
    Unfolded unfolded = new Unfolded();
    if (lesson.graph().nodes().size() <= MOST_NODES) {
      for (Node node : lesson.graph().nodes()) {
        ScalarGraph.of(lesson.graph(), node, lesson.rules())
            .ifPresent(
                scalars -> {
                  unfolded.graphs.put(node, scalars);
                  unfolded.order.add(node);
                });
      }
    }
    return unfolded;
  }

  /** In the order of the programs of the page. */
  List<ScalarGraph> graphs() {
    return List.copyOf(graphs.values());
  }

  /** The scalar graph with values; nothing if there is none. */
  String forward(Node node) {
    return picture(node, Content.VALUES, "f");
  }

  /** The scalar graph with cotangents. */
  String backward(Node node) {
    return picture(node, Content.GRADIENTS, "b");
  }

  private String picture(Node node, Content content, String prefix) {
    ScalarGraph scalars = graphs.get(node);
    if (scalars == null) {
      return "";
    }
    int program = order.indexOf(node) + 1;
    String title = node.word() + " as a graph of scalars";
    return "<details class=\"unfold\" data-scope=\""
        + program
        + "\">\n<summary>Unfold "
        + Html.escape(node.word())
        + " into scalars</summary>\n<div class=\"scroll\" tabindex=\"0\">"
        + GraphSvg.part(scalars.diagram(content), title, prefix + node.id() + "-")
        + "</div>\n</details>\n";
  }
}
