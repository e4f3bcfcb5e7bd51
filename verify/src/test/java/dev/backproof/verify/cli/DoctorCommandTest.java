package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.backproof.core.blas.MatrixProducts;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
  @Test
  void aLineForEachThing() {
    CommandRun run = CommandRun.of("doctor");
    assertEquals(0, run.code());
    assertEquals("", run.err());
    List<String> lines = run.out().lines().toList();
    assertEquals(
        List.of(
            "backproof",
            "Java",
            "system",
            "processors",
            "memory",
            "products",
            "",
            "threads",
            "proofs",
            "temporary"),
        lines.stream().map(line -> line.substring(0, 10).strip()).toList());
    assertEquals("products    " + MatrixProducts.describe(), lines.get(5));
    assertTrue(lines.get(6).strip().startsWith("right: error 0."), run.out());
    assertTrue(
        lines.get(8).endsWith("right: replayed (everywhere): ∂(Σ(i:d) x[i]^2)/∂x[l] = 2·x[l]"),
        run.out());
    assertTrue(lines.get(9).endsWith(", writable"), run.out());
  }

  @Test
  void theSameAsAnObject() {
    CommandRun run = CommandRun.of("doctor", "--format", "json");
    assertEquals(0, run.code());
    assertEquals("", run.err());
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals(1, json.get("schema").getAsInt());
    assertEquals(Runtime.version().toString(), json.get("java").getAsString());
    assertTrue(json.get("processors").getAsInt() >= 1);
    JsonObject products = json.getAsJsonObject("products");
    assertTrue(products.get("right").getAsBoolean(), run.out());
    assertEquals(MatrixProducts.choice().reason(), products.get("reason").getAsString(), run.out());
    assertTrue(json.getAsJsonObject("proofs").get("right").getAsBoolean(), run.out());
    assertTrue(json.getAsJsonObject("temporary").get("writable").getAsBoolean(), run.out());
  }

  @Test
  void anUnknownFormatIsAUsageError() {
    CommandRun run = CommandRun.of("doctor", "--format", "xml");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("'xml' is none of text, json"), run.err());
  }
}
