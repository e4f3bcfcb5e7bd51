package dev.backproof.verify.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BenchJsonTest {
  private final String text = BenchJson.format(SampleBench.report());
  private final JsonObject json = JsonParser.parseString(text).getAsJsonObject();

  @Test
  void keysStandInAFixedOrder() {
    assertEquals(
        List.of(
            "schema",
            "quick",
            "machine",
            "timing",
            "rows",
            "ratios",
            "forwardOnly",
            "operations",
            "growth"),
        List.copyOf(json.keySet()));
    assertTrue(text.endsWith("}\n"));
  }

  @Test
  void aRowIsOneVariantAtOneSize() {
    JsonArray rows = json.getAsJsonArray("rows");
    assertEquals(24, rows.size());
    JsonObject row = rows.get(0).getAsJsonObject();
    assertEquals(
        List.of("d", "h", "m", "n", "threads", "variant", "microseconds", "spread", "bytes"),
        List.copyOf(row.keySet()));
    assertEquals("closed-form-eager", row.get("variant").getAsString());
    assertEquals(8, row.get("h").getAsInt());
    assertEquals(9, row.get("microseconds").getAsDouble(), 1e-9);
    assertEquals(3, row.get("spread").getAsDouble(), 1e-9);
    assertEquals(19_952, row.get("bytes").getAsLong());
    Set<String> variants = new LinkedHashSet<>();
    for (JsonElement each : rows) {
      variants.add(each.getAsJsonObject().get("variant").getAsString());
    }
    assertEquals(
        List.of(
            "closed-form-eager",
            "graph-eager",
            "closed-form-traced",
            "graph-traced",
            "plain-loops",
            "floor"),
        List.copyOf(variants));
  }

  @Test
  void theMachineIsDescribed() {
    JsonObject machine = json.getAsJsonObject("machine");
    assertEquals("Example <CPU> & Co", machine.get("cpu").getAsString());
    assertEquals(2, machine.get("cores").getAsInt());
    assertEquals("OpenBLAS, 2 threads", machine.getAsJsonObject("blas").get("2").getAsString());
  }

  @Test
  void ratiosAreThere() {
    JsonObject ratios = json.getAsJsonArray("ratios").get(3).getAsJsonObject();
    assertEquals(2, ratios.get("threads").getAsInt());
    assertEquals(1.25, ratios.get("graphOverClosedFormEager").getAsDouble(), 1e-9);
    assertEquals(1.03, ratios.get("graphOverClosedFormTraced").getAsDouble(), 1e-9);
    assertEquals(
        1.25, ratios.getAsJsonObject("overFloor").get("closed-form-traced").getAsDouble(), 1e-9);
    assertEquals(2, ratios.getAsJsonObject("speedUp").get("floor").getAsDouble(), 1e-9);
  }

  @Test
  void forwardOperationsAndGrowthHaveKeysOfTheirOwn() {
    assertEquals(8, json.getAsJsonArray("forwardOnly").size());
    JsonObject graph = json.getAsJsonArray("operations").get(1).getAsJsonObject();
    assertEquals(57, graph.get("recorded").getAsInt());
    JsonObject growth = json.getAsJsonObject("growth");
    JsonObject optimise = growth.getAsJsonArray("curves").get(4).getAsJsonObject();
    assertEquals("optimise", optimise.get("name").getAsString());
    assertEquals(1.5, optimise.get("exponent").getAsDouble(), 1e-9);
    assertEquals(4, optimise.getAsJsonArray("points").size());
    assertEquals(
        44.4, growth.getAsJsonObject("tape").get("nanosecondsPerNode").getAsDouble(), 1e-9);
  }
}
