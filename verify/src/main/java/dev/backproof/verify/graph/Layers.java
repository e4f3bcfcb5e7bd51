package dev.backproof.verify.graph;

import dev.backproof.verify.graph.Diagram.Box;
import dev.backproof.verify.graph.Diagram.Line;
import dev.backproof.verify.graph.Diagram.Link;
import dev.backproof.verify.graph.Diagram.Role;
import dev.backproof.verify.graph.Diagram.Style;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.ComputationGraph.Edge;
import dev.backproof.verify.report.ComputationGraph.Kind;
import dev.backproof.verify.report.ComputationGraph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The layers of a graph, by the names of its nodes: {@code layer1.W} and {@code layer1.ha} belong
 * to {@code layer1}.
 *
 * <p>A node without such a name belongs to a layer if all its uses do, or, if it has a name of its
 * own or no use, to none. So what is computed on the way to {@code layer1.ha} is folded with it.
 */
public final class Layers {
  private final ComputationGraph graph;
  private final Map<Node, String> layerOf = new HashMap<>();
  private final Map<String, List<Node>> members = new LinkedHashMap<>();

  private Layers(ComputationGraph graph) {
    this.graph = graph;
  }

  /** The layers of a graph. */
  public static Layers of(ComputationGraph graph) {
    Layers layers = new Layers(graph);
    layers.assign();
    return layers;
  }

  private void assign() {
    Map<Node, List<Node>> uses = new HashMap<>();
    graph.edges().forEach(e -> uses.computeIfAbsent(e.from(), n -> new ArrayList<>()).add(e.to()));
    List<Node> nodes = graph.nodes();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      named(node).or(() -> ofUses(node, uses)).ifPresent(layer -> layerOf.put(node, layer));
    }
    for (Node node : nodes) {
      String layer = layerOf.get(node);
      if (layer != null) {
        members.computeIfAbsent(layer, name -> new ArrayList<>()).add(node);
      }
    }
  }

  private static Optional<String> named(Node node) {
    int dot = node.name().lastIndexOf('.');
    return node.kind() != Kind.LITERAL && dot > 0
        ? Optional.of(node.name().substring(0, dot))
        : Optional.empty();
  }

  private Optional<String> ofUses(Node node, Map<Node, List<Node>> uses) {
    boolean generated = node.kind() == Kind.LITERAL || node.name().matches("[vc][0-9]+");
    if (!generated) {
      return Optional.empty();
    }
    Set<Optional<String>> layers = new LinkedHashSet<>();
    uses.getOrDefault(node, List.of())
        .forEach(use -> layers.add(Optional.ofNullable(layerOf.get(use))));
    return layers.size() == 1 ? layers.iterator().next() : Optional.empty();
  }

  /** The names, in the order of computation. */
  public List<String> names() {
    return List.copyOf(members.keySet());
  }

  /** The layer of a node, if it is in one. */
  public Optional<String> layer(Node node) {
    return Optional.ofNullable(layerOf.get(node));
  }

  /** The id of the box of a layer, {@code g2} for the second. */
  public String id(String layer) {
    return "g" + (names().indexOf(layer) + 1);
  }

  /** The nodes of a layer. */
  public List<Node> members(String layer) {
    List<Node> nodes = members.get(layer);
    if (nodes == null) {
      throw new IllegalArgumentException(
          "graph: no layer is called '"
              + layer
              + "'; "
              + (members.isEmpty()
                  ? "no name has a point, as layer1.W has"
                  : "there are " + String.join(", ", names())));
    }
    return List.copyOf(nodes);
  }

  /** The graph with a box for each layer. */
  public Diagram folded(Content content) {
    Map<String, Box> boxes = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      String layer = layerOf.get(node);
      if (layer == null) {
        boxes.put(Diagrams.id(node), Diagrams.box(node, node.equals(graph.result()), content));
      } else {
        boxes.computeIfAbsent(id(layer), id -> box(layer));
      }
    }
    Map<String, Link> links = new LinkedHashMap<>();
    for (Edge edge : graph.edges()) {
      String from = place(edge.from());
      String to = place(edge.to());
      if (!from.equals(to)) {
        boolean flows = edge.local().isPresent();
        links.merge(
            from + "-" + to,
            new Link("e" + edge.id(), from, to, flows, ""),
            (a, b) -> new Link(a.id(), from, to, a.flows() || b.flows(), ""));
      }
    }
    return new Diagram(List.copyOf(boxes.values()), List.copyOf(links.values()));
  }

  /** A layer from the inside; what it takes and gives is drawn beside it. */
  public Diagram inside(String layer, Content content) {
    Set<Node> inside = new LinkedHashSet<>(members(layer));
    List<Box> boxes = new ArrayList<>();
    Set<String> outside = new LinkedHashSet<>();
    inside.forEach(node -> boxes.add(Diagrams.box(node, node.equals(graph.result()), content)));
    List<Link> links = new ArrayList<>();
    for (Edge edge : graph.edges()) {
      boolean from = inside.contains(edge.from());
      boolean to = inside.contains(edge.to());
      if (from || to) {
        links.add(Diagrams.link(edge, content));
        Node other = from ? edge.to() : edge.from();
        if (!(from && to) && outside.add(Diagrams.id(other))) {
          boxes.add(stub(other));
        }
      }
    }
    return new Diagram(boxes, links);
  }

  private String place(Node node) {
    String layer = layerOf.get(node);
    return layer == null ? Diagrams.id(node) : id(layer);
  }

  /** Where a box of a node of another layer may lead: the id of the layer, empty if it has none. */
  public String layerId(String boxId) {
    return graph.nodes().stream()
        .filter(node -> Diagrams.id(node).equals(boxId))
        .findFirst()
        .flatMap(this::layer)
        .map(this::id)
        .orElse("");
  }

  private static Box stub(Node node) {
    String shape = node.shape().rank() == 0 ? "" : " " + node.shape();
    Line name = new Line(Role.NAME, Diagrams.cut(node.word() + shape));
    return new Box(Diagrams.id(node), Style.OUTSIDE, List.of(name), "");
  }

  private Box box(String layer) {
    List<Node> nodes = Objects.requireNonNull(members.get(layer));
    long variables = nodes.stream().filter(n -> n.kind() == Kind.VARIABLE).count();
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Role.NAME, Diagrams.cut(layer)));
    lines.add(new Line(Role.OPERATION, count(nodes.size(), "node")));
    if (variables > 0) {
      lines.add(new Line(Role.OPERATION, count(variables, "variable")));
    }
    Node last = nodes.get(nodes.size() - 1);
    lines.add(new Line(Role.OPERATION, Diagrams.cut("gives " + last.shape())));
    return new Box(id(layer), Style.LAYER, lines, layer);
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
