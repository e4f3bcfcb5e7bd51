package dev.backproof.verify.page;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.verify.graph.ScalarGraph;
import dev.backproof.verify.report.Calculation;
import dev.backproof.verify.report.Calculation.Step;
import java.util.List;

/**
 * What the script of a page computes with: the operations of the graph and of its scalar graphs.
 *
 * <p>An infinite number or NaN is a string, which JSON has no number for.
 */
final class ExplainData {
  private ExplainData() {}

  /** One object, without line breaks. */
  static String of(Lesson lesson, List<ScalarGraph> unfolded) {
    JsonObject json = new JsonObject();
    Calculation calculation = lesson.graph().calculation();
    boolean editable = calculation.isPrimitive();
    json.addProperty("editable", editable);
    JsonArray programs = new JsonArray();
    programs.add(program(calculation));
    for (ScalarGraph scalars : unfolded) {
      JsonObject program = program(scalars.graph().calculation());
      JsonObject links = new JsonObject();
      scalars.links().entrySet().stream()
          .sorted(java.util.Map.Entry.comparingByKey())
          .forEach(
              link -> {
                JsonArray from = new JsonArray();
                from.add(link.getValue().place());
                from.add(link.getValue().entry());
                links.add(link.getKey().toString(), from);
              });
      program.add("links", links);
      programs.add(program);
    }
    json.add("programs", programs);
    return new Gson().toJson(json);
  }

  private static JsonObject program(Calculation calculation) {
    JsonObject json = new JsonObject();
    JsonArray steps = new JsonArray();
    calculation.steps().forEach(step -> steps.add(step(step)));
    json.add("steps", steps);
    json.add("values", numbers(calculation.values()));
    json.add("cotangents", numbers(calculation.cotangents()));
    json.add("contributions", numbers(calculation.contributions()));
    json.add("sums", numbers(calculation.sums()));
    return json;
  }

  private static JsonObject step(Step step) {
    JsonObject json = new JsonObject();
    json.addProperty("op", step.op().map(op -> op.primitive().name()).orElse("GIVEN"));
    step.given().ifPresent(value -> json.add("given", entries(value)));
    if (step.op().isPresent()) {
      json.add("operands", numbers(step.operands()));
      JsonElement attribute = attribute(step.op().get());
      if (!attribute.isJsonNull()) {
        json.add("attribute", attribute);
      }
    }
    json.add("shape", shape(step.shape()));
    return json;
  }

  private static JsonElement attribute(Op op) {
    return switch (op.primitive()) {
      case MAP -> new JsonPrimitive(op.elementary().toString());
      case SUM, MAX, EXPAND -> new JsonPrimitive(op.axis());
      case PERMUTE -> numbers(op.permutation().axes());
      case SLICE, PAD -> numbers(List.of(op.axis(), op.window().start()));
      case SIZE -> new JsonPrimitive(op.size().number());
      case CONSTANT -> new JsonPrimitive(op.constant().value());
      case CUSTOM -> new JsonPrimitive(op.name());
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, MATMUL ->
          com.google.gson.JsonNull.INSTANCE;
      case BROADCAST_TO, SUM_TO, RESHAPE, WHERE, EQUAL, GREATER, ONE_HOT, DETACH ->
          com.google.gson.JsonNull.INSTANCE;
    };
  }

  static JsonArray entries(DenseTensor value) {
    JsonArray entries = new JsonArray();
    for (double entry : value.toArray()) {
      if (Double.isFinite(entry)) {
        entries.add(entry);
      } else {
        entries.add(Double.toString(entry));
      }
    }
    return entries;
  }

  private static JsonArray shape(Shape shape) {
    JsonArray extents = new JsonArray();
    for (int extent : shape.extents()) {
      extents.add(extent);
    }
    return extents;
  }

  private static JsonArray numbers(List<Integer> numbers) {
    JsonArray array = new JsonArray();
    numbers.forEach(array::add);
    return array;
  }
}
