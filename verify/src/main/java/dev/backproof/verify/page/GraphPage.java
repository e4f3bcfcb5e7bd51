package dev.backproof.verify.page;

import dev.backproof.verify.graph.Content;
import dev.backproof.verify.graph.Diagram;
import dev.backproof.verify.graph.Diagrams;
import dev.backproof.verify.graph.GraphSvg;
import dev.backproof.verify.graph.Layers;
import dev.backproof.verify.markup.Html;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.GraphTable;

/**
 * A graph as one self-contained page without a script: the picture, one of each folded layer that
 * the first links to, and the tables.
 */
public final class GraphPage {
  private GraphPage() {}

  /**
   * The page.
   *
   * @param folded whether the first picture has a box for each layer; then each has a picture too
   */
  public static String of(String title, ComputationGraph graph, Content content, boolean folded) {
    Layers layers = Layers.of(graph);
    StringBuilder html = new StringBuilder(Page.start(title));
    html.append("<header><h1>").append(Html.escape(title)).append("</h1></header>\n<main>\n");
    Diagram whole = folded ? layers.folded(content) : Diagrams.of(graph, content);
    html.append("<section id=\"graph\">\n");
    picture(
        html,
        GraphSvg.partInRows(
            whole, title, "p-", id -> folded && id.startsWith("g") ? "layer-" + id : ""));
    html.append("</section>\n");
    if (folded) {
      for (String layer : layers.names()) {
        layer(html, layers, layer, content);
      }
    }
    html.append("<section>\n<h2>").append(content.hasGradients() ? "Step by step" : "Symbols");
    html.append("</h2>\n<pre class=\"scroll\" tabindex=\"0\">");
    html.append(
        Html.escape(content.hasGradients() ? GraphTable.of(graph) : GraphTable.legend(graph)));
    html.append("</pre>\n</section>\n</main>\n");
    return html.append(Page.END).toString();
  }

  private static void layer(StringBuilder html, Layers layers, String layer, Content content) {
    String title = "Inside " + layer;
    html.append("<section id=\"layer-").append(layers.id(layer)).append("\">\n<h2>");
    html.append(Html.escape(title))
        .append("</h2>\n<p><a href=\"#graph\">back to the whole</a></p>\n");
    picture(
        html,
        GraphSvg.partInRows(
            layers.inside(layer, content),
            title,
            "l" + layers.id(layer) + "-",
            id -> other(layers, layer, id)));
    html.append("</section>\n");
  }

  /** Where a box of another layer leads. */
  private static String other(Layers layers, String layer, String box) {
    String id = layers.layerId(box);
    return id.isEmpty() || id.equals(layers.id(layer)) ? "" : "layer-" + id;
  }

  private static void picture(StringBuilder html, String svg) {
    html.append("<div class=\"picture whole\"><div class=\"scroll\" tabindex=\"0\">\n");
    html.append(svg).append("</div></div>\n");
  }
}
