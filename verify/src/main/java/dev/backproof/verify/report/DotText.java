package dev.backproof.verify.report;

import dev.backproof.verify.report.ComputationGraph.Edge;
import dev.backproof.verify.report.ComputationGraph.Local;
import dev.backproof.verify.report.ComputationGraph.Node;
import dev.backproof.verify.report.ComputationGraph.Pull;

/**
 * A graph in DOT, the language of Graphviz: {@code dot -Tsvg}.
 *
 * <p>A box shows name, operation, shape, value and cotangent. A solid edge leads from an operand to
 * the result, a dashed one back, with what flows along it. The same graph gives the same bytes.
 */
public final class DotText {
  private DotText() {}

  /** The text, in lines ended by line feeds. */
  public static String of(ComputationGraph graph) {
    StringBuilder text =
        new StringBuilder(
            """
            digraph computation {
              rankdir=LR;
              node [shape=box, style=rounded, fontname="sans-serif"];
              edge [fontname="sans-serif", fontsize=10];
            """);
    for (Node node : graph.nodes()) {
      text.append("  ").append(id(node)).append(" [").append(attributes(node)).append("];\n");
    }
    for (Edge edge : graph.edges()) {
      text.append("  ").append(id(edge.from())).append(" -> ").append(id(edge.to()));
      text.append(edge.local().isPresent() ? "" : " [color=gray]").append(";\n");
    }
    for (Pull pull : graph.pulls()) {
      Edge edge = pull.edge();
      text.append("  ").append(id(edge.to())).append(" -> ").append(id(edge.from()));
      text.append(" [style=dashed, constraint=false, label=").append(quoted(label(pull)));
      text.append("];\n");
    }
    return text.append("}\n").toString();
  }

  private static String label(Pull pull) {
    String value = pull.edge().local().map(Local::value).map(ValueText::of).orElse("");
    return pull.text() + "\n" + value;
  }

  private static String id(Node node) {
    return "n" + node.id();
  }

  private static String attributes(Node node) {
    String name = node.word();
    return switch (node.kind()) {
      case LITERAL -> "shape=plaintext, label=" + quoted(name);
      case CONSTANT -> "style=\"\", label=" + quoted(name + "\n" + value(node));
      case VARIABLE -> "style=\"rounded,bold\", label=" + quoted(name + "\n" + value(node));
      case OPERATION -> "label=" + quoted(name + " = " + node.operation() + "\n" + value(node));
    };
  }

  private static String value(Node node) {
    String shape = node.shape().rank() == 0 ? "" : node.shape() + " ";
    String value = shape + ValueText.of(node.value());
    return value
        + node.cotangent().map(c -> "\n" + node.bar() + " = " + ValueText.of(c)).orElse("");
  }

  /**
   * A quoted string: only quotes and backslashes mean something in it, and a line feed ends a line.
   */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
