package dev.backproof.verify.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.Minibatch;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.GraphTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesMinibatchTest {
  @Test
  void theGradientsAreThoseOfTheClosedForm() {
    ComputationGraph graph = NotesMinibatch.graph();
    Parameters<DenseTensor> p = Parameters.NAMES.map(name -> graph.node(name).value());
    Parameters<DenseTensor> byHand =
        Minibatch.EQUATIONS
            .gradients(
                Network.NOTES,
                p,
                graph.node("X").value(),
                Network.target(p, graph.node("y").value()))
            .parameters();
    List<String> names = Parameters.NAMES.list();
    for (int i = 0; i < names.size(); i++) {
      DenseTensor bar = graph.node(names.get(i)).cotangent().orElseThrow();
      DenseTensor expected = byHand.list().get(i);
      assertEquals(expected.shape(), bar.shape());
      for (int j = 0; j < bar.count(); j++) {
        // Softmax of small whole numbers: a few roundings of numbers below 1.
        assertEquals(expected.at(j), bar.at(j), 1e-15);
      }
    }
    assertTrue(GraphTable.of(graph).contains("W̄1 = (Xᵀ · v̄1)ᵀ"));
  }
}
