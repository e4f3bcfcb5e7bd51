package dev.backproof.verify.graph;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.verify.graph.ScalarOperations.Scalars;
import dev.backproof.verify.report.Calculation;
import dev.backproof.verify.report.Calculation.Step;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.ComputationGraph.Edge;
import dev.backproof.verify.report.ComputationGraph.Kind;
import dev.backproof.verify.report.ComputationGraph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One node of a graph of arrays as a graph of scalars: entries of its operands, sums and products
 * of numbers, its own entries.
 *
 * <p>Its result is Σ ȳᵢ·yᵢ over the entries of the node, each times the cotangent that it has in
 * the large graph. So the cotangents here are what the node sends there, and the same rule page
 * finds them. What belongs to that sum is not drawn.
 *
 * @param graph the graph of scalars
 * @param drawn the nodes that are drawn
 * @param links for each place of the calculation that is given, the place and the entry of the
 *     large graph's calculation that it has its value from
 */
public record ScalarGraph(ComputationGraph graph, Set<Node> drawn, Map<Integer, Link> links) {
  private static final int MOST_NODES = 70;

  /** An entry of a place of the large graph's calculation. */
  public record Link(int place, int entry) {}

  /** Copies the collections. */
  public ScalarGraph {
    drawn = Set.copyOf(drawn);
    links = Map.copyOf(links);
  }

  /**
   * The scalar graph of a node.
   *
   * @return empty if the node is a scalar made of scalars, has no entries, is too large, gets no
   *     derivative, or does something that scalars cannot show
   */
  public static Optional<ScalarGraph> of(ComputationGraph graph, Node node, VjpRules rules) {
    if (node.kind() != Kind.OPERATION || node.cotangent().isEmpty() || node.value().count() == 0) {
      return Optional.empty();
    }
    return new Unfolding(graph, node, rules).build();
  }

  /** The diagram of what is drawn. */
  public Diagram diagram(Content content) {
    Diagram whole = Diagrams.of(graph, content);
    Set<String> ids = new HashSet<>();
    drawn.forEach(node -> ids.add(Diagrams.id(node)));
    return new Diagram(
        whole.boxes().stream().filter(box -> ids.contains(box.id())).toList(),
        whole.links().stream()
            .filter(link -> ids.contains(link.from()) && ids.contains(link.to()))
            .toList());
  }

  /** The work of making one. */
  private static final class Unfolding {
    private final Calculation calculation;
    private final Node node;
    private final Tape<DenseTensor> tape;
    private final VjpRules rules;
    private final Map<Integer, Node> nodes = new HashMap<>();
    private final Map<Integer, Scalars> done = new HashMap<>();
    private final Map<String, Link> linkOf = new LinkedHashMap<>();
    private long cost;

    Unfolding(ComputationGraph graph, Node node, VjpRules rules) {
      this.calculation = graph.calculation();
      this.node = node;
      this.rules = rules;
      this.tape = new Tape<>(rules);
      graph.nodes().forEach(n -> nodes.put(calculation.values().get(n.id() - 1), n));
    }

    Optional<ScalarGraph> build() {
      int own = calculation.values().get(node.id() - 1);
      @Nullable Scalars y = at(own, own);
      if (y == null || (y.entries().size() == 1 && linkOf.size() == done.size() - 1)) {
        return Optional.empty();
      }
      boolean computed = y.entries().stream().noneMatch(Var::isLeaf);
      if (!computed || Set.copyOf(y.entries()).size() < y.entries().size()) {
        // Entries are only moved or repeated: there is nothing to see.
        return Optional.empty();
      }
      Var<DenseTensor> total = total(y);
      if (!total.isRecorded()) {
        return Optional.empty();
      }
      ComputationGraph scalars = ComputationGraph.onPaper(total, DenseTensor.scalar(1), rules);
      Set<Node> drawn = above(scalars, y);
      return drawn.size() > MOST_NODES
          ? Optional.empty()
          : Optional.of(new ScalarGraph(scalars, drawn, links(scalars)));
    }

    /** The scalars of a place: of an operand new variables, else what the operation makes. */
    private @Nullable Scalars at(int place, int own) {
      Scalars known = done.get(place);
      if (known != null) {
        return known;
      }
      Node operand = nodes.get(place);
      Step step = calculation.steps().get(place);
      @Nullable Scalars made =
          place != own && operand != null && operand.kind() != Kind.LITERAL
              ? inputs(place, operand)
              : step.op().isPresent() ? applied(step, own) : null;
      if (made != null) {
        done.put(place, made);
      }
      return made;
    }

    private @Nullable Scalars applied(Step step, int own) {
      List<Shape> shapes =
          step.operands().stream().map(p -> calculation.steps().get(p).shape()).toList();
      cost += ScalarOperations.cost(step.op().orElseThrow(), shapes, step.shape());
      if (cost > 3 * MOST_NODES) {
        return null;
      }
      List<Scalars> x = new ArrayList<>();
      for (int operand : step.operands()) {
        Scalars scalars = at(operand, own);
        if (scalars == null) {
          return null;
        }
        x.add(scalars);
      }
      return ScalarOperations.apply(step.op().orElseThrow(), x, step.shape()).orElse(null);
    }

    private @Nullable Scalars inputs(int place, Node operand) {
      if (operand.value().count() > MOST_NODES) {
        return null;
      }
      List<Var<DenseTensor>> entries = new ArrayList<>();
      for (int i = 0; i < operand.value().count(); i++) {
        DenseTensor value = DenseTensor.scalar(operand.value().at(i));
        String name = entryName(operand, i);
        linkOf.put(name, new Link(place, i));
        entries.add(
            operand.cotangent().isPresent()
                ? tape.variable(name, value)
                : tape.constant(name, value));
      }
      return new Scalars(operand.shape(), entries);
    }

    private Var<DenseTensor> total(Scalars y) {
      DenseTensor bar = node.cotangent().orElseThrow();
      int place = calculation.cotangents().get(node.id() - 1);
      @Nullable Var<DenseTensor> total = null;
      for (int i = 0; i < bar.count(); i++) {
        tape.name(entryName(node, i), y.at(i));
        String name = node.bar() + subscript(node, i);
        linkOf.put(name, new Link(place, i));
        Var<DenseTensor> part = tape.constant(name, DenseTensor.scalar(bar.at(i))).times(y.at(i));
        total = total == null ? part : total.plus(part);
      }
      return Objects.requireNonNull(total);
    }

    /** The entries of the node and all that they depend on. */
    private Set<Node> above(ComputationGraph scalars, Scalars y) {
      Set<String> wanted = new HashSet<>();
      for (int i = 0; i < y.entries().size(); i++) {
        wanted.add(entryName(node, i));
      }
      Set<Node> above = new HashSet<>();
      for (int i = scalars.nodes().size() - 1; i >= 0; i--) {
        Node n = scalars.nodes().get(i);
        if (wanted.contains(n.name())) {
          above.add(n);
        }
        for (Edge edge : scalars.edges()) {
          if (edge.from().equals(n) && above.contains(edge.to())) {
            above.add(n);
          }
        }
      }
      return above;
    }

    private Map<Integer, Link> links(ComputationGraph scalars) {
      Map<Integer, Link> links = new HashMap<>();
      for (Node n : scalars.nodes()) {
        Link link = linkOf.get(n.name());
        if (link != null) {
          links.put(scalars.calculation().values().get(n.id() - 1), link);
        }
      }
      return links;
    }

    private static String entryName(Node node, int position) {
      return node.name() + subscript(node, position);
    }

    /** The index of an entry in lowered digits: {@code ₀₁}. */
    private static String subscript(Node node, int position) {
      int[] extents = node.shape().extents();
      StringBuilder text = new StringBuilder();
      int rest = position;
      for (int axis = extents.length - 1; axis >= 0; axis--) {
        StringBuilder digits = new StringBuilder();
        Integer.toString(rest % extents[axis])
            .chars()
            .forEach(c -> digits.append((char) ('₀' + (c - '0'))));
        text.insert(0, text.isEmpty() || extents[axis] <= 10 ? digits : digits + "_");
        rest /= extents[axis];
      }
      return text.toString();
    }
  }
}
