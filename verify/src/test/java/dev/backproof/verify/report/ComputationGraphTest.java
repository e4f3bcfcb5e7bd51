package dev.backproof.verify.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.graph.Graphs;
import com.google.common.graph.ImmutableNetwork;
import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.Custom;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import dev.backproof.verify.report.ComputationGraph.Edge;
import dev.backproof.verify.report.ComputationGraph.Kind;
import dev.backproof.verify.report.ComputationGraph.Node;
import dev.backproof.verify.report.ComputationGraph.Pull;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComputationGraphTest {
  private final Tape<DenseTensor> tape = new Tape<>();

  private Var<DenseTensor> scalar(String name, double value) {
    return tape.variable(name, DenseTensor.scalar(value));
  }

  static List<String> names(ComputationGraph graph) {
    return graph.nodes().stream().map(Node::name).toList();
  }

  static List<String> pulls(ComputationGraph graph) {
    return graph.pulls().stream().map(Pull::text).toList();
  }

  private static void assertSays(String part, Exception refusal) {
    String message = Objects.requireNonNull(refusal.getMessage());
    assertTrue(message.contains(part), message);
  }

  @Test
  void aValueUsedTwiceHasParallelEdgesAndTheGraphHasNoCycle() {
    Var<DenseTensor> w = scalar("w", 3);
    ComputationGraph graph = ComputationGraph.of(tape.name("y", w.times(w)));
    ImmutableNetwork<Node, Edge> network = graph.network();

    assertEquals(2, network.edgesConnecting(graph.node("w"), graph.node("y")).size());
    assertTrue(network.isDirected());
    assertFalse(network.allowsSelfLoops());
    assertFalse(Graphs.hasCycle(network));
    assertEquals(List.of("w̄ = ȳ ⊛ w", "w̄ += ȳ ⊛ w"), pulls(graph));
    assertEquals(Optional.of(DenseTensor.scalar(6)), graph.node("w").cotangent());
    assertEquals(List.of(0, 1), graph.edges().stream().map(Edge::operand).toList());
  }

  @Test
  void nodesStandInTheOrderOfComputationAndTheResultIsLast() {
    Var<DenseTensor> a = scalar("a", 1);
    Var<DenseTensor> unused = scalar("unused", 1);
    Var<DenseTensor> b = scalar("b", 2);
    a.plus(unused);
    ComputationGraph graph = ComputationGraph.of(a.times(b).plus(b).map(Elementary.TANH));
    assertEquals(List.of("a", "b", "v1", "v2", "v3"), names(graph));
    assertEquals("tanh(v2)", graph.result().operation());
    assertEquals(List.of(1, 2, 3, 4, 5), graph.nodes().stream().map(Node::id).toList());
  }

  @Test
  void constantsAreShownWithWhatTheyWereMadeOf() {
    Var<DenseTensor> x = scalar("x", 2);
    Var<DenseTensor> t = tape.constant("t", DenseTensor.scalar(5));
    Var<DenseTensor> k = tape.constant(DenseTensor.scalar(7));
    ComputationGraph graph = ComputationGraph.of(x.times(t.plus(k)));
    assertEquals(List.of("x", "t", "c1", "c2", "v1"), names(graph));
    assertEquals("t + c1", graph.node("c2").operation());
    assertEquals(Kind.CONSTANT, graph.node("t").kind());
    assertEquals(Kind.OPERATION, graph.node("c2").kind());
    assertEquals(Optional.empty(), graph.node("c2").cotangent());
    assertEquals(1, graph.pulls().size());
  }

  @Test
  void whatIsOnlyReachedThroughDetachHasNoCotangent() {
    Var<DenseTensor> x = scalar("x", 2);
    Var<DenseTensor> m = tape.name("m", x.map(Elementary.EXP));
    ComputationGraph graph = ComputationGraph.of(x.times(m.detach()));
    assertEquals(Optional.empty(), graph.node("m").cotangent());
    assertEquals(List.of("x̄ = v̄1 ⊛ c1"), pulls(graph));
    assertEquals(
        List.of(Optional.empty(), Optional.empty()),
        graph.edges().stream().filter(e -> e.to().id() <= 3).map(Edge::text).toList());
  }

  @Test
  void numbersOfTheFormulaAreCalledByWhatTheyAre() {
    Var<DenseTensor> x = scalar("x", 2);
    Var<DenseTensor> two = tape.name("two", x.constant(2));
    ComputationGraph graph = ComputationGraph.of(x.constant(1, 2).times(x).minus(two));
    assertEquals(Set.of("x", "½", "two", "v1", "v2"), new HashSet<>(names(graph)));
    assertEquals(Kind.LITERAL, graph.node("½").kind());
    assertEquals("½ ⊙ x", graph.node("v1").operation());
    assertEquals("2", graph.node("two").operation());
    assertEquals("v1 − two", graph.result().operation());
  }

  @Test
  void aNameThatIsTakenGetsANumber() {
    Var<DenseTensor> a = scalar("x", 1);
    Var<DenseTensor> b = scalar("x", 2);
    Var<DenseTensor> c = scalar("v1", 3);
    Var<DenseTensor> d = scalar(" ", 4);
    ComputationGraph graph = ComputationGraph.of(a.times(b).times(c).times(d));
    assertEquals(List.of("x", "x₂", "v1", "v2", "v3", "v4", "v5"), names(graph));
  }

  @Test
  void fiveHundredNodesAreQuick() {
    Var<DenseTensor> x = tape.variable("x", DenseTensor.full(Shape.of(50), 0.1));
    Var<DenseTensor> z = x;
    for (int i = 0; i < 250; i++) {
      z = z.map(Elementary.TANH).plus(x);
    }
    Var<DenseTensor> y = z.sum();
    // Measured 2.4 s in a fresh JVM, 0.15 s in a warm one, with table and DOT.
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          ComputationGraph graph = ComputationGraph.of(y);
          assertEquals(502, graph.nodes().size());
          assertFalse(Graphs.hasCycle(graph.network()));
          assertTrue(GraphTable.of(graph).length() > 10_000);
          assertTrue(DotText.of(graph).length() > 10_000);
        });
  }

  @Test
  void aResultThatDependsOnNoVariableIsRefused() {
    Var<DenseTensor> c = tape.constant(DenseTensor.scalar(1));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> ComputationGraph.of(c));
    assertSays("Tape.variable", refusal);
  }

  @Test
  void aVectorNeedsACotangent() {
    Var<DenseTensor> x = tape.variable(DenseTensor.vector(1, 2));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> ComputationGraph.onPaper(x));
    assertSays("[2]", refusal);
    assertThrows(
        IllegalArgumentException.class,
        () -> ComputationGraph.of(x, DenseTensor.vector(1, 2, 3), VjpRules.PAGE));
  }

  @Test
  void aNodeThatIsNotThereIsRefusedByName() {
    ComputationGraph graph = ComputationGraph.of(scalar("x", 1).times(scalar("y", 1)));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> graph.node("z"));
    assertSays("'z'", refusal);
  }

  /** A page on which the slope of a product has the wrong sign. */
  private static final class WrongSign implements VjpRules {
    @Override
    public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
      T bar = PAGE.pull(of, which, yBar);
      return of.op().primitive() == Primitive.TIMES ? bar.negate() : bar;
    }
  }

  @Test
  void theTextIsWhatThePageOfTheTapeWrites() {
    Tape<DenseTensor> other = new Tape<>(new WrongSign());
    Var<DenseTensor> w = other.variable("w", DenseTensor.scalar(3));
    Var<DenseTensor> y = other.name("y", w.times(w));
    ComputationGraph graph = ComputationGraph.of(y, DenseTensor.scalar(1), new WrongSign());
    assertEquals(List.of("w̄ = −(ȳ ⊛ w)", "w̄ += −(ȳ ⊛ w)"), pulls(graph));
  }

  @Test
  void aPageThatIsNotTheOneOfTheTapeIsRefused() {
    Tape<DenseTensor> other = new Tape<>(new WrongSign());
    Var<DenseTensor> w = other.variable("w", DenseTensor.scalar(3));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> ComputationGraph.of(w.times(w)));
    assertSays("rule page", refusal);
  }

  /** An operation of a user's own: 3x. */
  private static final class Triple implements Custom {
    @Override
    public String name() {
      return "triple";
    }

    @Override
    public int arity() {
      return 1;
    }

    @Override
    public Shape shape(List<Shape> operands) {
      return operands.get(0);
    }

    @Override
    public DenseTensor value(List<DenseTensor> operands) {
      return operands.get(0).times(operands.get(0).constant(3));
    }

    @Override
    public <T extends Tensor<T>> T vjp(int which, List<T> operands, T y, T yBar) {
      return yBar.constant(3).times(yBar);
    }

    @Override
    public <T extends Tensor<T>> T jvp(int which, List<T> operands, T y, T dot) {
      return dot.constant(3).times(dot);
    }
  }

  @Test
  void anOperationOfAUsersOwnWritesItsOwnRule() {
    Var<DenseTensor> x = scalar("x", 5);
    ComputationGraph graph = ComputationGraph.of(tape.name("y", x.apply(Op.custom(new Triple()))));
    assertEquals("triple(x)", graph.result().operation());
    assertEquals(List.of("x̄ = 3 ⊙ ȳ"), pulls(graph));
    assertEquals(Optional.of(DenseTensor.scalar(3)), graph.node("x").cotangent());
  }

  @Test
  void everyEdgeThatFlowsIsPulledOnceAndOthersNever() {
    Var<DenseTensor> x = tape.variable("x", DenseTensor.vector(1, -2));
    ComputationGraph graph =
        ComputationGraph.of(x.greater(x.zero()).where(x.times(x), x.negate()).sum());
    List<Edge> flowing = graph.edges().stream().filter(e -> e.local().isPresent()).toList();
    assertEquals(
        new HashSet<>(flowing), new HashSet<>(graph.pulls().stream().map(Pull::edge).toList()));
    assertEquals(flowing.size(), graph.pulls().size());
    assertEquals(Optional.of(DenseTensor.vector(2, -1)), graph.node("x").cotangent());
  }
}
