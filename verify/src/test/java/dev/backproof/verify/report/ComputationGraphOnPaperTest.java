package dev.backproof.verify.report;

import static dev.backproof.verify.report.ComputationGraphTest.names;
import static dev.backproof.verify.report.ComputationGraphTest.pulls;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.graph.Graphs;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Functions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The graph as it is drawn on paper, with fewer steps than the tape has. */
class ComputationGraphOnPaperTest {
  private final Tape<DenseTensor> tape = new Tape<>();

  @Test
  void onPaperAProductWithAVectorIsOneStep() {
    Var<DenseTensor> w = tape.variable("W", DenseTensor.matrix(new double[] {1, 2}));
    Var<DenseTensor> x = tape.variable("x", DenseTensor.vector(3, 5));
    Var<DenseTensor> b = tape.variable("b", DenseTensor.vector(7));
    Var<DenseTensor> y = tape.name("y", w.matmul(x).plus(b));
    DenseTensor seed = DenseTensor.vector(10);

    ComputationGraph whole = ComputationGraph.of(y, seed, VjpRules.PAGE);
    ComputationGraph paper = ComputationGraph.onPaper(y, seed, VjpRules.PAGE);

    assertEquals(List.of("W", "x", "b", "v1", "v2", "v3", "y"), names(whole));
    assertEquals(List.of("W", "x", "b", "y"), names(paper));
    assertEquals("W · x + b", paper.result().operation());
    assertEquals(List.of("b̄ = ȳ", "W̄ = ȳ · xᵀ", "x̄ = Wᵀ · ȳ"), pulls(paper));
    for (String name : List.of("W", "x", "b")) {
      assertEquals(whole.node(name).cotangent(), paper.node(name).cotangent());
    }
    assertEquals(
        Optional.of(DenseTensor.matrix(new double[] {30, 50})), paper.node("W").cotangent());
  }

  @Test
  void onPaperAMinibatchMultipliesByTheTransposedWeights() {
    Var<DenseTensor> w = tape.variable("W", DenseTensor.matrix(new double[] {1, 2}));
    Var<DenseTensor> x =
        tape.variable("X", DenseTensor.matrix(new double[] {3, 5}, new double[] {0, 1}));
    ComputationGraph graph = ComputationGraph.onPaper(x.matmul(w.transpose()).sum());
    assertEquals("X · Wᵀ", graph.node("v1").operation());
    assertTrue(pulls(graph).contains("X̄ = v̄1 · W"), pulls(graph).toString());
    assertTrue(pulls(graph).contains("W̄ = (Xᵀ · v̄1)ᵀ"), pulls(graph).toString());
  }

  @Test
  void onPaperAStepWithANameStaysAStep() {
    Var<DenseTensor> w = tape.variable("W", DenseTensor.matrix(new double[] {1, 2}));
    Var<DenseTensor> t = tape.name("T", w.transpose());
    assertEquals(List.of("W", "T", "v1", "v2"), names(ComputationGraph.onPaper(t.sum())));
  }

  @Test
  void aLongChainOfTransposesIsNoRecursion() {
    Var<DenseTensor> w = tape.variable("W", DenseTensor.matrix(new double[] {1, 2}));
    Var<DenseTensor> z = w;
    for (int i = 0; i < 20_000; i++) {
      z = z.transpose();
    }
    ComputationGraph graph = ComputationGraph.onPaper(z.sum());
    assertEquals(Optional.of(DenseTensor.matrix(new double[] {1, 1})), graph.node("W").cotangent());
  }

  @Test
  void aStableCrossEntropyHasTheSoftmaxMinusTheTargetAsGradient() {
    Var<DenseTensor> o = tape.variable("o", DenseTensor.vector(Math.log(1), Math.log(3)));
    Var<DenseTensor> t = tape.constant("t", DenseTensor.vector(1, 0));
    ComputationGraph graph = ComputationGraph.onPaper(Functions.crossEntropyFromLogits(o, t));
    DenseTensor bar = graph.node("o").cotangent().orElseThrow();
    assertEquals(0.25 - 1, bar.at(0), 1e-15); // a few roundings of numbers below 1
    assertEquals(0.75, bar.at(1), 1e-15);
    assertFalse(Graphs.hasCycle(graph.network()));
  }
}
