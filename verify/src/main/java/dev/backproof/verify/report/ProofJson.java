package dev.backproof.verify.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.backproof.verify.certificate.IntervalText;
import dev.backproof.verify.check.Bound;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.kernel.Interval;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.prover.ProofVerdict;
import dev.backproof.verify.theorem.Decided;
import dev.backproof.verify.theorem.Proposition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was proved as JSON: an object with a file for each part of the catalogue, in it an object
 * for each theorem; a claim of the notes has several, whose {@code id} is its number.
 *
 * <p>A theorem has a {@code certificate}; one of several entries, for an axis of a few places, has
 * {@code certificates}, one for each: names of files, or null if none were written.
 *
 * <p>The same seed gives the same bytes: milliseconds appear only if they are asked for.
 */
public final class ProofJson {
  private static final int SCHEMA = 1;
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private ProofJson() {}

  /**
   * One object, with a line break at its end.
   *
   * @param report what was proved
   * @param written whether the certificates are written to files
   * @param timings whether it says how long each took
   */
  public static String format(ProofReport report, boolean written, boolean timings) {
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    JsonArray files = new JsonArray();
    for (Proposition.Part part : Proposition.Part.values()) {
      if (!report.of(part).isEmpty()) {
        JsonObject file = new JsonObject();
        file.addProperty("file", part.word());
        JsonArray claims = new JsonArray();
        report.of(part).forEach(theorem -> claims.add(claim(report, theorem, written, timings)));
        file.add("claims", claims);
        files.add(file);
      }
    }
    json.add("files", files);
    JsonObject summary = new JsonObject();
    for (ProofVerdict verdict : ProofVerdict.values()) {
      summary.addProperty(verdict.name(), report.count(verdict));
    }
    json.add("summary", summary);
    return GSON.toJson(json) + "\n";
  }

  private static JsonObject claim(
      ProofReport report, Decided theorem, boolean written, boolean timings) {
    Proposition proposition = theorem.proposition();
    JsonObject json = new JsonObject();
    json.addProperty("id", proposition.subject());
    json.addProperty("title", proposition.label());
    json.addProperty("claim", proposition.says());
    json.addProperty("verdict", theorem.verdict().name());
    if (theorem.verdict() == ProofVerdict.PROVED) {
      proved(json, report, theorem, written);
    } else {
      theorem.decisions().stream()
          .filter(decision -> decision.verdict() == theorem.verdict())
          .findFirst()
          .ifPresent(decision -> open(json, decision, worst(report, theorem)));
    }
    if (timings) {
      json.addProperty("millis", theorem.time().toMillis());
    }
    return json;
  }

  private static void proved(
      JsonObject json, ProofReport report, Decided theorem, boolean written) {
    json.add("conditions", texts(TermNotation.conditions(theorem)));
    json.add("hypotheses", texts(TermNotation.hypotheses(theorem)));
    json.addProperty("sizes", theorem.sizes());
    json.addProperty("kinks", theorem.offKinks() ? "off" : "everywhere");
    if (theorem.offKinks()) {
      theorem.proofs().stream()
          .filter(proof -> proof.kinks().isPresent())
          .findFirst()
          .ifPresent(
              proof ->
                  json.add(
                      "counterexampleAtKink",
                      counterexample(proof.certificate().statement(), proof.kinks().get())));
    }
    List<String> certificates = List.copyOf(theorem.certificates().keySet());
    if (certificates.size() == 1) {
      json.addProperty("certificate", written ? certificates.get(0) : null);
    } else {
      json.add("certificates", written ? texts(certificates) : JsonNull.INSTANCE);
    }
    json.addProperty("steps", theorem.steps());
    json.add("evidence", evidence(theorem.trials(), worst(report, theorem)));
  }

  private static JsonObject evidence(int trials, Optional<String> worst) {
    JsonObject evidence = new JsonObject();
    evidence.addProperty("trials", trials);
    worst.ifPresent(error -> evidence.addProperty("worst", error));
    return evidence;
  }

  /** The largest error any witness of the claim has seen, in units of u·cond. */
  private static Optional<String> worst(ProofReport report, Decided theorem) {
    return report.evidence().stream()
        .filter(result -> theorem.proposition().part() == Proposition.Part.NOTES)
        .filter(result -> result.claim().id().equals(theorem.proposition().subject()))
        .flatMap(result -> result.statements().stream())
        .flatMap(statement -> statement.comparisons().stream())
        .filter(comparison -> comparison.bound() == Bound.ROUNDING)
        .max(Comparator.comparingDouble(Comparison::reached))
        .map(c -> NotesTable.number(c.reached()) + " " + c.bound().unit());
  }

  private static void open(JsonObject json, Decision decision, Optional<String> worst) {
    if (decision instanceof Decision.Refuted refuted) {
      json.add("counterexample", counterexample(refuted.statement(), refuted.counterexample()));
      refuted
          .difference()
          .ifPresent(
              term -> json.addProperty("difference", TermNotation.of(refuted.statement(), term)));
    } else if (decision instanceof Decision.Malformed malformed) {
      json.addProperty("message", malformed.message());
    } else if (decision instanceof Decision.Undecided undecided) {
      json.addProperty("reason", undecided.reason());
      undecided
          .resisted()
          .ifPresent(
              term -> json.addProperty("subterm", TermNotation.of(undecided.statement(), term)));
      json.add("evidence", evidence(undecided.trials(), worst));
    }
  }

  private static JsonArray texts(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static JsonObject counterexample(Statement statement, Refutation at) {
    Point point = at.point();
    JsonObject json = new JsonObject();
    JsonObject sizes = new JsonObject();
    point.sizes().forEach(sizes::addProperty);
    json.add("sizes", sizes);
    JsonObject inputs = new JsonObject();
    List<String> entry = entry(statement);
    statement
        .declarations()
        .tensors()
        .forEach(
            (name, axes) ->
                inputs.add(
                    name, nested(numbers(point, name), axes.stream().map(point::size).toList())));
    statement
        .declarations()
        .labels()
        .forEach(
            (name, label) -> {
              if (!entry.contains(name)) {
                List<JsonElement> values = new ArrayList<>();
                point
                    .labels()
                    .getOrDefault(name, List.of())
                    .forEach(v -> values.add(new JsonPrimitive(v)));
                inputs.add(name, nested(values, label.axes().stream().map(point::size).toList()));
              }
            });
    json.add("inputs", inputs);
    JsonArray place = new JsonArray();
    entry.forEach(index -> place.add(point.labels().getOrDefault(index, List.of(0)).get(0)));
    json.add("entry", place);
    json.add("left", interval(at.left()));
    json.add("right", interval(at.right()));
    return json;
  }

  /** The free indices of the statement, which say which entry it is about. */
  private static List<String> entry(Statement statement) {
    Term by = statement.left();
    List<Term> at = by.is(Term.Kind.DERIVATIVE) ? by.argument(1).arguments() : List.of();
    return at.stream().map(Term::name).toList();
  }

  private static List<JsonElement> numbers(Point point, String tensor) {
    List<JsonElement> numbers = new ArrayList<>();
    for (Rational r : point.tensors().getOrDefault(tensor, List.of())) {
      boolean small = r.isInteger() && r.numerator().bitLength() < 32;
      numbers.add(small ? new JsonPrimitive(r.intValue()) : new JsonPrimitive(r.toString()));
    }
    return numbers;
  }

  private static JsonElement nested(List<JsonElement> values, List<Integer> extents) {
    if (extents.isEmpty()) {
      return values.get(0);
    }
    JsonArray array = new JsonArray();
    int part = values.size() / extents.get(0);
    for (int i = 0; i < extents.get(0); i++) {
      array.add(
          nested(values.subList(i * part, (i + 1) * part), extents.subList(1, extents.size())));
    }
    return array;
  }

  private static JsonArray interval(Interval interval) {
    JsonArray ends = new JsonArray();
    ends.add(IntervalText.low(interval));
    ends.add(IntervalText.high(interval));
    return ends;
  }
}
