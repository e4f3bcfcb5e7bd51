package dev.backproof.verify.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.verify.report.Calculation.Step;
import dev.backproof.verify.report.ComputationGraph.Node;
import dev.backproof.verify.report.ComputationGraph.Pull;
import dev.backproof.verify.tour.DeepNetwork;
import dev.backproof.verify.tour.NotesMinibatch;
import dev.backproof.verify.tour.NotesNetwork;
import dev.backproof.verify.tour.OneVector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalculationTest {
  private static List<DenseTensor> evaluate(Calculation calculation) {
    List<DenseTensor> places = new ArrayList<>();
    for (Step step : calculation.steps()) {
      List<DenseTensor> x = step.operands().stream().map(places::get).toList();
      places.add(
          step.given()
              .orElseGet(
                  () ->
                      switch (x.size()) {
                        case 0 -> DenseTensor.scalar(0).apply(step.op().orElseThrow());
                        case 1 -> x.get(0).apply(step.op().orElseThrow());
                        case 2 -> x.get(0).apply(step.op().orElseThrow(), x.get(1));
                        default -> x.get(0).apply(step.op().orElseThrow(), x.get(1), x.get(2));
                      }));
    }
    return places;
  }

  @Test
  void doneAgainItGivesTheGraphBitForBit() {
    for (ComputationGraph graph :
        List.of(
            OneVector.graph(), NotesNetwork.graph(), NotesMinibatch.graph(), DeepNetwork.graph())) {
      Calculation calculation = graph.calculation();
      assertTrue(calculation.isPrimitive());
      List<DenseTensor> places = evaluate(calculation);
      for (Node node : graph.nodes()) {
        assertEquals(node.value(), places.get(calculation.values().get(node.id() - 1)));
        int bar = calculation.cotangents().get(node.id() - 1);
        assertEquals(node.cotangent().isPresent(), bar >= 0);
        node.cotangent().ifPresent(expected -> assertEquals(expected, places.get(bar)));
      }
      for (int i = 0; i < graph.pulls().size(); i++) {
        Pull pull = graph.pulls().get(i);
        assertEquals(
            pull.edge().local().orElseThrow().value(),
            places.get(calculation.contributions().get(i)));
        assertEquals(pull.sum(), places.get(calculation.sums().get(i)));
        List<Integer> rows = calculation.jacobians().get(i);
        for (int row = 0; row < rows.size(); row++) {
          DenseTensor jacobian = pull.edge().local().orElseThrow().slope().jacobian().orElseThrow();
          double[] entries = places.get(rows.get(row)).toArray();
          for (int j = 0; j < entries.length; j++) {
            assertEquals(jacobian.get(row, j), entries[j]);
          }
        }
      }
    }
  }

  @Test
  void theJacobianTimesTheUpstreamIsWhatIsSent() {
    ComputationGraph graph = NotesNetwork.graph();
    int compared = 0;
    for (Pull pull : graph.pulls()) {
      DenseTensor upstream = pull.edge().to().cotangent().orElseThrow();
      DenseTensor sent = pull.edge().local().orElseThrow().value();
      var jacobian = pull.edge().local().orElseThrow().slope().jacobian();
      if (jacobian.isPresent()) {
        compared++;
        for (int j = 0; j < sent.count(); j++) {
          double sum = 0;
          for (int i = 0; i < upstream.count(); i++) {
            sum += upstream.at(i) * jacobian.get().get(i, j);
          }
          // Numbers of the notes' example are multiples of ½: sums of products are exact.
          assertEquals(sent.at(j), sum, pull.text());
        }
      }
    }
    assertTrue(compared > 10);
    assertFalse(graph.pulls().isEmpty());
  }
}
