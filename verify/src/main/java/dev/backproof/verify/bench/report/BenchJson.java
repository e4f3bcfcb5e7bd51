package dev.backproof.verify.bench.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.backproof.verify.bench.BenchReport;
import dev.backproof.verify.bench.Curve;
import dev.backproof.verify.bench.Growth;
import dev.backproof.verify.bench.Machine;
import dev.backproof.verify.bench.Operations;
import dev.backproof.verify.bench.Row;
import dev.backproof.verify.bench.Sizes;
import dev.backproof.verify.bench.Variant;
import java.util.List;

/** What was measured, as JSON: keys in a fixed order. */
public final class BenchJson {
  private static final int SCHEMA = 1;

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private BenchJson() {}

  /** One object, with a line break at its end. */
  public static String format(BenchReport report) {
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    json.addProperty("quick", report.quick());
    json.add("machine", machine(report.machine()));
    JsonObject timing = new JsonObject();
    timing.addProperty("rounds", report.rounds());
    timing.addProperty("warmupIterations", report.timing().warmups());
    timing.addProperty("iterations", report.timing().iterations());
    timing.addProperty("milliseconds", report.timing().millis());
    json.add("timing", timing);
    json.add("rows", rows(report, Variant.STEPS));
    json.add("ratios", ratios(report));
    json.add("forwardOnly", rows(report, Variant.FORWARD));
    JsonArray operations = new JsonArray();
    report.operations().forEach(line -> operations.add(operations(line)));
    json.add("operations", operations);
    json.add("growth", growth(report.growth()));
    return GSON.toJson(json) + "\n";
  }

  private static JsonObject machine(Machine machine) {
    JsonObject json = new JsonObject();
    json.addProperty("cpu", machine.cpu());
    json.addProperty("cores", machine.cores());
    json.addProperty("memory", machine.memory());
    json.addProperty("system", machine.system());
    json.addProperty("java", machine.java());
    JsonObject products = new JsonObject();
    machine.productsInOrder().forEach((t, said) -> products.addProperty(t.toString(), said));
    json.add("blas", products);
    json.addProperty("loadBefore", machine.loadBefore());
    json.addProperty("loadAfter", machine.loadAfter());
    return json;
  }

  private static JsonObject sizes(Sizes sizes, int threads) {
    JsonObject json = new JsonObject();
    json.addProperty("d", sizes.d());
    json.addProperty("h", sizes.h());
    json.addProperty("m", sizes.m());
    json.addProperty("n", sizes.n());
    json.addProperty("threads", threads);
    return json;
  }

  private static JsonArray rows(BenchReport report, List<Variant> variants) {
    JsonArray rows = new JsonArray();
    for (Row row : report.rows()) {
      if (variants.contains(row.variant())) {
        JsonObject json = sizes(row.sizes(), row.threads());
        json.addProperty("variant", row.variant().toString());
        json.addProperty("microseconds", row.microseconds());
        json.addProperty("spread", row.spread());
        json.addProperty("bytes", row.bytes());
        rows.add(json);
      }
    }
    return rows;
  }

  private static JsonArray ratios(BenchReport report) {
    JsonArray ratios = new JsonArray();
    for (Sizes sizes : report.sizes()) {
      for (int threads : report.threads()) {
        JsonObject json = sizes(sizes, threads);
        report
            .ratio(sizes, threads, Variant.GRAPH_EAGER, Variant.CLOSED_FORM_EAGER)
            .ifPresent(ratio -> json.addProperty("graphOverClosedFormEager", ratio));
        report
            .ratio(sizes, threads, Variant.GRAPH_TRACED, Variant.CLOSED_FORM_TRACED)
            .ifPresent(ratio -> json.addProperty("graphOverClosedFormTraced", ratio));
        JsonObject floor = new JsonObject();
        JsonObject speedUp = new JsonObject();
        for (Variant variant : Variant.STEPS) {
          report
              .ratio(sizes, threads, variant, Variant.FLOOR)
              .ifPresent(ratio -> floor.addProperty(variant.toString(), ratio));
          if (threads > 1) {
            report
                .speedUp(sizes, threads, variant)
                .ifPresent(ratio -> speedUp.addProperty(variant.toString(), ratio));
          }
        }
        json.add("overFloor", floor);
        if (threads > 1) {
          json.add("speedUp", speedUp);
        }
        ratios.add(json);
      }
    }
    return ratios;
  }

  private static JsonObject operations(Operations line) {
    JsonObject json = new JsonObject();
    json.addProperty("program", line.program());
    json.addProperty("oneExample", line.oneExample());
    json.addProperty("recorded", line.recorded());
    json.addProperty("optimised", line.optimised());
    json.addProperty("instructions", line.instructions());
    return json;
  }

  private static JsonObject growth(Growth growth) {
    JsonObject json = new JsonObject();
    JsonArray curves = new JsonArray();
    Wording.curves(growth).forEach(curve -> curves.add(curve(curve)));
    json.add("curves", curves);
    JsonObject tape = new JsonObject();
    tape.addProperty("nodes", growth.tapeNodes());
    tape.addProperty("nanosecondsPerNode", growth.tapeNanoseconds());
    tape.addProperty("bytesPerNode", growth.tapeBytes());
    json.add("tape", tape);
    growth.leftOut().ifPresent(left -> json.addProperty("leftOut", left));
    return json;
  }

  private static JsonObject curve(Curve curve) {
    JsonObject json = new JsonObject();
    json.addProperty("name", curve.name());
    json.addProperty("axis", curve.axis());
    json.addProperty("fixed", curve.fixed());
    json.addProperty("exponent", curve.fit().exponent());
    json.addProperty("exponentAtTheEnd", curve.lastFit().exponent());
    JsonArray points = new JsonArray();
    for (Curve.Point point : curve.points()) {
      JsonObject one = new JsonObject();
      one.addProperty("x", point.x());
      one.addProperty("microseconds", point.microseconds());
      one.addProperty("spread", point.spread());
      points.add(one);
    }
    json.add("points", points);
    return json;
  }
}
