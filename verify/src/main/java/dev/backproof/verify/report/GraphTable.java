package dev.backproof.verify.report;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import dev.backproof.core.DenseTensor;
import dev.backproof.verify.report.ComputationGraph.Kind;
import dev.backproof.verify.report.ComputationGraph.Local;
import dev.backproof.verify.report.ComputationGraph.Node;
import dev.backproof.verify.report.ComputationGraph.Pull;

/**
 * A graph as two aligned tables: forward in the order of computation, backward in the order of the
 * sweep, where each row spells out upstream × local.
 *
 * <p>Numbers have five significant digits; an array of more than twelve entries is given by its
 * least and its greatest. A contribution is also shown added to those before it where several paths
 * meet. Below stand the gradients of the variables, and the symbols that occur.
 */
public final class GraphTable {
  /** Numbers are put into a rule as long as the line stays readable. */
  private static final int LONGEST_CONTRIBUTION = 52;

  private GraphTable() {}

  /** The text, in lines ended by line feeds. */
  public static String of(ComputationGraph graph) {
    return "Forward\n\n"
        + forward(graph)
        + "\nBackward: upstream × local, in the order of the sweep\n\n"
        + backward(graph)
        + "\nGradients\n\n"
        + gradients(graph)
        + "\n"
        + legend(graph);
  }

  /** What the symbols mean that occur in a graph. */
  public static String legend(ComputationGraph graph) {
    return Legend.of(graph, new TextTable());
  }

  /** The symbols of a graph whose local derivatives are shown by themselves, too. */
  public static String legendWithLocals(ComputationGraph graph) {
    return Legend.of(
        graph, new TextTable().row(Notation.HOLE, "where the upstream cotangent goes"));
  }

  private static TextTable forward(ComputationGraph graph) {
    TextTable table = new TextTable().row("step", "name", "operation", "shape", "value");
    int step = 0;
    for (Node node : graph.nodes()) {
      if (node.kind() != Kind.LITERAL) {
        step++;
        table.row(
            Integer.toString(step),
            node.word(),
            node.operation(),
            node.shape().toString(),
            ValueText.of(node.value()));
      }
    }
    return table;
  }

  private static TextTable backward(ComputationGraph graph) {
    TextTable table =
        new TextTable()
            .row("step", "edge", "upstream", "", "upstream × local", "contributes", "so far");
    Node result = graph.result();
    DenseTensor seed = result.cotangent().orElseThrow();
    table.row("0", result.word(), "", "", result.bar() + " = " + ValueText.of(seed), "", "");
    Multiset<Node> paths = HashMultiset.create();
    graph.pulls().forEach(pull -> paths.add(pull.edge().from()));
    int step = 0;
    for (Pull pull : graph.pulls()) {
      step++;
      Node from = pull.edge().from();
      Node to = pull.edge().to();
      table.row(
          Integer.toString(step),
          to.word() + " → " + from.word(),
          to.bar() + " = " + ValueText.of(to.cotangent().orElseThrow()),
          "×",
          pull.text(),
          contribution(pull.edge().local().orElseThrow()),
          paths.count(from) > 1 ? from.bar() + " = " + ValueText.of(pull.sum()) : "");
    }
    return table;
  }

  private static TextTable gradients(ComputationGraph graph) {
    TextTable table = new TextTable();
    for (Node node : graph.nodes()) {
      if (node.kind() == Kind.VARIABLE) {
        table.row(node.bar(), "=", ValueText.of(node.cotangent().orElseThrow()));
      }
    }
    return table;
  }

  /** The rule with numbers in it, and what it comes to. */
  private static String contribution(Local local) {
    String value = ValueText.of(local.value());
    return local
        .numbers()
        .filter(numbers -> !numbers.equals(value))
        .map(numbers -> numbers + " = " + value)
        .filter(text -> text.length() <= LONGEST_CONTRIBUTION)
        .orElse(value);
  }
}
