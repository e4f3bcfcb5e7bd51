package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "one-variable, y = w³ at w = 2",
    "one-vector, L = ‖x‖₂² + ‖x‖₁",
    "notes, The network of the notes"
  })
  void textIsTheDefault(String name, String first) {
    CommandRun run = CommandRun.of("graph", name);
    assertEquals(0, run.code());
    assertEquals("", run.err());
    assertTrue(run.out().startsWith(first), run.out());
    assertTrue(run.out().contains("Backward"));
  }

  @ParameterizedTest
  @CsvSource({"one-variable", "one-vector", "notes"})
  void dotIsForGraphviz(String name) {
    CommandRun run = CommandRun.of("graph", name, "--format", "dot");
    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("digraph"), run.out());
    assertTrue(run.out().endsWith("}\n"), run.out());
  }

  @Test
  void aFileGetsTheSameBytes() throws IOException {
    Path file = folder.resolve("new/notes.dot");
    CommandRun run = CommandRun.of("graph", "notes", "--format=dot", "-o", file.toString());
    assertEquals(0, run.code());
    assertEquals("", run.out());
    assertEquals(CommandRun.of("graph", "notes", "--format=dot").out(), Files.readString(file));
  }

  @Test
  void anUnknownNameGetsTheKnownOnes() {
    usage(
        CommandRun.of("graph", "moon"),
        "Invalid value for positional parameter at index 0 (NAME): 'moon' is none of one-variable,"
            + " one-vector, notes, forward-mode, jacobian, hand-gradient, kinks, hessian-vector,"
            + " compiled-step, own-layer");
  }

  @Test
  void anUnknownFormatGetsTheKnownOnes() {
    usage(
        CommandRun.of("graph", "notes", "--format", "svg"),
        "Invalid value for option '--format': 'svg' is none of text, dot");
  }

  @Test
  void aNameIsNeeded() {
    usage(CommandRun.of("graph"), "Missing required parameter: 'NAME'");
  }

  @Test
  void aFolderIsNoFile() {
    CommandRun run = CommandRun.of("graph", "notes", "-o", folder.toString());
    assertEquals(5, run.code());
    assertEquals(
        "backproof: cannot write " + folder + ": it is a folder\n", run.err().replace("\r", ""));
  }

  private static void usage(CommandRun run, String message) {
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertEquals(
        "backproof: " + message + "\nTry 'backproof graph --help'.\n", run.err().replace("\r", ""));
  }
}
