package dev.backproof.mlp.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.mlp.DeepNetwork;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.Layer;
import dev.backproof.mlp.data.DataFault;
import dev.backproof.mlp.data.Pictures;
import dev.backproof.mlp.data.Standardizer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model as a file, and back.
 *
 * <p>The JSON is one object: {@code schema}, {@code activation}, {@code inputs}, {@code classes},
 * {@code labelColumn}, {@code pictures}, {@code mean} and {@code scale} where there are any, and
 * {@code layers}, each with {@code W}, row by row, and {@code b}. In NPZ the arrays are W1, b1, W2,
 * b2, …, mean and scale, and the rest is the text beside them.
 */
public final class ModelFormat {
  private static final Pattern PLACE = Pattern.compile("line \\d+ column \\d+");

  private static final int SCHEMA = 1;
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private ModelFormat() {}

  /** As JSON: a row of weights a line. */
  public static String json(Model model) {
    StringBuilder text = new StringBuilder("{\n");
    about(model).entrySet().forEach(e -> member(text, e.getKey(), GSON.toJson(e.getValue())));
    model
        .standardizer()
        .ifPresent(
            s -> {
              member(text, "mean", numbers(s.mean()).toString());
              member(text, "scale", numbers(s.scale()).toString());
            });
    text.append("  \"layers\": [");
    String separator = "\n";
    for (Layer<DenseTensor> layer : model.parameters().layers()) {
      text.append(separator).append("    {\"W\": [\n");
      JsonArray rows = numbers(layer.w());
      for (int i = 0; i < rows.size(); i++) {
        text.append("      ").append(rows.get(i)).append(i + 1 < rows.size() ? ",\n" : "\n");
      }
      text.append("    ], \"b\": ").append(numbers(layer.b())).append('}');
      separator = ",\n";
    }
    return text.append("\n  ]\n}\n").toString();
  }

  private static void member(StringBuilder text, String key, String value) {
    text.append("  \"").append(key).append("\": ").append(value).append(",\n");
  }

  /** As NPZ. */
  public static byte[] npz(Model model) {
    Map<String, DenseTensor> arrays = new LinkedHashMap<>();
    List<String> names = DeepParameters.names(model.parameters().depth()).list();
    for (int i = 0; i < names.size(); i++) {
      arrays.put(names.get(i), model.parameters().list().get(i));
    }
    model
        .standardizer()
        .ifPresent(
            s -> {
              arrays.put("mean", s.mean());
              arrays.put("scale", s.scale());
            });
    return new NpzFile(GSON.toJson(about(model)), arrays).bytes();
  }

  /** All but the numbers. */
  private static JsonObject about(Model model) {
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    json.addProperty("activation", model.network().activation().toString());
    json.add("inputs", GSON.toJsonTree(model.inputs()));
    json.add("classes", GSON.toJsonTree(model.classes()));
    model.labelColumn().ifPresent(name -> json.addProperty("labelColumn", name));
    model
        .pictures()
        .ifPresent(
            pictures -> {
              JsonArray size = new JsonArray();
              size.add(pictures.rows());
              size.add(pictures.columns());
              json.add("pictures", size);
            });
    return json;
  }

  /** A vector as an array of numbers, a matrix as one of rows. */
  private static JsonArray numbers(DenseTensor x) {
    JsonArray array = new JsonArray();
    if (x.shape().rank() == 1) {
      for (double entry : x.toArray()) {
        array.add(entry);
      }
      return array;
    }
    int columns = x.shape().size(1).number();
    for (int row = 0; row < x.shape().size(0).number(); row++) {
      JsonArray entries = new JsonArray();
      for (int j = 0; j < columns; j++) {
        entries.add(x.at(row * columns + j));
      }
      array.add(entries);
    }
    return array;
  }

  /**
   * Reads a model in either format.
   *
   * @param file what it is called in messages
   * @throws DataFault if it is none
   */
  public static Model read(String file, byte[] bytes) {
    try {
      if (NpzFile.isNpz(bytes)) {
        NpzFile npz = NpzFile.read(file, bytes);
        List<DenseTensor> parts = new ArrayList<>();
        for (int l = 1; npz.arrays().containsKey("W" + l); l++) {
          parts.add(finite(file, npz, "W" + l));
          parts.add(finite(file, npz, "b" + l));
        }
        Optional<Standardizer> standardizer =
            npz.arrays().containsKey("mean")
                ? Optional.of(
                    new Standardizer(finite(file, npz, "mean"), finite(file, npz, "scale")))
                : Optional.empty();
        return model(file, JsonPart.of(npz.text()), parts, standardizer);
      }
      JsonPart json = JsonPart.of(new String(bytes, StandardCharsets.UTF_8));
      List<DenseTensor> parts = new ArrayList<>();
      for (JsonPart layer : json.member("layers").entries()) {
        parts.add(matrix(layer.member("W")));
        parts.add(vector(layer.member("b")));
      }
      Optional<Standardizer> standardizer =
          json.find("mean")
              .map(mean -> new Standardizer(vector(mean), vector(json.member("scale"))));
      return model(file, json, parts, standardizer);
    } catch (JsonParseException e) {
      throw new DataFault(file, "no model: it cannot be read as JSON" + place(e));
    } catch (IllegalArgumentException e) {
      throw new DataFault(file, "no model that can be used: " + line(e));
    }
  }

  /** Where reading ended; what else the reader says is for programmers. */
  private static String place(JsonParseException e) {
    Matcher place = PLACE.matcher(line(e));
    return place.find() ? ", from " + place.group() : "";
  }

  private static String line(RuntimeException e) {
    String said = String.valueOf(e.getMessage());
    return said.lines().findFirst().orElse(said);
  }

  /** An array without NaN and infinities. */
  private static DenseTensor finite(String file, NpzFile npz, String name) {
    DenseTensor array = npz.array(file, name);
    for (int i = 0; i < array.count(); i++) {
      if (!Double.isFinite(array.at(i))) {
        throw new IllegalArgumentException(
            name + " has the entry " + array.at(i) + ", where a finite number is expected");
      }
    }
    return array;
  }

  private static Model model(
      String file, JsonPart about, List<DenseTensor> parts, Optional<Standardizer> standardizer) {
    int schema = about.member("schema").whole();
    if (schema != SCHEMA) {
      throw new DataFault(
          file, "a model of schema " + schema + "; this version reads schema " + SCHEMA);
    }
    return new Model(
        new DeepNetwork(activation(about.member("activation").word())),
        DeepParameters.of(parts),
        words(about.member("inputs")),
        words(about.member("classes")),
        about.find("labelColumn").map(JsonPart::word),
        standardizer,
        about.find("pictures").map(ModelFormat::pictures));
  }

  private static Pictures pictures(JsonPart size) {
    List<JsonPart> sides = size.entries();
    if (sides.size() != 2) {
      throw new IllegalArgumentException(
          "\"pictures\" has " + sides.size() + " entries, where rows and columns are expected");
    }
    return new Pictures(sides.get(0).whole(), sides.get(1).whole());
  }

  private static Elementary activation(String word) {
    for (Elementary function : Elementary.values()) {
      if (function.toString().equals(word)) {
        return function;
      }
    }
    throw new IllegalArgumentException("no function is called '" + word + "'");
  }

  private static List<String> words(JsonPart json) {
    return json.entries().stream().map(JsonPart::word).toList();
  }

  private static DenseTensor vector(JsonPart json) {
    return DenseTensor.vector(numbers(json));
  }

  private static double[] numbers(JsonPart json) {
    return json.entries().stream().mapToDouble(JsonPart::number).toArray();
  }

  private static DenseTensor matrix(JsonPart json) {
    return DenseTensor.matrix(
        json.entries().stream().map(ModelFormat::numbers).toArray(double[][]::new));
  }
}
