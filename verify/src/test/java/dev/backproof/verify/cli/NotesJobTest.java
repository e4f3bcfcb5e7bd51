package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.report.NotesReport;
import dev.backproof.verify.report.SampleReport;
import dev.backproof.verify.theorem.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotesJobTest {
  @TempDir static Path folder;

  private static CommandRun first = new CommandRun(-1, "", "");

  @BeforeAll
  static void runOnce() {
    first = quick("first", 1);
  }

  @Test
  void everythingAgrees() {
    assertEquals(0, first.code());
    assertTrue(first.out().contains(" 0 DISAGREES (seed 1)"), first.out());
    assertFalse(first.out().contains("NOT_CHECKABLE"), first.out());
  }

  @Test
  void talkGoesToTheOtherStream() {
    assertEquals(
        List.of(
            talk(),
            "Every number: " + folder.resolve("first/notes.json"),
            "Every theorem: " + folder.resolve("first/theorems.txt"),
            "To check the proofs again: backproof replay " + folder.resolve("first/certificates"),
            "To read, claim by claim: " + folder.resolve("first/notes.html")),
        first.err().lines().toList());
  }

  private static String talk() {
    return "Checking "
        + NotesClaims.all().size()
        + " claims, proving "
        + Catalogue.all().size()
        + " theorems, seed 1";
  }

  @Test
  void quietSaysNothingBesideTheResults() {
    CommandRun quiet =
        CommandRun.of("--quick", "--quiet", "-o", folder.resolve("quiet").toString());
    assertEquals("", quiet.err());
    assertEquals(first.out(), quiet.out());
  }

  @Test
  void everySymbolOfTheTableHasASpelling() {
    AsciiTest.everySymbolHasASpelling(first.out());
  }

  @Test
  void theJsonHasTheDocumentedKeys() throws IOException {
    JsonObject json = JsonParser.parseString(json("first")).getAsJsonObject();
    assertEquals(
        List.of("schema", "seed", "claims", "engine", "training", "summary"),
        List.copyOf(json.keySet()));
    assertEquals(1, json.get("schema").getAsInt());
    assertEquals(1, json.get("seed").getAsLong());
    assertEquals(
        Set.of("AGREES", "DISAGREES", "NOT_CHECKABLE"), json.getAsJsonObject("summary").keySet());
    assertEquals(NotesClaims.all().size(), json.getAsJsonArray("claims").size());
    for (JsonElement element : json.getAsJsonArray("claims")) {
      JsonObject claim = element.getAsJsonObject();
      boolean proved = !claim.get("id").getAsString().equals("3.3");
      assertEquals(
          proved
              ? Set.of("id", "title", "proof", "verdict", "statements")
              : Set.of("id", "title", "verdict", "statements"),
          claim.keySet());
      assertTrue(!proved || claim.get("proof").getAsString().equals("PROVED"), claim::toString);
      assertEquals("AGREES", claim.get("verdict").getAsString());
    }
  }

  @Test
  void nothingElseIsInTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("first"))) {
      assertEquals(
          List.of("certificates", "notes.html", "notes.json", "proofs.json", "theorems.txt"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void everyLinkOfThePageLeadsToAFileThatWasWritten() throws IOException {
    String page = read("first", "notes.html");
    List<String> links =
        Pattern.compile("href=\"([^#\"][^\"]*)\"")
            .matcher(page)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertTrue(links.size() > Catalogue.part("notes").orElseThrow().size(), page);
    for (String link : links) {
      assertTrue(Files.isRegularFile(folder.resolve("first").resolve(link)), link);
    }
  }

  @Test
  void thePageSaysWhatWasFound() throws IOException {
    String page = read("first", "notes.html");
    assertTrue(page.contains("<b>" + NotesClaims.all().size() + "</b> claims"), page);
    assertTrue(page.contains("<b>" + Catalogue.all().size() + "</b> with those about the code"));
    assertTrue(page.contains("number of parameters:"), "2.5 is read off its certificates");
    assertTrue(first.out().contains("\n30 wrong versions: 23 REFUTED, 6 MALFORMED, 1 refuted at"));
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
    CommandRun again = quick("again", 1);
    assertEquals(first.out(), again.out());
    assertEquals(json("first"), json("again"));
    assertEquals(read("first", "notes.html"), read("again", "notes.html"));
    assertEquals(0, quick("other", 2).code());
    assertNotEquals(json("first"), json("other"));
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefusedBeforeAnythingIsComputed() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
    CommandRun run = CommandRun.of("-o", file.toString());
    assertEquals(5, run.code());
    assertEquals("", run.out());
    assertEquals(
        "backproof: cannot write "
            + file.resolve("notes.json")
            + ": "
            + file
            + " is a file, not a folder\n",
        run.err().replace("\r", ""));
    assertEquals("mine", Files.readString(file));
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void onlyADisagreementIsExitCodeOne(Verdict verdict) {
    int expected = verdict == Verdict.DISAGREES ? 1 : 0;
    for (NotesReport report :
        List.of(
            SampleReport.of(verdict, Verdict.AGREES, Verdict.AGREES),
            SampleReport.of(Verdict.AGREES, verdict, Verdict.AGREES),
            SampleReport.of(Verdict.AGREES, Verdict.AGREES, verdict))) {
      assertEquals(expected, NotesJob.exitCode(report), report::toString);
    }
  }

  private static CommandRun quick(String name, long seed) {
    return CommandRun.of(
        "--quick", "--seed", Long.toString(seed), "-o", folder.resolve(name).toString());
  }

  private static String json(String name) throws IOException {
    return read(name, "notes.json");
  }

  private static String read(String name, String file) throws IOException {
    return Files.readString(folder.resolve(name).resolve(file));
  }
}
