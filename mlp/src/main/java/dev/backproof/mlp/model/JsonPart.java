package dev.backproof.mlp.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a JSON text that knows where it stands, so that what is wrong with it can be said in
 * the words of the file.
 *
 * @param place the way to it, {@code layers[0].W[0][0]}; empty for the whole
 * @param json the part
 */
record JsonPart(String place, JsonElement json) {
  /** No more of what is wrong is quoted. */
  private static final int LONGEST = 40;

  /**
   * The whole text.
   *
   * @throws com.google.gson.JsonParseException if it is no JSON
   */
  static JsonPart of(String text) {
    return new JsonPart("", JsonParser.parseString(text));
  }

  /**
   * A member that has to be there.
   *
   * @throws IllegalArgumentException if this is no object, or has no such member
   */
  JsonPart member(String key) {
    return find(key)
        .orElseThrow(() -> new IllegalArgumentException("\"" + within(key) + "\" is missing"));
  }

  /**
   * A member that may be there.
   *
   * @throws IllegalArgumentException if this is no object
   */
  Optional<JsonPart> find(String key) {
    if (!json.isJsonObject()) {
      throw wrong("an object, {…}, is expected");
    }
    JsonObject object = json.getAsJsonObject();
    return Optional.ofNullable(object.get(key)).map(found -> new JsonPart(within(key), found));
  }

  private String within(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  /**
   * The entries of an array.
   *
   * @throws IllegalArgumentException if it is none
   */
  List<JsonPart> entries() {
    if (!json.isJsonArray()) {
      throw wrong("an array, […], is expected");
    }
    List<JsonPart> entries = new ArrayList<>();
    for (JsonElement entry : json.getAsJsonArray()) {
      entries.add(new JsonPart(place + "[" + entries.size() + "]", entry));
    }
    return entries;
  }

  /**
   * A finite number.
   *
   * @throws IllegalArgumentException if it is none: NaN, 1e999, a text
   */
  double number() {
    if (json instanceof JsonPrimitive one && one.isNumber()) {
      double number = one.getAsDouble();
      if (Double.isFinite(number)) {
        return number;
      }
    }
    throw wrong("a finite number is expected");
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException if it is none
   */
  int whole() {
    if (json instanceof JsonPrimitive one && one.isNumber()) {
      double number = one.getAsDouble();
      if (number == (int) number) {
        return (int) number;
      }
    }
    throw wrong("a whole number is expected");
  }

  /**
   * A text.
   *
   * @throws IllegalArgumentException if it is none
   */
  String word() {
    if (json instanceof JsonPrimitive one && one.isString()) {
      return one.getAsString();
    }
    throw wrong("a text in quotes is expected");
  }

  private IllegalArgumentException wrong(String expected) {
    String found = json.toString();
    return new IllegalArgumentException(
        (place.isEmpty() ? "the whole" : "\"" + place + "\"")
            + " is "
            + (found.length() > LONGEST ? found.substring(0, LONGEST) + "…" : found)
            + ", where "
            + expected);
  }
}
