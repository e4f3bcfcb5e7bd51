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
import dev.backproof.verify.report.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computation graphs as diagrams: a box for each node, a link for each use of a value. */
public final class Diagrams {
  /** Text in a box is cut at so many columns. */
  private static final int LONGEST = 34;

  /** Room for the digits a number may get when inputs are changed. */
  private static final int DIGITS = 8;

  private Diagrams() {}

  /** The whole graph. */
  public static Diagram of(ComputationGraph graph, Content content) {
    List<Box> boxes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      boxes.add(box(node, node.equals(graph.result()), content));
    }
    List<Link> links = new ArrayList<>();
    for (Edge edge : graph.edges()) {
      links.add(link(edge, content));
    }
    return new Diagram(boxes, links);
  }

  /** The box of a node: {@code n3}. */
  static Box box(Node node, boolean result, Content content) {
    List<Line> lines = new ArrayList<>();
    if (node.kind() == Kind.LITERAL) {
      lines.add(new Line(Role.OPERATION, cut(node.word())));
      return new Box(id(node), Style.LITERAL, lines, "");
    }
    String shape = node.shape().rank() == 0 ? "" : " " + node.shape();
    lines.add(new Line(Role.NAME, cut(node.word() + shape)));
    if (node.kind() == Kind.OPERATION) {
      lines.add(new Line(Role.OPERATION, cut(node.operation())));
    }
    if (content.hasValues()) {
      int room = room(node);
      String value = cut(ValueText.of(node.value()), LONGEST);
      lines.add(new Line(Role.VALUE, "", value, "v" + node.id(), room));
      if (content.hasGradients() && node.cotangent().isPresent()) {
        String label = node.bar() + " = ";
        String bar =
            cut(
                ValueText.of(node.cotangent().orElseThrow()),
                LONGEST - label.codePointCount(0, label.length()));
        lines.add(
            new Line(
                Role.COTANGENT,
                label,
                bar,
                "b" + node.id(),
                Math.min(LONGEST, room + label.codePointCount(0, label.length()))));
      }
    }
    return new Box(id(node), style(node, result), lines, hint(node));
  }

  private static int room(Node node) {
    int columns = ValueText.isWhole(node.value()) ? node.value().count() * DIGITS : 3 * DIGITS;
    return Math.min(columns, 3 * DIGITS);
  }

  private static Style style(Node node, boolean result) {
    return switch (node.kind()) {
      case VARIABLE -> Style.VARIABLE;
      case CONSTANT -> Style.CONSTANT;
      case LITERAL -> Style.LITERAL;
      case OPERATION -> result ? Style.RESULT : Style.OPERATION;
    };
  }

  private static String hint(Node node) {
    String made = node.kind() == Kind.OPERATION ? " = " : ": ";
    return node.word() + made + node.operation() + ", " + node.shape();
  }

  /** The link of an edge: {@code e5}. */
  static Link link(Edge edge, Content content) {
    Optional<String> back = content.hasGradients() ? edge.text() : Optional.empty();
    return new Link(
        "e" + edge.id(),
        id(edge.from()),
        id(edge.to()),
        edge.local().isPresent(),
        edge.from().word()
            + " → "
            + edge.to().word()
            + back.map(text -> "; back: " + text).orElse(""));
  }

  static String id(Node node) {
    return "n" + node.id();
  }

  /** The text as far as there is room for it. */
  static String cut(String text) {
    return cut(text, LONGEST);
  }

  private static String cut(String text, int most) {
    int longest = Math.max(most, DIGITS);
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
