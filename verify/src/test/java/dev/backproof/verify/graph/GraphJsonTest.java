package dev.backproof.verify.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.tour.DeepNetwork;
import dev.backproof.verify.tour.OneVariable;
import org.junit.jupiter.api.Test;

class GraphJsonTest {
  private static JsonObject json(ComputationGraph graph, Content content) {
    return JsonParser.parseString(GraphJson.of(graph, content)).getAsJsonObject();
  }

  @Test
  void itHasNodesEdgesAndTheSweep() {
    JsonObject json = json(OneVariable.graph(), Content.GRADIENTS);
    assertEquals(1, json.get("schema").getAsInt());
    assertEquals(3, json.getAsJsonArray("nodes").size());
    assertEquals(4, json.getAsJsonArray("edges").size());
    JsonObject last = json.getAsJsonArray("backward").get(3).getAsJsonObject();
    assertTrue(last.get("adds").getAsBoolean());
    assertEquals(12, last.getAsJsonObject("sum").getAsJsonArray("entries").get(0).getAsDouble());
    assertEquals(
        "□ ⊛ v1", json.getAsJsonArray("edges").get(3).getAsJsonObject().get("local").getAsString());
  }

  @Test
  void forwardOnlyHasNeitherValuesNorSweep() {
    JsonObject json = json(OneVariable.graph(), Content.FORWARD);
    assertFalse(json.has("backward"));
    JsonObject node = json.getAsJsonArray("nodes").get(0).getAsJsonObject();
    assertFalse(node.has("value"));
    assertFalse(node.has("cotangent"));
  }

  @Test
  void aLayerIsNamed() {
    JsonObject json = json(DeepNetwork.graph(1), Content.FORWARD);
    assertEquals(
        "layer1", json.getAsJsonArray("nodes").get(1).getAsJsonObject().get("layer").getAsString());
  }

  @Test
  void infiniteEntriesAreStrings() {
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> x = tape.variable("x", DenseTensor.scalar(0));
    JsonObject json = json(ComputationGraph.of(x.map(Elementary.LOG)), Content.VALUES);
    JsonObject value =
        json.getAsJsonArray("nodes").get(1).getAsJsonObject().getAsJsonObject("value");
    assertEquals("-Infinity", value.getAsJsonArray("entries").get(0).getAsString());
  }
}
