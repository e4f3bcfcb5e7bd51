package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.backproof.verify.derivation.NotesDerivations;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.page.DerivationPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ProveDerivationTest {
  @TempDir Path folder;

  private static CommandRun derive(String id, String... more) {
    return CommandRun.of(
        Stream.concat(Stream.of("prove", "--only", id, "--derivation"), Stream.of(more))
            .toArray(String[]::new));
  }

  private static void isRefused(String message, CommandRun run) {
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertEquals("backproof: " + message, run.err().lines().findFirst().orElse(""));
  }

  @Test
  void aDerivationIsPrintedAsText() {
    CommandRun run = derive("2.7");
    assertEquals(0, run.code());
    assertEquals("", run.err());
    assertEquals(NotesDerivations.find("2.7").orElseThrow().text(), run.out().replace("\r", ""));
  }

  @Test
  void aDerivationIsWrittenAsADocument() throws IOException {
    Path file = folder.resolve("2.7.tex");
    CommandRun run = derive("2.7", "--format", "latex", "-o", file.toString());
    assertEquals(0, run.code());
    assertEquals("", run.out());
    assertEquals(
        NotesDerivations.find("2.7").orElseThrow().latexDocument(), Files.readString(file));
  }

  @Test
  void aDerivationIsWrittenAsAPage() throws IOException {
    Path file = folder.resolve("2.7.html");
    CommandRun run = derive("2.7", "--format", "html", "-o", file.toString());
    assertEquals(0, run.code());
    assertEquals("", run.out());
    assertEquals(
        DerivationPage.of(
            "2.7  ∂L/∂oᵃ = oˢ − onehot(y)", "", NotesDerivations.find("2.7").orElseThrow()),
        Files.readString(file));
  }

  /** The page has the number of the other claim: the first line says why. */
  @Test
  void aMatrixFormSaysWhereItIsDerived() {
    String said = "2.10 is the matrix form of 2.9, and is derived there: the last lines.";
    List<String> lines = derive("2.10").out().replace("\r", "").lines().toList();
    assertEquals(said, lines.get(0));
    assertEquals("", lines.get(1));
    assertTrue(lines.get(2).startsWith("2.9 "), lines.get(2));
    CommandRun latex = derive("2.10", "--format", "latex");
    assertEquals("% " + said, latex.out().lines().findFirst().orElse(""));
    String page = derive("2.10", "--format", "html").out();
    assertTrue(page.contains("<p>" + said + "</p>"), page);
  }

  @Test
  void aClaimWithoutALectureIsReadOffItsCertificates() {
    CommandRun run = derive("2.5");
    assertEquals(0, run.code());
    assertTrue(run.out().contains("number of parameters:"), run.out());
    assertTrue(run.out().contains("a sum of ones is the size"), run.out());
  }

  /** Definitions and the numerical check are the only claims without one. */
  @TestFactory
  Stream<DynamicTest> everyClaimHasADerivationOrSaysWhyNot() {
    return NotesClaims.all().stream()
        .map(claim -> claim.id())
        .map(
            id ->
                dynamicTest(
                    id,
                    () -> {
                      CommandRun run = derive(id);
                      boolean none = List.of("1.5", "2.1", "2.2", "3.3").contains(id);
                      assertEquals(none ? 2 : 0, run.code(), run.err());
                    }));
  }

  @Test
  void aDefinitionHasNothingToDerive() {
    isRefused("claim 2.1 is a definition; there is nothing to derive", derive("2.1"));
  }

  @Test
  void theNumericalCheckHasNothingToDerive() {
    isRefused("claim 3.3 is a numerical check; there is nothing to prove", derive("3.3"));
  }

  @Test
  void anUnknownClaimIsRefused() {
    isRefused("there is no claim 2.19; they run from 1.1 to 3.3", derive("2.19"));
  }

  @Test
  void aDerivationIsOfOneClaim() {
    isRefused(
        "--derivation wants --only with the number of a claim",
        CommandRun.of("prove", "--derivation"));
  }

  @Test
  void aDerivationHasNoJson() {
    isRefused(
        "a derivation has no JSON; --format text, latex or html",
        derive("2.7", "--format", "json"));
  }

  @Test
  void latexAndHtmlAreForDerivations() {
    for (String format : List.of("latex", "html")) {
      isRefused(
          "--format " + format + " is for --derivation",
          CommandRun.of("prove", "--only", "2.7", "--format", format));
    }
  }
}
