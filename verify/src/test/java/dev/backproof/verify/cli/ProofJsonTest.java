package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON of {@code prove}: its keys, in their order, are an interface. */
class ProofJsonTest {
  private static final List<String> PROVED =
      List.of(
          "id",
          "title",
          "claim",
          "verdict",
          "conditions",
          "hypotheses",
          "sizes",
          "kinks",
          "certificate",
          "steps",
          "evidence");

  @TempDir Path folder;

  @Test
  void aClaimOfTheNotesIsProved() {
    CommandRun run = json(0, "--only", "2.7", "--certificates", folder.toString());
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals(List.of("schema", "files", "summary"), keys(json));
    assertEquals(1, json.get("schema").getAsInt());
    assertEquals(
        List.of("PROVED", "REFUTED", "UNDECIDED", "MALFORMED"),
        keys(json.getAsJsonObject("summary")));
    JsonArray files = json.getAsJsonArray("files");
    assertEquals(1, files.size());
    assertEquals(List.of("file", "claims"), keys(files.get(0).getAsJsonObject()));
    assertEquals("notes", files.get(0).getAsJsonObject().get("file").getAsString());
    List<JsonObject> claims = claims(run);
    assertEquals(claims.size(), json.getAsJsonObject("summary").get("PROVED").getAsInt());
    for (JsonObject claim : claims) {
      assertEquals(PROVED, keys(claim));
      assertEquals("2.7", claim.get("id").getAsString());
      assertEquals("m >= 1", claim.get("sizes").getAsString());
      assertEquals("everywhere", claim.get("kinks").getAsString());
      assertTrue(Files.exists(folder.resolve(claim.get("certificate").getAsString())));
      JsonObject evidence = claim.getAsJsonObject("evidence");
      assertEquals(List.of("trials", "worst"), keys(evidence));
      assertTrue(evidence.get("worst").getAsString().endsWith(" u·cond"));
    }
  }

  @Test
  void theSameSeedGivesTheSameBytesAndTimesOnlyIfTheyAreWanted() {
    assertEquals(json(0, "--only", "1.8").out(), json(0, "--only", "1.8").out());
    for (JsonObject claim : claims(json(0, "--only", "1.8", "--timings"))) {
      assertEquals("millis", keys(claim).get(PROVED.size()));
      assertTrue(claim.get("millis").getAsLong() >= 0);
    }
  }

  @Test
  void aCertificateThatIsWrittenNowhereHasNoName() {
    for (JsonObject claim : claims(json(0, "--only", "2.7"))) {
      assertEquals(PROVED, keys(claim));
      assertTrue(claim.get("certificate").isJsonNull());
    }
    List<JsonObject> several =
        claims(json(0, "--part", "functions")).stream().filter(c -> c.has("certificates")).toList();
    assertFalse(several.isEmpty());
    assertTrue(several.stream().allMatch(claim -> claim.get("certificates").isJsonNull()));
  }

  @Test
  void whatIsUndecidedSaysWhereItEnded() {
    for (JsonObject claim : claims(json(4, "--only", "2.7", "--budget", "2"))) {
      assertEquals(
          List.of("id", "title", "claim", "verdict", "reason", "subterm", "evidence"), keys(claim));
      assertEquals("UNDECIDED", claim.get("verdict").getAsString());
      assertEquals("budget of 2 steps used up", claim.get("reason").getAsString());
      assertEquals(List.of("trials", "worst"), keys(claim.getAsJsonObject("evidence")));
    }
  }

  /**
   * clip as the smaller of larger has other slopes than clip where its bounds are met. What is
   * about an axis of three places has three certificates.
   */
  @Test
  void aProofOffTheKinksIsRefutedByTheStrictAndSeveralEntriesHaveACertificateEach() {
    List<JsonObject> usual =
        claims(json(0, "--part", "functions", "--certificates", folder.toString()));
    List<JsonObject> several = usual.stream().filter(c -> c.has("certificates")).toList();
    assertFalse(several.isEmpty());
    for (JsonObject claim : several) {
      assertFalse(claim.has("certificate"));
      assertTrue(claim.getAsJsonArray("certificates").size() > 1);
      for (JsonElement file : claim.getAsJsonArray("certificates")) {
        assertTrue(Files.exists(folder.resolve(file.getAsString())), file::toString);
      }
    }
    List<JsonObject> off =
        usual.stream().filter(c -> c.get("kinks").getAsString().equals("off")).toList();
    assertFalse(off.isEmpty());
    for (JsonObject claim : off) {
      assertEquals("PROVED", claim.get("verdict").getAsString());
      counterexample(claim.getAsJsonObject("counterexampleAtKink"));
    }
    List<JsonObject> refuted =
        claims(json(1, "--part", "functions", "--strict")).stream()
            .filter(c -> c.get("verdict").getAsString().equals("REFUTED"))
            .toList();
    assertEquals(titles(off), titles(refuted));
    for (JsonObject claim : refuted) {
      assertEquals(
          List.of("id", "title", "claim", "verdict", "counterexample", "difference"), keys(claim));
      counterexample(claim.getAsJsonObject("counterexample"));
    }
  }

  private static void counterexample(JsonObject at) {
    assertEquals(List.of("sizes", "inputs", "entry", "left", "right"), keys(at));
    assertEquals(2, at.getAsJsonArray("left").size());
    assertTrue(at.getAsJsonArray("right").get(0).getAsJsonPrimitive().isString());
  }

  private static CommandRun json(int code, String... arguments) {
    CommandRun run =
        CommandRun.of(
            Stream.concat(Stream.of("prove", "--quiet", "--format", "json"), Stream.of(arguments))
                .toArray(String[]::new));
    assertEquals(code, run.code(), run.err());
    assertEquals("", run.err());
    return run;
  }

  private static List<JsonObject> claims(CommandRun run) {
    JsonArray files = JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonArray("files");
    return StreamSupport.stream(
            files.get(0).getAsJsonObject().getAsJsonArray("claims").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static List<String> titles(List<JsonObject> claims) {
    return claims.stream().map(claim -> claim.get("title").getAsString()).toList();
  }

  private static List<String> keys(JsonObject json) {
    return List.copyOf(json.keySet());
  }
}
