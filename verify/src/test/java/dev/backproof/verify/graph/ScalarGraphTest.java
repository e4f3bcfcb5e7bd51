package dev.backproof.verify.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.verify.page.ExplainPage;
import dev.backproof.verify.page.Lesson;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.ComputationGraph.Edge;
import dev.backproof.verify.report.ComputationGraph.Node;
import dev.backproof.verify.tour.DeepNetwork;
import dev.backproof.verify.tour.NotesMinibatch;
import dev.backproof.verify.tour.NotesNetwork;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScalarGraphTest {
  /** Sums of a few products, in another order than the array has them. */
  private static final double TOLERANCE = 1e-14;

  @Test
  void scalarsSendWhatTheMatrixNodeSends() {
    int unfolded = 0;
    for (ComputationGraph graph :
        new ComputationGraph[] {
          NotesNetwork.graph(), NotesMinibatch.graph(), DeepNetwork.graph(1), everyKind()
        }) {
      for (Node node : graph.nodes()) {
        Optional<ScalarGraph> scalars = ScalarGraph.of(graph, node, VjpRules.PAGE);
        if (scalars.isPresent()) {
          unfolded++;
          assertSame(graph, node, scalars.get());
        }
      }
    }
    assertTrue(unfolded > 15, "unfolded " + unfolded);
  }

  private static void assertSame(ComputationGraph graph, Node node, ScalarGraph scalars) {
    for (int i = 0; i < node.value().count(); i++) {
      Node entry = scalars.graph().node(node.name() + index(node, i));
      assertEquals(node.value().at(i), entry.value().item(), TOLERANCE);
      assertEquals(
          node.cotangent().orElseThrow().at(i), entry.cotangent().orElseThrow().item(), TOLERANCE);
      assertTrue(scalars.drawn().contains(entry));
    }
    for (Node operand : graph.nodes()) {
      DenseTensor sent = DenseTensor.full(operand.shape(), 0);
      boolean any = false;
      for (Edge edge : graph.edges()) {
        if (edge.to().equals(node) && edge.from().equals(operand) && edge.local().isPresent()) {
          sent = sent.plus(edge.local().orElseThrow().value());
          any = true;
        }
      }
      for (int i = 0; any && i < operand.value().count(); i++) {
        String name = operand.name() + index(operand, i);
        double wanted = sent.at(i);
        scalars.graph().nodes().stream()
            .filter(n -> n.name().equals(name))
            .findFirst()
            .ifPresent(
                n ->
                    assertEquals(
                        wanted,
                        n.cotangent().map(DenseTensor::item).orElse(0.0),
                        TOLERANCE,
                        () -> node + " to " + name));
      }
    }
  }

  private static String index(Node node, int position) {
    StringBuilder text = new StringBuilder();
    int rest = position;
    int[] extents = node.shape().extents();
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      text.insert(0, (char) ('₀' + rest % extents[axis]));
      rest /= extents[axis];
    }
    return text.toString();
  }

  private static ComputationGraph everyKind() {
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> a =
        tape.variable("a", DenseTensor.matrix(new double[][] {{0.5, -1, 2}, {3, 0.25, -2}}));
    Var<DenseTensor> b = tape.variable("b", DenseTensor.vector(1.5, -0.5, 0.75));
    Var<DenseTensor> product = tape.name("p", a.times(b));
    Var<DenseTensor> chosen = tape.name("q", product.greater(b).where(product, a.negate()));
    Var<DenseTensor> window =
        tape.name("r", chosen.slice(1, 0, 2).pad(0, 1, 0).map(Elementary.EXP));
    Var<DenseTensor> turned = tape.name("t", window.transpose().matmul(window));
    Var<DenseTensor> most = tape.name("m", turned.max(1));
    return ComputationGraph.onPaper(
        most.sum().plus(b.sumTo(Shape.of(1)).sum()).plus(a.maximum(b).minimum(a).sum()));
  }

  @Test
  void theNotesLayersUnfold() {
    ComputationGraph graph = NotesNetwork.graph();
    ScalarGraph ha = ScalarGraph.of(graph, graph.node("ha"), VjpRules.PAGE).orElseThrow();
    // 6 weights, 2 inputs, 3 biases; 6 products, 3 sums of two, 3 sums with the bias.
    assertEquals(23, ha.drawn().size());
    assertTrue(ScalarGraph.of(graph, graph.node("oa"), VjpRules.PAGE).isPresent());
  }

  @Test
  void whatIsTooLargeOrNothingToSeeDoesNot() {
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> x = tape.variable("x", DenseTensor.full(Shape.of(30, 30), 1));
    Var<DenseTensor> small = tape.variable("s", DenseTensor.scalar(1));
    Var<DenseTensor> large = tape.name("large", x.matmul(x));
    Var<DenseTensor> scalar = tape.name("scalar", small.times(small));
    ComputationGraph graph = ComputationGraph.of(large.sum().plus(scalar));
    assertFalse(ScalarGraph.of(graph, graph.node("large"), VjpRules.PAGE).isPresent());
    assertFalse(ScalarGraph.of(graph, graph.node("scalar"), VjpRules.PAGE).isPresent());
    assertFalse(ScalarGraph.of(graph, graph.node("x"), VjpRules.PAGE).isPresent());
  }

  @Test
  void anArrayWithoutEntriesDoesNot() {
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> x = tape.variable("x", DenseTensor.full(Shape.of(0), 1));
    Var<DenseTensor> y = tape.name("y", x.times(x));
    Var<DenseTensor> sum = y.sum();
    ComputationGraph graph = ComputationGraph.onPaper(sum);
    assertFalse(ScalarGraph.of(graph, graph.node("y"), VjpRules.PAGE).isPresent());
    assertTrue(ExplainPage.of(Lesson.of("nothing to add", sum)).contains("nothing to add"));
  }

  @Test
  void aMaximumOfThreeDoesNotSinceItsTiesAreShared() {
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> x = tape.variable("x", DenseTensor.vector(1, 1, 1));
    ComputationGraph graph = ComputationGraph.of(tape.name("m", x.max(0)));
    assertFalse(ScalarGraph.of(graph, graph.node("m"), VjpRules.PAGE).isPresent());
  }
}
