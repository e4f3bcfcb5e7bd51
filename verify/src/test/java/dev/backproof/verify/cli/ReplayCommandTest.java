package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.certificate.Rulebook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  private static final String STATEMENT = "(everywhere): ∂(Σ(i:d) x[i]^2)/∂x[l] = 2·x[l]\n";

  @TempDir Path folder;

  private String example = "";
  private Path good = Path.of("");

  @BeforeEach
  void exampleOfTheDocumentation() throws IOException {
    String format =
        Files.readString(Path.of("src/main/java/dev/backproof/verify/certificate/FORMAT.md"));
    int start = format.indexOf("```text\n") + "```text\n".length();
    example = format.substring(start, format.indexOf("```\n", start));
    good = Files.writeString(folder.resolve("1.8.cert"), example);
  }

  private static String unix(String text) {
    return text.replace("\r", "");
  }

  @Test
  void aProofIsPrintedWithItsStatement() {
    CommandRun run = CommandRun.of("replay", good.toString());
    assertEquals("", run.err());
    assertEquals("PROVED " + good + " " + STATEMENT, unix(run.out()));
    assertEquals(0, run.code());
  }

  @Test
  void aRefusalNamesFileLineAndStep() throws IOException {
    Path bad =
        Files.writeString(folder.resolve("bad.cert"), example.replace("derive t4", "derive t3"));
    CommandRun run = CommandRun.of("replay", bad.toString());
    assertEquals(1, run.code());
    assertEquals("", run.err());
    assertEquals(
        "REFUSED " + bad + ":20: step 0 (derive): not a side of the statement: x[l]\n",
        unix(run.out()));
  }

  @Test
  void whatIsNoCertificateIsRefusedWithLineAndColumn() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.cert"), example.replace("power 2", "power 1"));
    CommandRun run = CommandRun.of("replay", bad.toString());
    assertEquals(1, run.code());
    assertEquals(
        "REFUSED " + bad + ":12:10: exponent 1 where another one was expected\n", unix(run.out()));
  }

  @Test
  void aStatementThatIsRefusedHasNoStep() throws IOException {
    Path bad =
        Files.writeString(folder.resolve("bad.cert"), example.replace("tensor x d", "tensor x"));
    CommandRun run = CommandRun.of("replay", bad.toString());
    assertEquals(1, run.code());
    assertTrue(run.out().startsWith("REFUSED " + bad + ": wrong number of indices: x["), run.out());
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path bad = Files.write(folder.resolve("bad.cert"), new byte[] {'b', (byte) 0xff, '\n'});
    CommandRun run = CommandRun.of("replay", bad.toString());
    assertEquals(1, run.code());
    assertEquals("REFUSED " + bad + ": not a text in UTF-8\n", unix(run.out()));
  }

  @Test
  void aFolderMeansItsCertificates() throws IOException {
    Files.writeString(folder.resolve("0.cert"), example);
    Files.writeString(folder.resolve("notes.txt"), "nothing");
    Files.writeString(folder.resolve("z.cert"), example.replace("qed s2", "qed s1"));
    CommandRun run = CommandRun.of("replay", folder.toString());
    assertEquals(1, run.code());
    List<String> lines = run.out().lines().toList();
    assertEquals(4, lines.size(), run.out());
    assertTrue(lines.get(0).startsWith("PROVED " + folder.resolve("0.cert")), run.out());
    assertTrue(lines.get(1).startsWith("PROVED " + good), run.out());
    assertTrue(
        lines.get(2).startsWith("REFUSED " + folder.resolve("z.cert") + ":27:5: "), run.out());
    assertEquals("3 certificates: 2 proved, 1 refused", lines.get(3));
  }

  @Test
  void aFolderWithoutCertificatesProvesNothing() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    CommandRun run = CommandRun.of("replay", empty.toString());
    assertEquals(5, run.code());
    assertEquals("", run.out());
    assertEquals("backproof: cannot read " + empty + ": no file *.cert in it\n", unix(run.err()));
  }

  @Test
  void aFileThatIsMissingDoesNotHideTheOthers() {
    Path missing = folder.resolve("missing.cert");
    CommandRun run = CommandRun.of("replay", missing.toString(), good.toString());
    assertEquals(5, run.code());
    assertEquals("PROVED " + good + " " + STATEMENT, unix(run.out()));
    assertEquals("backproof: cannot read " + missing + ": no such file\n", unix(run.err()));
  }

  @Test
  void whatIsNoNameOfAFileIsNoInternalError() {
    CommandRun run = CommandRun.of("replay", "a\0b");
    assertEquals(5, run.code());
    assertEquals("backproof: cannot read a\0b: no name of a file\n", unix(run.err()));
  }

  @Test
  void standardInputIsAFile() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(example.getBytes(StandardCharsets.UTF_8)));
    try {
      CommandRun run = CommandRun.of("replay", "-");
      assertEquals("PROVED - " + STATEMENT, unix(run.out()));
      assertEquals(0, run.code());
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void theRulesArePrinted() {
    CommandRun run = CommandRun.of("replay", "--rules");
    assertEquals(0, run.code());
    assertEquals(String.join("\n", Rulebook.lines()) + "\n", unix(run.out()));
    AsciiTest.everySymbolHasASpelling(run.out());
  }

  @Test
  void aFileIsWanted() {
    CommandRun run = CommandRun.of("replay");
    assertEquals(2, run.code());
    assertEquals(
        "backproof: Missing: FILE, or --rules\nTry 'backproof replay --help'.\n", unix(run.err()));
  }

  @Test
  void theNameOfAFileDoesNotSteerTheTerminal() throws IOException {
    Path strange = folder.resolve("a\nPROVED b.cert");
    try {
      Files.writeString(strange, "nothing\n");
    } catch (IOException | IllegalArgumentException e) {
      return; // There are no such names here.
    }
    CommandRun run = CommandRun.of("replay", strange.toString());
    assertTrue(run.out().startsWith("REFUSED " + folder.resolve("a?PROVED b.cert")), run.out());
  }
}
