package dev.backproof.verify.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.notes.ClaimResult;
import dev.backproof.verify.notes.StatementResult;

/**
 * The main job's result as JSON: every number, keys in a fixed order, nothing that changes from run
 * to run with one seed.
 */
public final class NotesJson {
  private static final int SCHEMA = 1;
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private NotesJson() {}

  /** One object, with a line break at its end. */
  public static String format(NotesReport report) {
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    json.addProperty("seed", report.seed());
    JsonArray claims = new JsonArray();
    report.claims().forEach(result -> claims.add(claim(report, result)));
    json.add("claims", claims);
    JsonArray engine = new JsonArray();
    report.engine().forEach(law -> engine.add(comparison(law)));
    json.add("engine", engine);
    JsonObject training = new JsonObject();
    training.addProperty("steps", report.training().steps());
    training.addProperty("lossBefore", report.training().lossBefore());
    training.addProperty("lossAfter", report.training().lossAfter());
    training.addProperty("accuracy", report.training().accuracy());
    training.add("comparison", comparison(report.training().comparison()));
    json.add("training", training);
    json.add("summary", summary(report));
    return GSON.toJson(json) + "\n";
  }

  private static JsonObject claim(NotesReport report, ClaimResult result) {
    JsonObject json = new JsonObject();
    json.addProperty("id", result.claim().id());
    json.addProperty("title", result.claim().title());
    report.proof(result.claim()).ifPresent(verdict -> json.addProperty("proof", verdict.name()));
    json.addProperty("verdict", result.verdict().name());
    JsonArray statements = new JsonArray();
    result.statements().forEach(statement -> statements.add(statement(statement)));
    json.add("statements", statements);
    return json;
  }

  private static JsonObject statement(StatementResult result) {
    JsonObject json = new JsonObject();
    json.addProperty("label", result.label());
    json.addProperty("verdict", result.verdict().name());
    JsonArray sizes = new JsonArray();
    result.sizes().forEach(size -> sizes.add(size.toString()));
    json.add("sizes", sizes);
    json.addProperty("points", result.points());
    JsonArray comparisons = new JsonArray();
    result.comparisons().forEach(c -> comparisons.add(comparison(c)));
    json.add("comparisons", comparisons);
    return json;
  }

  private static JsonObject comparison(Comparison c) {
    JsonObject json = new JsonObject();
    json.addProperty("witness", c.witness().title());
    json.addProperty("verdict", c.verdict().name());
    if (Double.isFinite(c.reached())) {
      json.addProperty("reached", c.reached());
    } else {
      json.addProperty("reached", Double.toString(c.reached()));
    }
    json.addProperty("unit", c.bound().unit());
    json.addProperty("allowed", c.bound().allowed());
    json.addProperty("entries", c.entries());
    c.detail().ifPresent(detail -> json.addProperty("detail", detail));
    return json;
  }

  private static JsonObject summary(NotesReport report) {
    JsonObject json = new JsonObject();
    for (Verdict verdict : Verdict.values()) {
      long count = report.verdicts().stream().filter(v -> v == verdict).count();
      json.addProperty(verdict.name(), count);
    }
    return json;
  }
}
