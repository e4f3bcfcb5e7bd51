package dev.backproof.verify.graph;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.ComputationGraph.Edge;
import dev.backproof.verify.report.ComputationGraph.Local;
import dev.backproof.verify.report.ComputationGraph.Node;
import dev.backproof.verify.report.ComputationGraph.Pull;
import java.util.Locale;

/**
 * A graph as JSON: nodes, edges, and the steps of the backward sweep, keys in a fixed order.
 *
 * <p>A value is an object of {@code shape} and {@code entries}, row by row, in full precision; an
 * infinite entry or NaN is a string.
 */
public final class GraphJson {
  private static final int SCHEMA = 1;
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final Content content;

  private GraphJson(Content content) {
    this.content = content;
  }

  /** One object, with a line break at its end. */
  public static String of(ComputationGraph graph, Content content) {
    return GSON.toJson(new GraphJson(content).json(graph)) + "\n";
  }

  private JsonObject json(ComputationGraph graph) {
    Layers layers = Layers.of(graph);
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    json.addProperty("result", graph.result().id());
    JsonArray nodes = new JsonArray();
    graph.nodes().forEach(node -> nodes.add(node(node, layers)));
    json.add("nodes", nodes);
    JsonArray edges = new JsonArray();
    graph.edges().forEach(edge -> edges.add(edge(edge)));
    json.add("edges", edges);
    if (content.hasGradients()) {
      JsonArray pulls = new JsonArray();
      graph.pulls().forEach(pull -> pulls.add(pull(pull)));
      json.add("backward", pulls);
    }
    return json;
  }

  private JsonObject node(Node node, Layers layers) {
    JsonObject json = new JsonObject();
    json.addProperty("id", node.id());
    json.addProperty("name", node.name());
    json.addProperty("kind", node.kind().name().toLowerCase(Locale.ROOT));
    json.addProperty("operation", node.operation());
    layers.layer(node).ifPresent(layer -> json.addProperty("layer", layer));
    json.add("shape", shape(node.shape()));
    if (content.hasValues()) {
      json.add("value", value(node.value()));
    }
    if (content.hasGradients()) {
      node.cotangent().ifPresent(bar -> json.add("cotangent", value(bar)));
    }
    return json;
  }

  private JsonObject edge(Edge edge) {
    JsonObject json = new JsonObject();
    json.addProperty("id", edge.id());
    json.addProperty("from", edge.from().id());
    json.addProperty("to", edge.to().id());
    json.addProperty("operand", edge.operand());
    json.addProperty("flows", edge.local().isPresent());
    if (content.hasGradients()) {
      edge.local().ifPresent(local -> add(json, local));
    }
    return json;
  }

  private void add(JsonObject json, Local local) {
    json.addProperty("local", local.slope().map().text());
    json.addProperty("product", local.text());
    json.add("contributes", value(local.value()));
    local.slope().jacobian().ifPresent(j -> json.add("jacobian", value(j)));
  }

  private JsonObject pull(Pull pull) {
    JsonObject json = new JsonObject();
    json.addProperty("edge", pull.edge().id());
    json.addProperty("adds", pull.meets());
    json.add("sum", value(pull.sum()));
    return json;
  }

  private static JsonArray shape(Shape shape) {
    JsonArray extents = new JsonArray();
    for (int extent : shape.extents()) {
      extents.add(extent);
    }
    return extents;
  }

  private static JsonObject value(DenseTensor value) {
    JsonObject json = new JsonObject();
    json.add("shape", shape(value.shape()));
    JsonArray entries = new JsonArray();
    for (double entry : value.toArray()) {
      if (Double.isFinite(entry)) {
        entries.add(entry);
      } else {
        entries.add(Double.toString(entry));
      }
    }
    json.add("entries", entries);
    return json;
  }
}
