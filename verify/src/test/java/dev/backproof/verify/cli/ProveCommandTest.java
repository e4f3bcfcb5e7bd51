package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.prover.ProofVerdict;
import dev.backproof.verify.theorem.Catalogue;
import dev.backproof.verify.theorem.Proposition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProveCommandTest {
  private static final List<Proposition> THEOREMS =
      Catalogue.of(NotesClaims.find("2.14").orElseThrow());

  @TempDir Path folder;

  @Test
  void aClaimHasALineForEachOfItsTheorems() {
    CommandRun run = CommandRun.of("prove", "--only", "2.14");
    assertEquals(0, run.code());
    assertEquals("Proving " + THEOREMS.size() + " theorems\n", unix(run.err()));
    List<String> lines = run.out().lines().toList();
    assertEquals(THEOREMS.size() + 1, lines.size(), run.out());
    assertTrue(lines.get(0).strip().matches("theorem +verdict.*points"), run.out());
    for (int i = 0; i < THEOREMS.size(); i++) {
      String theorem = "2.14 " + THEOREMS.get(i).label();
      assertTrue(lines.get(i + 1).strip().startsWith(theorem), theorem);
      assertTrue(lines.get(i + 1).contains(" PROVED "), theorem);
    }
  }

  @Test
  void theNotesHaveALineForEachClaimAndTimesIfTheyAreWanted() {
    CommandRun run = CommandRun.of("prove", "--quiet", "--timings");
    assertEquals(0, run.code());
    assertEquals("", run.err());
    List<String> lines = run.out().lines().toList();
    assertTrue(lines.get(0).strip().matches("claim .* steps +ms +what it says"), run.out());
    List<String> claims =
        lines.subList(1, lines.size() - 2).stream().map(l -> l.strip().split(" ", 2)[0]).toList();
    assertEquals(
        NotesClaims.all().stream().map(c -> c.id()).filter(id -> !id.equals("3.3")).toList(),
        claims);
    int all = Catalogue.part("notes").orElseThrow().size();
    assertEquals(all + " PROVED, 0 REFUTED, 0 UNDECIDED, 0 MALFORMED", lines.get(lines.size() - 1));
  }

  @Test
  void whatIsTooLongForTheBudgetIsUndecided() {
    CommandRun run = CommandRun.of("prove", "--only", "2.14", "--budget", "2");
    assertEquals(4, run.code());
    assertTrue(run.out().contains("budget of 2 steps used up"), run.out());
    assertFalse(run.out().contains(" PROVED "), run.out());
  }

  /** A quarter of them each where all sizes are 1, 2, 3, and where no two are the same. */
  @Test
  void trialsAreTheFewestPoints() {
    CommandRun run = CommandRun.of("prove", "--only", "1.8", "--trials", "9");
    assertEquals(0, run.code());
    assertTrue(run.out().lines().skip(1).allMatch(line -> line.endsWith(" 12")), run.out());
  }

  @ParameterizedTest
  @CsvSource({"PROVED, 0", "REFUTED, 1", "MALFORMED, 3", "UNDECIDED, 4"})
  void eachVerdictHasItsExitCode(ProofVerdict verdict, int code) {
    assertEquals(code, ProofJob.exitCode(verdict));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--only 9.9 | there is no claim 9.9; they run from 1.1 to 3.3",
        "--only two | there is no claim two; they run from 1.1 to 3.3",
        "--only 3.3 | claim 3.3 is a numerical check; there is nothing to prove",
        "--only 2.7 --part vjp | --only is one claim of the notes: leave out --part",
        "--part moon | --part: 'moon' is none of notes, vjp, jvp, functions, all",
        "--format xml | Invalid value for option '--format': 'xml' is none of text, json, latex, html",
        "--format latex | --format latex is for --derivation",
        "--budget 0 | Invalid value for option '--budget': '0' is not a whole number above 0",
        "--trials -1 | Invalid value for option '--trials': '-1' is not a whole number above 0",
        "--trials x | Invalid value for option '--trials': 'x' is not a whole number above 0",
        "--derivation | --derivation wants --only with the number of a claim",
        "--derivation --only 2.7 --format json | a derivation has no JSON; --format text, latex or html",
        "--derivation --only 2.7 --strict | --derivation proves nothing anew: leave out --strict",
        "--derivation --part vjp | --derivation proves nothing anew: leave out --part",
        "notes.py | Unmatched argument at index 1: 'notes.py'"
      })
  void anArgumentThatDoesNotFitIsRefused(String arguments, String message) {
    CommandRun run = CommandRun.of(("prove " + arguments).split(" ", -1));
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertEquals(
        "backproof: " + message + "\nTry 'backproof prove --help'.\n", unix(run.err()), arguments);
  }

  @Test
  void aFileGetsTheSameBytes() throws IOException {
    Path file = folder.resolve("new/proofs.json");
    CommandRun run =
        CommandRun.of("prove", "--only", "1.8", "--format", "json", "-o", file.toString());
    assertEquals(0, run.code());
    assertEquals("", run.out());
    assertEquals(
        CommandRun.of("prove", "--only", "1.8", "--format", "json").out(), Files.readString(file));
  }

  @Test
  void aFolderIsRefusedBeforeAnythingIsProved() {
    CommandRun run = CommandRun.of("prove", "-o", folder.toString());
    assertEquals(5, run.code());
    assertEquals("backproof: cannot write " + folder + ": it is a folder\n", unix(run.err()));
  }

  @Test
  void aFileInPlaceOfTheFolderOfCertificatesIsRefusedBeforeAnythingIsProved() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
    Path output = folder.resolve("proofs.txt");
    CommandRun run =
        CommandRun.of("prove", "--certificates", file.toString(), "-o", output.toString());
    assertEquals(5, run.code());
    assertEquals("", run.out());
    assertEquals(
        "backproof: cannot write " + file + ": " + file + " is a file, not a folder\n",
        unix(run.err()));
    assertEquals("mine", Files.readString(file));
    assertEquals(List.of("mine.txt"), names(folder));
  }

  @Test
  void certificatesAreReplayedAndAnEditedOneIsRefused() throws IOException {
    Path proofs = folder.resolve("proofs");
    assertEquals(
        0, CommandRun.of("prove", "--only", "2.14", "--certificates", proofs.toString()).code());
    assertEquals(
        THEOREMS.stream().map(theorem -> theorem.name() + ".cert").sorted().toList(),
        names(proofs));
    CommandRun replayed = CommandRun.of("replay", proofs.toString());
    assertEquals(0, replayed.code(), replayed.out());

    Path edited = proofs.resolve("notes-2.14-matrix-alone-derivative.cert");
    String text = Files.readString(edited);
    Matcher noSide = Pattern.compile("(?m)^(t\\d+) entry ha j$").matcher(text);
    assertTrue(noSide.find(), text);
    Files.writeString(
        edited, text.replaceFirst("(?m)^s0 derive t\\d+$", "s0 derive " + noSide.group(1)));
    CommandRun refused = CommandRun.of("replay", proofs.toString());
    assertEquals(1, refused.code(), refused.out());
    assertTrue(
        refused
            .out()
            .matches(
                "(?s).*REFUSED "
                    + Pattern.quote(edited.toString())
                    + ":\\d+: step 0 \\(derive\\): not a side of the statement: ha\\[j].*"),
        refused.out());
    assertTrue(
        refused
            .out()
            .contains(
                THEOREMS.size() + " certificates: " + (THEOREMS.size() - 1) + " proved, 1 refused"),
        refused.out());
  }

  private static String unix(String text) {
    return text.replace("\r", "");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
