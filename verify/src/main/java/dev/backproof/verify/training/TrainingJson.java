package dev.backproof.verify.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.backproof.mlp.train.Epoch;
import dev.backproof.mlp.train.TrainingSettings;
import dev.backproof.verify.check.Bound;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.check.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A training as JSON: keys in a fixed order; and the checks made so far, kept in a checkpoint. */
public final class TrainingJson {
  private static final int SCHEMA = 1;

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private TrainingJson() {}

  /** One object, with a line break at its end. */
  public static String format(TrainingReport report) {
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    json.addProperty("data", report.data().name());
    json.addProperty("trainedOn", report.split().training().size());
    json.addProperty("keptBack", report.split().validation().map(k -> k.size()).orElse(0));
    json.add("widths", GSON.toJsonTree(report.model().widths()));
    json.add("settings", settings(report.settings()));
    json.addProperty("stoppedEarly", report.stoppedEarly());
    report.bestEpoch().ifPresent(best -> json.addProperty("bestEpoch", best));
    json.addProperty("accuracy", report.judgement().accuracy());
    json.add("confusion", GSON.toJsonTree(report.judgement().confusion()));
    JsonArray history = new JsonArray();
    for (Epoch epoch : report.history()) {
      JsonObject line = new JsonObject();
      line.addProperty("epoch", epoch.number());
      line.addProperty("loss", epoch.loss());
      line.addProperty("judgedLoss", epoch.judgedLoss());
      line.addProperty("accuracy", epoch.accuracy());
      history.add(line);
    }
    json.add("history", history);
    json.add("checks", checks(report.checks()));
    return GSON.toJson(json) + "\n";
  }

  private static JsonObject settings(TrainingSettings s) {
    JsonObject json = new JsonObject();
    json.addProperty("activation", s.activation().toString());
    json.addProperty("gradient", s.gradient().toString());
    json.addProperty("eta", s.eta());
    json.addProperty("momentum", s.momentum());
    json.addProperty("l1", s.l1());
    json.addProperty("l2", s.l2());
    json.addProperty("batch", s.batch());
    json.addProperty("epochs", s.epochs());
    json.addProperty("patience", s.patience());
    json.addProperty("seed", s.seed());
    return json;
  }

  /** The checks alone. */
  public static JsonArray checks(List<CheckedEpoch> checks) {
    JsonArray array = new JsonArray();
    for (CheckedEpoch check : checks) {
      JsonObject line = new JsonObject();
      line.addProperty("epoch", check.epoch());
      line.add("graph", comparison(check.graph()));
      line.add("differences", comparison(check.differences()));
      array.add(line);
    }
    return array;
  }

  private static JsonObject comparison(Comparison c) {
    JsonObject json = new JsonObject();
    json.addProperty("verdict", c.verdict().toString());
    // Of an infinite error JSON has no number.
    if (Double.isFinite(c.reached())) {
      json.addProperty("reached", c.reached());
    }
    json.addProperty("allowed", c.bound().allowed());
    json.addProperty("unit", c.bound().unit());
    json.addProperty("entries", c.entries());
    c.detail().ifPresent(detail -> json.addProperty("detail", detail));
    return json;
  }

  /** Reads what {@link #checks} has written; nothing from an empty text. */
  public static List<CheckedEpoch> readChecks(String text) {
    List<CheckedEpoch> checks = new ArrayList<>();
    if (!text.isEmpty()) {
      for (JsonElement line : JsonParser.parseString(text).getAsJsonArray()) {
        JsonObject check = line.getAsJsonObject();
        checks.add(
            new CheckedEpoch(
                check.get("epoch").getAsInt(),
                comparison(check.getAsJsonObject("graph"), Witness.GRAPH, Bound.ROUNDING),
                comparison(
                    check.getAsJsonObject("differences"), Witness.DIFFERENCES, Bound.DIFFERENCES)));
      }
    }
    return checks;
  }

  private static Comparison comparison(JsonObject json, Witness witness, Bound bound) {
    return new Comparison(
        witness,
        Verdict.valueOf(json.get("verdict").getAsString()),
        bound,
        json.has("reached") ? json.get("reached").getAsDouble() : Double.POSITIVE_INFINITY,
        json.get("entries").getAsInt(),
        Optional.ofNullable(json.get("detail")).map(JsonElement::getAsString));
  }
}
