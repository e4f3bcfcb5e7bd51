package dev.backproof.verify.report;

import com.google.common.graph.ImmutableNetwork;
import com.google.common.graph.MutableNetwork;
import com.google.common.graph.NetworkBuilder;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What a tape holds, to be looked at: every value that a result depends on, its cotangent, and on
 * each edge the local derivative, as text.
 *
 * <p>The graph has parallel edges ({@code w.times(w)} uses {@code w} twice) and no cycle. It holds
 * the constants too, which are on no tape. A node bears the name given by {@link
 * dev.backproof.autodiff.tape.Tape#name(String, Var)}, or else {@code v1}, {@code v2}, … and, if no
 * derivative flows to it, {@code c1}, {@code c2}, …; a number that the formula itself states is
 * called by what it is, {@code ½}. A name that is used twice is numbered, {@code x}, {@code x₂}.
 *
 * @param nodes all nodes in the order of computation, the result last
 * @param edges all edges, in the order of the nodes they lead to and then of their operands
 * @param pulls the backward sweep, step by step
 * @param calculation the same as primitive operations, to be done again for other inputs
 */
public record ComputationGraph(
    List<Node> nodes, List<Edge> edges, List<Pull> pulls, Calculation calculation) {

  /** What a node is. */
  public enum Kind {
    /** A variable of the tape. */
    VARIABLE,
    /** A value that was put in, to which no derivative flows. */
    CONSTANT,
    /** A number the formula states: ½, π, an extent. */
    LITERAL,
    /** The result of an operation. */
    OPERATION
  }

  /**
   * A value that was computed or put in.
   *
   * @param id the place in the order of computation, from 1
   * @param name the name; no two nodes that are not literals share one
   * @param kind what it is
   * @param operation how it was made, over the names of other nodes: {@code w ⊙ x}
   * @param math the same in MathML
   * @param value its value
   * @param cotangent its cotangent, of the same shape; empty if no derivative flows to it
   */
  public record Node(
      int id,
      String name,
      Kind kind,
      String operation,
      String math,
      DenseTensor value,
      Optional<DenseTensor> cotangent) {

    /** The shape of the value. */
    public Shape shape() {
      return value.shape();
    }

    /** The name as it stands in formulas. */
    public String word() {
      return kind == Kind.LITERAL ? name : Names.word(name);
    }

    /** The name of the cotangent as it stands in formulas: {@code x̄}. */
    public String bar() {
      return Names.cotangent(name);
    }

    /** The id alone, which is as good and does not read every entry of the value. */
    @Override
    public int hashCode() {
      return id;
    }

    /** The name. */
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * One use of a value: from the operand to the result.
   *
   * @param id a number, from 1
   * @param from the operand
   * @param to the result
   * @param operand the position of the operand, from 0
   * @param local what the edge sends back; empty if no derivative flows along it
   */
  public record Edge(int id, Node from, Node to, int operand, Optional<Local> local) {
    /** What flows back along this edge: {@code x̄ += ȳ ⊛ w}; empty if nothing does. */
    public Optional<String> text() {
      return local.map(l -> from.bar() + " += " + l.text());
    }

    /** The id alone. */
    @Override
    public int hashCode() {
      return id;
    }
  }

  /**
   * The local derivative of an edge, multiplied by the upstream cotangent as the rule page has it.
   *
   * @param text the rule over the names of nodes: {@code ȳ ⊛ w}
   * @param numbers the rule over their values, {@code 1 ⊛ 3}; empty if an array is too large
   * @param value what it comes to
   * @param slope the local derivative by itself
   */
  public record Local(String text, Optional<String> numbers, DenseTensor value, Slope slope) {}

  /**
   * The local derivative of an edge: the linear map from the upstream cotangent to what the edge
   * sends.
   *
   * @param map the rule with □ for the upstream: {@code □ ⊛ w}
   * @param product the rule with the upstream's name, in MathML
   * @param numbers the rule over values, in MathML; empty if an array is too large
   * @param entries the entries of ∂to/∂from, as an equation; empty if indices cannot say them
   * @param jacobian the matrix of ∂to/∂from, a row for each entry of the result; only if it is
   *     small
   * @param operations the operations whose rules make it, from the result back
   */
  public record Slope(
      Typeset map,
      String product,
      Optional<String> numbers,
      Optional<Typeset> entries,
      Optional<DenseTensor> jacobian,
      List<Op> operations) {
    /** Copies the list. */
    public Slope {
      operations = List.copyOf(operations);
    }
  }

  /**
   * One step of the backward sweep: an edge sends its contribution.
   *
   * @param edge the edge
   * @param meets whether another path has been here before, so that contributions add up
   * @param sum the cotangent of the operand after this step
   */
  public record Pull(Edge edge, boolean meets, DenseTensor sum) {
    /** The step as an assignment: {@code x̄ = ȳ ⊛ w}, or {@code +=} where paths meet. */
    public String text() {
      String local = edge.local().map(Local::text).orElse("");
      return edge.from().bar() + (meets ? " += " : " = ") + local;
    }
  }

  /** Copies the lists. */
  public ComputationGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    pulls = List.copyOf(pulls);
  }

  /**
   * The graph of a scalar, every operation of the tape a node of its own.
   *
   * @throws IllegalArgumentException if {@code y} is not a scalar, or depends on no variable
   */
  public static ComputationGraph of(Var<DenseTensor> y) {
    return of(y, one(y), VjpRules.PAGE);
  }

  /**
   * The graph of a result.
   *
   * @param y the result
   * @param yBar the cotangent the sweep starts with, of the shape of {@code y}
   * @param rules the page the tape of {@code y} was made with
   * @throws IllegalArgumentException if {@code y} depends on no variable, the shapes differ, or the
   *     tape sweeps by another page
   */
  public static ComputationGraph of(Var<DenseTensor> y, DenseTensor yBar, VjpRules rules) {
    return new GraphBuilder(y, yBar, rules, false).build();
  }

  /**
   * The graph of a scalar as one would draw it on paper.
   *
   * <p>Steps that only move axes about (a transpose, the unit axis that makes a vector a column)
   * and short constants are written inside the step that uses them, unless they have a name: {@code
   * ha = W1 · x + b1} is one node instead of four. What flows back is written by the same rules,
   * one after the other.
   *
   * @throws IllegalArgumentException if {@code y} is not a scalar, or depends on no variable
   */
  public static ComputationGraph onPaper(Var<DenseTensor> y) {
    return onPaper(y, one(y), VjpRules.PAGE);
  }

  /**
   * As {@link #onPaper(Var)}, of any result.
   *
   * @param y the result
   * @param yBar the cotangent the sweep starts with, of the shape of {@code y}
   * @param rules the page the tape of {@code y} was made with
   * @throws IllegalArgumentException as {@link #of(Var, DenseTensor, VjpRules)}
   */
  public static ComputationGraph onPaper(Var<DenseTensor> y, DenseTensor yBar, VjpRules rules) {
    return new GraphBuilder(y, yBar, rules, true).build();
  }

  private static DenseTensor one(Var<DenseTensor> y) {
    if (y.shape().rank() != 0) {
      throw new IllegalArgumentException(
          "graph: the result "
              + y.shape()
              + " is not a scalar; sum it, or give a cotangent of its shape");
    }
    return DenseTensor.scalar(1);
  }

  /** The node the graph was made for. */
  public Node result() {
    return nodes.get(nodes.size() - 1);
  }

  /**
   * The node with a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Node node(String name) {
    return nodes.stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("graph: no node is called '" + name + "'"));
  }

  /** The graph as a network: directed from operand to result, with parallel edges, no loops. */
  public ImmutableNetwork<Node, Edge> network() {
    MutableNetwork<Node, Edge> network =
        NetworkBuilder.directed().allowsParallelEdges(true).allowsSelfLoops(false).build();
    nodes.forEach(network::addNode);
    edges.forEach(edge -> network.addEdge(edge.from(), edge.to(), edge));
    return ImmutableNetwork.copyOf(network);
  }
}
