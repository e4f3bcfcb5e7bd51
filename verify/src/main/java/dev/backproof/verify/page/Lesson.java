package dev.backproof.verify.page;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.ComputationGraph.Kind;
import dev.backproof.verify.report.ComputationGraph.Node;
import dev.backproof.verify.report.ComputationGraph.Pull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A graph and the steps in which it is gone through: the inputs, forward node by node, the
 * cotangent that backward starts with, backward node by node, the gradients.
 *
 * @param title what the page is called
 * @param graph the graph
 * @param rules the rule page the graph was made with
 * @param steps the steps
 */
public record Lesson(String title, ComputationGraph graph, VjpRules rules, List<Step> steps) {

  /** The part of the way a step belongs to. */
  public enum Phase {
    /** What is put in. */
    INPUTS("inputs"),
    /** A value is computed. */
    FORWARD("forward"),
    /** Backward starts with a cotangent of the result. */
    SEED("seed"),
    /** A cotangent is sent to the operands. */
    BACKWARD("backward"),
    /** What has arrived at the variables. */
    GRADIENTS("gradients");

    private final String word;

    Phase(String word) {
      this.word = word;
    }

    /** In lower case. */
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * A step.
   *
   * @param phase the part of the way
   * @param node the node at work; the result where it is none in particular
   * @param pulls backward, what is sent; numbers of pulls of the graph
   * @param reason one sentence that says why
   */
  public record Step(Phase phase, Node node, List<Integer> pulls, String reason) {
    /** Copies the list. */
    public Step {
      pulls = List.copyOf(pulls);
    }
  }

  /** Copies the list. */
  public Lesson {
    steps = List.copyOf(steps);
  }

  /**
   * The lesson of a scalar, drawn as on paper.
   *
   * @throws IllegalArgumentException if {@code y} is not a scalar, or depends on no variable
   */
  public static Lesson of(String title, Var<DenseTensor> y) {
    return of(title, ComputationGraph.onPaper(y));
  }

  /** The lesson of a graph that was made with the rule page as it stands. */
  public static Lesson of(String title, ComputationGraph graph) {
    return of(title, graph, VjpRules.PAGE);
  }

  /** The lesson of a graph that was made with another rule page. */
  public static Lesson of(String title, ComputationGraph graph, VjpRules rules) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(Phase.INPUTS, graph.result(), List.of(), Reasons.inputs(graph)));
    for (Node node : graph.nodes()) {
      if (node.kind() == Kind.OPERATION) {
        steps.add(new Step(Phase.FORWARD, node, List.of(), Reasons.forward(graph, node)));
      }
    }
    steps.add(new Step(Phase.SEED, graph.result(), List.of(), Reasons.seed(graph)));
    backward(graph, steps);
    steps.add(new Step(Phase.GRADIENTS, graph.result(), List.of(), Reasons.gradients()));
    return new Lesson(title, graph, rules, steps);
  }

  /** What one node sends in a row is one step; the order of the sweep stays. */
  private static void backward(ComputationGraph graph, List<Step> steps) {
    List<Integer> pulls = new ArrayList<>();
    for (int i = 0; i < graph.pulls().size(); i++) {
      pulls.add(i);
      Node at = graph.pulls().get(i).edge().to();
      boolean last =
          i + 1 == graph.pulls().size() || !graph.pulls().get(i + 1).edge().to().equals(at);
      if (last) {
        steps.add(new Step(Phase.BACKWARD, at, pulls, Reasons.backward(graph, at)));
        pulls = new ArrayList<>();
      }
    }
  }

  /** The pull with a number. */
  public Pull pull(int number) {
    return graph.pulls().get(number);
  }

  /** The pull before, that sent something to the same node; empty if there is none. */
  public Optional<Integer> before(int number) {
    Node from = pull(number).edge().from();
    for (int i = number - 1; i >= 0; i--) {
      if (pull(i).edge().from().equals(from)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Whether a pull is the last to its node, so that the cotangent of this is complete. */
  public boolean isLast(int number) {
    Node from = pull(number).edge().from();
    return graph.pulls().stream()
        .skip(number + 1L)
        .noneMatch(later -> later.edge().from().equals(from));
  }

  /** The variables and constants that are put in. */
  public List<Node> inputs() {
    return graph.nodes().stream()
        .filter(n -> n.kind() == Kind.VARIABLE || n.kind() == Kind.CONSTANT)
        .toList();
  }

  /** The variables, for which there are gradients. */
  public List<Node> variables() {
    return graph.nodes().stream().filter(n -> n.kind() == Kind.VARIABLE).toList();
  }
}
