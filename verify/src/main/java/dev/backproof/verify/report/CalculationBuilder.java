package dev.backproof.verify.report;

import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.verify.report.Calculation.Step;
import dev.backproof.verify.report.ComputationGraph.Edge;
import dev.backproof.verify.report.ComputationGraph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Writes down, beside the graph, what is computed for it. */
final class CalculationBuilder {
  private static final int NONE = -1;

  private final List<Step> steps = new ArrayList<>();
  private final IdentityHashMap<Var<DenseTensor>, Recording> places = new IdentityHashMap<>();
  private final Map<Node, Recording> values = new HashMap<>();
  private final Map<Node, Recording> bars = new HashMap<>();
  private final Map<DenseTensor, Recording> units = new HashMap<>();
  private final List<Integer> contributions = new ArrayList<>();
  private final List<Integer> sums = new ArrayList<>();
  private final List<List<Integer>> jacobians = new ArrayList<>();

  /** A value of the forward pass; its operands have been before. */
  void forward(Var<DenseTensor> v) {
    places.put(v, v.isLeaf() ? Recording.given(steps, v.primal()) : applied(v));
  }

  private Recording applied(Var<DenseTensor> v) {
    List<Recording> x = v.parents().stream().map(this::at).toList();
    return switch (x.size()) {
      case 0 -> Recording.of(steps, v.op());
      case 1 -> x.get(0).apply(v.op());
      case 2 -> x.get(0).apply(v.op(), x.get(1));
      default -> x.get(0).apply(v.op(), x.get(1), x.get(2));
    };
  }

  /** The place of a value of the forward pass, as a reading. */
  Recording at(Var<DenseTensor> v) {
    return Objects.requireNonNull(places.get(v));
  }

  int place(Var<DenseTensor> v) {
    return at(v).place();
  }

  /** Says which node a value is. */
  void value(Node node, Var<DenseTensor> v) {
    values.put(node, at(v));
  }

  /** The cotangent the sweep starts with. */
  void seed(Node result, DenseTensor yBar) {
    bars.put(result, Recording.given(steps, yBar));
  }

  /** A step of the sweep: what the edge sends is added to what has been sent before. */
  void pull(Edge edge, UnaryOperator<Recording> pullback) {
    Recording sent = pullback.apply(Objects.requireNonNull(bars.get(edge.to())));
    Recording so = bars.get(edge.from());
    Recording sum = so == null ? sent : so.plus(sent);
    bars.put(edge.from(), sum);
    contributions.add(sent.place());
    sums.add(sum.place());
    List<Integer> rows = new ArrayList<>();
    if (edge.local().orElseThrow().slope().jacobian().isPresent()) {
      for (DenseTensor unit : Jacobian.units(edge.to().shape())) {
        Recording row = units.computeIfAbsent(unit, u -> Recording.given(steps, u));
        rows.add(pullback.apply(row).place());
      }
    }
    jacobians.add(rows);
  }

  Calculation build(List<Node> nodes) {
    return new Calculation(
        steps, places(nodes, values), places(nodes, bars), contributions, sums, jacobians);
  }

  private static List<Integer> places(List<Node> nodes, Map<Node, Recording> at) {
    return nodes.stream()
        .map(node -> at.containsKey(node) ? Objects.requireNonNull(at.get(node)).place() : NONE)
        .toList();
  }
}
